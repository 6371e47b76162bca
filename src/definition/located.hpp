// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "base/source.hpp"
#include "definition/text.hpp"

namespace tilstand::definition {

/// A stretch of an author's text with the place of its first character.
struct Located {
  std::string_view text;
  FileId file{};
  Position start{};

  Located() = default;
  Located(std::string_view written, FileId in_file, Position at) : text(written), file(in_file), start(at) {}
  explicit Located(const definition::Text& written) : text(written.value), file(written.span.file), start(written.span.begin) {}

  /// The place of the bytes from `begin` up to `end`; offsets past the end stand for the end.
  SourceSpan span(std::size_t begin, std::size_t end) const;
  /// The part from `begin`, `length` bytes long.
  Located part(std::size_t begin, std::size_t length) const;
};

}  // namespace tilstand::definition
