// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "definition/proof_words.hpp"
#include "proof/phrases.hpp"
#include "proof/tokens.hpp"

namespace tilstand::proof {

/// Knows the numbers of a language, in digits and in words.
class Numbers {
 public:
  explicit Numbers(const definition::ProofWords& words);

  /// A statement of numbers: "åtte av ti", "14 prosent". Tokens from `begin` up to `end`.
  struct Statement {
    std::size_t begin = 0, end = 0;
  };
  /// The typed numbers of a passage, those of one statement together. `exempt` marks tokens that are spoken for.
  std::vector<Statement> find(const std::vector<Token>& tokens, const std::vector<bool>& exempt) const;
  /// "tjueto", "halvparten", "tredel", "tredje"; not "én", which is one only beside a unit.
  bool is_number_word(const std::string& word) const;

 private:
  bool is_compound(const std::string& word) const;
  bool is_part_of_name(const std::vector<Token>& tokens, std::size_t at) const;
  bool is_date(const std::vector<Token>& tokens, std::size_t at) const;
  bool is_number(const std::vector<Token>& tokens, std::size_t at) const;

  std::set<std::string> parts_, links_, last_, endings_, words_, with_unit_, units_, joins_, names_, months_;
  Phrases idioms_;
};

}  // namespace tilstand::proof
