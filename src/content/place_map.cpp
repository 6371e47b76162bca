// SPDX-License-Identifier: Apache-2.0
#include "content/place_map.hpp"

#include <algorithm>

namespace tilstand::content {
namespace {

std::vector<std::size_t> line_starts(std::string_view text) {
  std::vector<std::size_t> starts{0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) starts.push_back(at + 1);
  return starts;
}

}  // namespace

PlaceMap::PlaceMap(const definition::Located& source, const BoundText& bound)
    : source_(source), bound_(bound), bound_lines_(line_starts(bound.text)), source_lines_(line_starts(source.text)) {}

std::size_t PlaceMap::offset(int line, int column) const {
  const auto index = static_cast<std::size_t>(std::clamp<std::int64_t>(line - 1, 0, static_cast<std::int64_t>(bound_lines_.size()) - 1));
  return std::min(bound_lines_[index] + static_cast<std::size_t>(std::max(column, 1)) - 1, bound_.text.size());
}

Position PlaceMap::position(std::size_t bound_offset) const {
  const auto after = std::upper_bound(bound_.moves.begin(), bound_.moves.end(), bound_offset,
                                      [](std::size_t offset, const BoundText::Move& move) { return offset < move.bound; });
  const BoundText::Move move = after == bound_.moves.begin() ? BoundText::Move{} : *(after - 1);
  const std::size_t offset = std::min(move.source + (bound_offset - move.bound), source_.text.size());
  const auto line = std::upper_bound(source_lines_.begin(), source_lines_.end(), offset) - 1;
  const auto above = static_cast<std::uint32_t>(line - source_lines_.begin());
  const Position start = above == 0 ? source_.start : Position{source_.start.line + above, 1};
  return advanced(start, source_.text.substr(*line, offset - *line));
}

SourceSpan PlaceMap::span(std::size_t begin, std::size_t end) const {
  const Position first = position(begin);
  return {source_.file, first, std::max(position(end), {first.line, first.column + 1})};
}

}  // namespace tilstand::content
