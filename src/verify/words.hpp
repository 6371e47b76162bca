// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "pdf/mark.hpp"

namespace tilstand::verify {

/// A word or a figure: what is told of as one.
struct Token {
  std::string text;                ///< of a word; of a figure its kind and operators
  bool is_word = false;
  std::vector<std::size_t> marks;  ///< places in the page's marks
};

/// A page's marks as words and figures, in their order. A space or a wide step ends a word.
std::vector<Token> tokens_of(const std::vector<pdf::Mark>& marks);

/// Whether two marks are the same to a reader: colour is not looked at. Places may differ by 0.02 pt.
bool is_same(const pdf::Mark& a, const pdf::Mark& b);

/// Whether two places are the same, within 0.02 pt.
bool is_same(pdf::Spot a, pdf::Spot b);

/// A longest common subsequence of two texts' lists, as pairs of places. For very long lists only what is equal at their ends.
std::vector<std::pair<std::size_t, std::size_t>> common_order(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace tilstand::verify
