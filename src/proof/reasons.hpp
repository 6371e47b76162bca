// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "content/reasoned.hpp"
#include "definition/proof_words.hpp"
#include "proof/phrases.hpp"

namespace tilstand::proof {

/// Knows which typed words have a reason (`reasons.toml`).
class Reasons {
 public:
  explicit Reasons(std::vector<definition::Reason> reasons);

  /// The numbers of a typed text that its phrases hold, those in words when a phrase has no digits; with `literal` the whole text
  /// when it is such a phrase.
  std::vector<content::Reasoned> find(const std::string& text, bool literal) const;

 private:
  std::vector<definition::Reason> reasons_;
  Phrases phrases_;
  struct Owner {
    std::size_t reason = 0;
    bool in_text = false;  ///< excuses words by standing there; else only what is marked as a literal
  };
  std::vector<Owner> owners_;  ///< of each phrase
};

}  // namespace tilstand::proof
