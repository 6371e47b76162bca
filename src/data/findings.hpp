// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "definition/checks.hpp"

namespace tilstand::data {

/// What stands in a cell or key `acknowledged`: "reason", which stands for every check of its row, or "data.outlier: reason" for
/// one, with commas between several codes.
struct Acknowledgement {
  std::vector<std::string> codes;  ///< empty: every code
  std::string reason;              ///< empty: none is given
};
Acknowledgement read_acknowledgement(const std::string& text);

/// Collects what checks find, and which acknowledgements had something to acknowledge.
class Findings {
 public:
  Findings(const definition::Checks& checks, Diagnostics& diagnostics) : checks_(checks), diagnostics_(diagnostics) {}

  /// Makes an acknowledgement known; reports data.empty-reason. Empty text is none.
  void offer(const std::string& text, SourceSpan place);
  /// Whether an acknowledgement is of a check: it names its code, or none.
  static bool is_of(const std::string& text, const std::string& code);
  /// Reports what a check has found at a row whose acknowledgement is `text` at `place`: a notice with the reason when it applies.
  void add(Diagnostic found, const std::string& text, SourceSpan place);
  void add(Diagnostic found) { checks_.report(std::move(found), diagnostics_); }
  /// Reports acknowledgements that nothing was found for (data.unused-acknowledgement).
  void finish();

  Diagnostics& diagnostics() { return diagnostics_; }

 private:
  const definition::Checks& checks_;
  Diagnostics& diagnostics_;
  std::map<SourceSpan, bool> offered_;  ///< whether it was used
};

}  // namespace tilstand::data
