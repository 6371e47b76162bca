// SPDX-License-Identifier: Apache-2.0
#include "sheets/request.hpp"

#include <charconv>
#include <map>

namespace tilstand::sheets {
namespace {

std::optional<double> positive(std::string_view text) {
  double value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  constexpr double most = 100000;
  if (failure != std::errc{} || end != text.data() + text.size() || !(value >= 0) || value > most) return std::nullopt;
  return value;
}

std::vector<std::string> divided(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace

std::optional<Size> parse_sheet(const std::string& text) {
  static const std::map<std::string, Size> names = {{"A3", {mm(420), mm(297)}}, {"SRA3", {mm(450), mm(320)}}, {"A2", {mm(594), mm(420)}}, {"SRA2", {mm(640), mm(450)}},
                                                    {"SRA1", {mm(900), mm(640)}}, {"B1", {mm(1000), mm(707)}}, {"B2", {mm(707), mm(500)}}};
  const auto named = names.find(text);
  if (named != names.end()) return named->second;
  const std::size_t by = text.find('x');
  if (by == std::string::npos || !text.ends_with("mm")) return std::nullopt;
  const auto width = positive(std::string_view(text).substr(0, by)), height = positive(std::string_view(text).substr(by + 1, text.size() - by - 3));
  if (!width || !height || *width == 0 || *height == 0) return std::nullopt;
  return Size{mm(*width), mm(*height)};
}

std::optional<Length> parse_length(const std::string& text) {
  if (text.size() < 3) return std::nullopt;
  const auto value = positive(std::string_view(text).substr(0, text.size() - 2));
  constexpr double micrometres = 1000;
  if (value && text.ends_with("mm")) return mm(*value);
  if (value && text.ends_with("um")) return mm(*value / micrometres);
  return std::nullopt;
}

std::optional<Marks> parse_marks(const std::string& text) {
  Marks marks{false, false, false, false};
  if (text == "none") return marks;
  const std::map<std::string, bool*> words = {{"fold", &marks.fold}, {"collating", &marks.collating}, {"crop", &marks.crop}, {"registration", &marks.registration}};
  for (const std::string& word : divided(text)) {
    const auto found = words.find(word);
    if (found == words.end()) return std::nullopt;
    *found->second = true;
  }
  return marks;
}

std::optional<std::vector<std::uint32_t>> parse_cover(const std::string& text) {
  std::vector<std::uint32_t> pages;
  for (const std::string& word : divided(text)) {
    std::uint32_t page = 0;
    const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), page);
    if (failure != std::errc{} || end != word.data() + word.size() || page == 0) return std::nullopt;
    for (const std::uint32_t other : pages)
      if (other == page) return std::nullopt;
    pages.push_back(page);
  }
  if (pages.size() != 2 && pages.size() != 4) return std::nullopt;
  return pages;
}

}  // namespace tilstand::sheets
