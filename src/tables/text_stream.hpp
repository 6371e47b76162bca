// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "tables/spec.hpp"

namespace tilstand::tables {

/// The text of a file, read block by block and turned into UTF-8, so that a file larger than memory can be read. It counts lines and
/// columns. A byte that the encoding lacks is reported where it stands and becomes U+FFFD (definition.invalid-utf8,
/// data.wrong-encoding, data.mixed-encodings), so that all text given out is UTF-8. A UTF-8 byte order mark is passed over.
class TextStream {
 public:
  /// The text of a file that `sources` holds, or that it left on the disk; `sources` outlives the stream.
  TextStream(FileId file, Encoding encoding, Sources& sources, Diagnostics& diagnostics);

  FileId file() const { return file_; }
  Position place() const { return place_; }
  /// The part of the text from here on that is in memory; it is empty at the end of the file only. It is valid up to the next call
  /// of `take` or `grow`.
  std::string_view ahead();
  /// Brings more of the file into `ahead`; false when there is no more.
  bool grow();
  bool at_end() { return ahead().empty(); }
  /// Passes over bytes of `ahead`.
  void take(std::size_t bytes);

  /// Keeps the text from here on for `rewind`, until `release`.
  void hold() { held_ = Held{at_, place_}; }
  /// Goes back to where `hold` was called.
  void rewind();
  void release() { held_.reset(); }

 private:
  struct Held {
    std::size_t at = 0;
    Position place{};
  };
  /// Something to be done when the text up to `at` is passed: a bad byte is told, or a mark is set.
  struct Due {
    std::size_t at = 0;
    const char* code = nullptr;      ///< null: a mark
    std::string message{}, hint{};
    std::uint64_t offset = 0;        ///< of a mark
  };

  bool read_block();
  void decode();
  void decode_utf8_block(bool last);
  void decode_bytes();
  void note_utf8_in_bytes(std::size_t at, std::string_view bytes);
  void drop_passed();
  void settle(const Due& due, Position place);

  FileId file_;
  Encoding encoding_;
  Sources& sources_;
  Diagnostics& diagnostics_;
  std::optional<std::ifstream> disk_{};
  std::string_view memory_{};      ///< what is not read yet of a file in memory
  std::string raw_{};              ///< bytes that are read and not decoded
  std::string text_{};             ///< decoded
  std::size_t at_ = 0;             ///< place in `text_`
  Position place_{1, 1};
  std::uint64_t offset_ = 0;       ///< bytes of the file that are decoded
  std::optional<Held> held_{};
  std::deque<Due> due_{};
  std::uint32_t told_line_ = 0;    ///< a bad byte is told once a line
  bool first_block_ = true, seen_many_bytes_ = false, told_mixed_ = false;
};

}  // namespace tilstand::tables
