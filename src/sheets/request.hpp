// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.hpp"

namespace tilstand::sheets {

enum class Binding { saddle, perfect, n_up };

/// What is drawn beside the pages.
struct Marks {
  bool fold = true, collating = true, crop = true, registration = true;

  constexpr bool any() const { return fold || collating || crop || registration; }
};

/// What the user asked for.
struct Request {
  std::string input, out;                 ///< paths of PDFs
  Binding binding = Binding::saddle;
  Size sheet{};                           ///< of the press
  Length thickness{};                     ///< of a leaf of the book's paper
  Length cover_thickness{};               ///< of a leaf of the cover's
  std::uint32_t section = 16;             ///< pages of a section of a perfect binding
  std::optional<Length> creep{};          ///< of the innermost leaf; nothing: from the paper's thickness
  Length milling = mm(3);                 ///< of a perfect binding: what is milled off each page's spine
  Length gripper{};                       ///< strip at the foot of the sheet that the press holds it by: nothing is printed there
  Marks marks{};
  std::vector<std::uint32_t> cover{};     ///< pages of the cover, from 1: front and back; or front, inside front, inside back, back. Empty: none
};

/// "450x320mm" or a name ("SRA3"); nothing when it is something else.
std::optional<Size> parse_sheet(const std::string& text);
/// "0.1mm" or "100um"; nothing when it is something else or negative.
std::optional<Length> parse_length(const std::string& text);
/// "fold,crop"; "none". Nothing when a word is unknown.
std::optional<Marks> parse_marks(const std::string& text);
/// "1,80": two or four pages from 1.
std::optional<std::vector<std::uint32_t>> parse_cover(const std::string& text);

}  // namespace tilstand::sheets
