// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "content/inlines.hpp"

namespace tilstand::content {

/// Where the bytes of a bound text stand in the author's file: bindings are longer there, and may run over lines.
class PlaceMap {
 public:
  /// `source` and `bound` outlive the map.
  PlaceMap(const definition::Located& source, const BoundText& bound);

  /// The byte of the bound text at a line and byte column, both from 1, as the Markdown parser counts them.
  std::size_t offset(int line, int column) const;
  /// The place of the bound text's bytes from `begin` up to `end`, one character at least.
  SourceSpan span(std::size_t begin, std::size_t end) const;

 private:
  Position position(std::size_t bound_offset) const;

  const definition::Located& source_;
  const BoundText& bound_;
  std::vector<std::size_t> bound_lines_, source_lines_;  ///< where lines start
};

}  // namespace tilstand::content
