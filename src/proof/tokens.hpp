// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "content/passage.hpp"

namespace tilstand::proof {

/// A word, a number or a sign of a passage.
struct Token {
  enum class Kind {
    word,
    number,    ///< in digits, with what belongs to it: "9 257", "3,5", "16–79", "½"
    named,     ///< a name, a date, a time, an address, a file: digits in it count nothing
    value,     ///< of a binding
    comma,     ///< what parts clauses: a comma, a bracket, a dash
    stop,      ///< the end of a sentence
    sign
  };
  Kind kind = Kind::word;
  std::string text{};        ///< in small letters
  std::size_t piece = 0;
  std::size_t begin = 0, end = 0;  ///< bytes of the piece's text
  bool typed = false;        ///< by hand, and no literal
  bool joined = false;       ///< a hyphen ties it to the token before
};

/// Cuts a passage into tokens. Words of a language other than the report's are signs, but their digits count. Linear.
std::vector<Token> tokens_of(const content::Passage& passage);

/// The tokens of a phrase by itself, to look for in a passage.
std::vector<Token> tokens_of(const std::string& phrase);

}  // namespace tilstand::proof
