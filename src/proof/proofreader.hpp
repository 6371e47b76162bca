// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "base/diagnostic.hpp"
#include "content/passage.hpp"
#include "content/tree.hpp"
#include "data/dataset.hpp"
#include "definition/proof_words.hpp"
#include "proof/directions.hpp"

namespace tilstand::proof {

/// Takes what a check found; the severity in it is a warning, which a definition may change.
using Report = std::function<void(Diagnostic)>;

/// Reads the passages of a report against its figures. Each finding is reported once for each place, however often the words are
/// printed. Codes: proof.typed-number, proof.literal-without-reason, proof.literal-fails, proof.wrong-direction, proof.wrong-trend;
/// at the end proof.unused-reason.
class Proofreader {
 public:
  Proofreader(const definition::ProofWords& words, std::vector<definition::Reason> reasons, TrendOf trend_of, Report report);
  ~Proofreader();

  void read(const content::Passage& passage);
  /// Reports reasons that no words were found for.
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Reports each figure of the data that no text, tile, table or chart of the tree prints and that no printed figure is reckoned
/// from (proof.unused-figure).
void check_unused(const content::Tree& tree, const data::Dataset& dataset, const Report& report);

}  // namespace tilstand::proof
