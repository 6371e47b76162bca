// SPDX-License-Identifier: Apache-2.0
#include "definition/lengths.hpp"

#include <charconv>
#include <cmath>

namespace tilstand::definition {

std::optional<Length> parse_length(std::string_view text, std::optional<Length> unit) {
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  if (text.size() <= first || text[first] < '0' || text[first] > '9') return std::nullopt;  // keeps "inf" and "nan" out
  double value = 0;
  const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (trouble != std::errc()) return std::nullopt;
  const std::string_view name = text.substr(static_cast<std::size_t>(end - text.data()));
  double scale = 0;
  if (name == "mm") scale = Length::per_mm;
  if (name == "pt") scale = Length::per_pt;
  if (name == "u" && unit) scale = static_cast<double>(unit->units);
  constexpr double longest = 10000.0 * Length::per_mm;
  if (scale == 0 || std::abs(value * scale) > longest) return std::nullopt;
  return Length{std::llround(value * scale)};
}

}  // namespace tilstand::definition
