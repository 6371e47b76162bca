// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

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

/// A part of a line of a source file; `first_column` is the column of its first character.
struct Excerpt {
  std::string text;
  std::uint32_t first_column = 1;
};

/// The files that were read, so that a diagnostic can show the line it speaks of.
class Sources {
 public:
  /// Takes a file's name (as the user would write it) and text; the text stays for the life of the table.
  FileId add(std::string name, std::string text);
  /// Takes a file that stays on the disk, for it may be larger than memory. Its `text` is empty.
  FileId add_on_disk(std::string name);
  /// Notes for a file on the disk which place the byte at `offset` has, so that its lines are found without reading it all.
  void mark(FileId file, std::uint64_t offset, Position place);
  bool is_on_disk(FileId file) const { return files_.at(file.value).on_disk; }
  const std::string& name(FileId file) const;
  const std::string& text(FileId file) const;
  std::size_t count() const { return files_.size(); }
  /// The line without its line end; empty past the end.
  std::string_view line(FileId file, std::uint32_t number) const;
  /// The line that a place stands on; of a file on the disk no more than a few hundred bytes around the place.
  Excerpt around(FileId file, Position place) const;
  /// The position of byte `offset` in the file's text.
  Position position(FileId file, std::size_t offset) const;

 private:
  struct Mark {
    std::uint64_t offset = 0;
    Position place{1, 1};
  };
  struct File {
    std::string name, text;
    bool on_disk = false;
    std::vector<Mark> marks{};  ///< in the order of the file
  };
  static Excerpt read_around(const File& file, Position place);

  std::deque<File> files_;
};

/// The position reached when `text` is read from `start`: what a fragment's offsets are in the whole file.
Position advanced(Position start, std::string_view text);

/// `path` as it is seen from `folder`; as it is when it lies elsewhere, or `folder` is empty.
std::string name_within(const std::string& path, const std::string& folder);

/// "values.csv:12:12": where a span begins, its file seen from `folder`; empty without a file.
std::string place_text(const SourceSpan& span, const Sources& sources, const std::string& folder = {});

}  // namespace tilstand
