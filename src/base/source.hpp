// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "base/id.hpp"

namespace tilstand {

/// A place in a text file. Lines and columns count from 1; a column counts code points, not bytes.
struct Position {
  std::uint32_t line = 0, column = 0;
  constexpr auto operator<=>(const Position&) const = default;
};

/// A stretch of a source file, `end` exclusive. A span without file stands for the command line.
struct SourceSpan {
  FileId file;
  Position begin, end;
  constexpr auto operator<=>(const SourceSpan&) const = default;
};

/// The files that were read, so that a diagnostic can show the line it speaks of.
class Sources {
 public:
  /// Takes a file's name (as the user would write it) and text; the text stays for the life of the table.
  FileId add(std::string name, std::string text);
  const std::string& name(FileId file) const;
  const std::string& text(FileId file) const;
  std::size_t count() const { return files_.size(); }
  /// The line without its line end; empty past the end.
  std::string_view line(FileId file, std::uint32_t number) const;
  /// The position of byte `offset` in the file's text.
  Position position(FileId file, std::size_t offset) const;

 private:
  struct File {
    std::string name, text;
  };
  std::deque<File> files_;
};

/// The position reached when `text` is read from `start`: what a fragment's offsets are in the whole file.
Position advanced(Position start, std::string_view text);

}  // namespace tilstand
