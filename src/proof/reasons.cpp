// SPDX-License-Identifier: Apache-2.0
#include "proof/reasons.hpp"

namespace tilstand::proof {

Reasons::Reasons(std::vector<definition::Reason> reasons) : reasons_(std::move(reasons)) {
  for (std::size_t i = 0; i < reasons_.size(); ++i)
    for (const std::string& phrase : reasons_[i].phrases) owners_.push_back({i, phrases_.add(phrase)});
}

std::vector<content::Reasoned> Reasons::find(const std::string& text, bool literal) const {
  std::vector<content::Reasoned> found;
  if (owners_.empty()) return found;
  const std::vector<Token> tokens = tokens_of(text);
  if (std::size_t phrase = 0; literal) {
    if (phrases_.is_one(tokens, phrase)) found.push_back({0, text.size(), reasons_[owners_[phrase].reason].reason});
    return found;
  }
  for (const Phrases::Found& one : phrases_.find(tokens)) {
    if (!owners_[one.phrase].in_text) continue;
    const std::string& reason = reasons_[owners_[one.phrase].reason].reason;
    const std::size_t before = found.size();
    for (std::size_t i = one.begin; i < one.end; ++i)
      if (tokens[i].kind == Token::Kind::number) found.push_back({tokens[i].begin, tokens[i].end, reason});
    if (found.size() == before) found.push_back({tokens[one.begin].begin, tokens[one.end - 1].end, reason});
  }
  return found;
}

}  // namespace tilstand::proof
