// SPDX-License-Identifier: Apache-2.0
#include "verify/words.hpp"

#include <algorithm>
#include <cmath>

namespace tilstand::verify {
namespace {

using pdf::Mark;

bool is_space(const std::string& text) { return text == " " || text == "\xC2\xA0" || text == "\t"; }

/// Whether the glyph follows the other in its word. A glyph that was shifted a little still does.
bool goes_on(const Mark& last, const Mark& next) {
  constexpr double most_gap = 0.3, most_overlap = 0.6, most_rise = 0.7;  // of the em
  const double em = std::max(last.size, next.size);
  const double x = next.spots[0].x - last.spots[1].x, y = next.spots[0].y - last.spots[1].y;
  const double length = std::max(std::hypot(last.spots[1].x - last.spots[0].x, last.spots[1].y - last.spots[0].y), 1e-9);
  const double along_x = (last.spots[1].x - last.spots[0].x) / length, along_y = (last.spots[1].y - last.spots[0].y) / length;
  const double along = x * along_x + y * along_y, across = std::abs(x * along_y - y * along_x);
  return along < most_gap * em && along > -most_overlap * em && across < most_rise * em;
}

const char* kind_name(Mark::Kind kind) {
  if (kind == Mark::Kind::image) return "picture ";
  return kind == Mark::Kind::shading ? "" : "shape ";
}

/// Whether two pictures look alike though their colours were converted.
bool is_alike(const pdf::Lightness& a, const pdf::Lightness& b) {
  constexpr double flat = 4e-4, least = 0.95;
  double mean_a = 0, mean_b = 0, square_a = 0, square_b = 0, product = 0;
  const auto count = static_cast<double>(a.size());
  for (std::size_t at = 0; at < a.size(); ++at) {
    mean_a += a[at] / count;
    mean_b += b[at] / count;
  }
  for (std::size_t at = 0; at < a.size(); ++at) {
    square_a += (a[at] - mean_a) * (a[at] - mean_a) / count;
    square_b += (b[at] - mean_b) * (b[at] - mean_b) / count;
    product += (a[at] - mean_a) * (b[at] - mean_b) / count;
  }
  if (square_a < flat && square_b < flat) return std::abs(mean_a - mean_b) < 0.25;
  return product > least * std::sqrt(square_a * square_b);
}

bool is_same_picture(const Mark& a, const Mark& b) {
  if (a.text == b.text && a.detail == b.detail) return true;
  const bool in_one_space = a.detail.substr(a.detail.find(' ')) == b.detail.substr(b.detail.find(' '));
  if (in_one_space && a.text == b.text) return false;  // nothing was converted, so nothing may have changed
  return a.lightness != nullptr && b.lightness != nullptr && is_alike(*a.lightness, *b.lightness);
}

}  // namespace

bool is_same(pdf::Spot a, pdf::Spot b) {
  constexpr double most = 0.02;
  return std::abs(a.x - b.x) <= most && std::abs(a.y - b.y) <= most;
}

bool is_same(const Mark& a, const Mark& b) {
  constexpr double most = 0.02;
  if (a.kind != b.kind || a.spots.size() != b.spots.size() || std::abs(a.size - b.size) > most) return false;
  if (!std::equal(a.spots.begin(), a.spots.end(), b.spots.begin(), [](pdf::Spot one, pdf::Spot other) { return is_same(one, other); })) return false;
  if (a.kind == Mark::Kind::image) return is_same_picture(a, b);
  if (!a.actual.empty() && !b.actual.empty() && a.actual != b.actual) return false;
  return a.text == b.text && a.detail == b.detail;
}

std::vector<Token> tokens_of(const std::vector<Mark>& marks) {
  std::vector<Token> tokens;
  bool is_open = false;
  for (std::size_t at = 0; at < marks.size(); ++at) {
    const Mark& mark = marks[at];
    if (mark.kind != Mark::Kind::glyph) {
      tokens.push_back({kind_name(mark.kind) + mark.text, false, {at}});
      is_open = false;
      continue;
    }
    const bool space = is_space(mark.text);
    if (!is_open || space || !goes_on(marks[tokens.back().marks.back()], mark)) tokens.push_back({"", true, {}});
    Token& token = tokens.back();
    token.text += mark.text;
    token.marks.push_back(at);
    is_open = !space;
  }
  return tokens;
}

std::vector<std::pair<std::size_t, std::size_t>> common_order(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  constexpr std::size_t most = 4'000'000;
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  std::size_t begin = 0, end_a = a.size(), end_b = b.size();
  while (begin < end_a && begin < end_b && a[begin] == b[begin]) pairs.emplace_back(begin, begin), ++begin;
  std::vector<std::pair<std::size_t, std::size_t>> tail;
  while (end_a > begin && end_b > begin && a[end_a - 1] == b[end_b - 1]) tail.emplace_back(--end_a, --end_b);
  const std::size_t rows = end_a - begin, columns = end_b - begin;
  if (rows > 0 && columns > 0 && rows * columns <= most) {
    std::vector<std::uint32_t> longest((rows + 1) * (columns + 1), 0);
    const auto at = [&](std::size_t row, std::size_t column) -> std::uint32_t& { return longest[row * (columns + 1) + column]; };
    for (std::size_t row = rows; row-- > 0;)
      for (std::size_t column = columns; column-- > 0;)
        at(row, column) = a[begin + row] == b[begin + column] ? at(row + 1, column + 1) + 1 : std::max(at(row + 1, column), at(row, column + 1));
    for (std::size_t row = 0, column = 0; row < rows && column < columns;) {
      if (a[begin + row] == b[begin + column]) pairs.emplace_back(begin + row++, begin + column++);
      else if (at(row + 1, column) >= at(row, column + 1)) ++row;
      else ++column;
    }
  }
  pairs.insert(pairs.end(), tail.rbegin(), tail.rend());
  return pairs;
}

}  // namespace tilstand::verify
