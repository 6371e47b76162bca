// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "proof/tokens.hpp"

namespace tilstand::proof {

/// Phrases to look for among tokens. A phrase is compared word by word in small letters, signs and commas left out; `#` in it
/// stands for any number in digits, and a phrase of digits alone is none that a text may hold by chance.
class Phrases {
 public:
  struct Found {
    std::size_t phrase = 0;           ///< its number in the order of adding
    std::size_t begin = 0, end = 0;   ///< tokens, `end` exclusive
    bool empty() const { return begin == end; }
  };

  /// Whether the phrase has a word to know it by.
  bool add(const std::string& phrase);
  /// The longest phrase at each place, from the start on, none overlapping another.
  std::vector<Found> find(const std::vector<Token>& tokens) const;
  bool starts_at(const std::vector<Token>& tokens, std::size_t at) const { return !found_at(tokens, at).empty(); }
  /// The phrase that the whole of the tokens are.
  bool is_one(const std::vector<Token>& tokens, std::size_t& which) const;

 private:
  Found found_at(const std::vector<Token>& tokens, std::size_t at) const;

  struct Phrase {
    std::vector<std::string> words;
    std::size_t number = 0;
  };
  std::map<std::string, std::vector<Phrase>> by_first_;
  std::size_t count_ = 0;
};

}  // namespace tilstand::proof
