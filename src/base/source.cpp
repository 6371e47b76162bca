// SPDX-License-Identifier: Apache-2.0
#include "base/source.hpp"

#include <algorithm>
#include <fstream>

namespace tilstand {
namespace {

constexpr std::size_t shown_before = 400, shown_after = 800;  // bytes of a file on the disk, more than a message shows

bool inside_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// The part of a line that a message may show.
Excerpt cut_around(std::string_view line, std::uint32_t column) {
  if (line.size() <= shown_before + shown_after) return {std::string(line), 1};
  std::size_t at = 0;
  for (std::uint32_t passed = 1; at < line.size() && passed < column; ++passed)
    for (++at; at < line.size() && inside_character(line[at]); ++at) {}
  std::size_t begin = at - std::min(at, shown_before), end = std::min(line.size(), at + shown_after);
  while (begin < at && inside_character(line[begin])) ++begin;
  while (end < line.size() && inside_character(line[end])) ++end;
  return {std::string(line.substr(begin, end - begin)), advanced({1, 1}, line.substr(0, begin)).column};
}

}  // namespace

FileId Sources::add(std::string name, std::string text) {
  files_.push_back({std::move(name), std::move(text)});
  return {static_cast<std::uint32_t>(files_.size() - 1)};
}

FileId Sources::add_on_disk(std::string name) {
  files_.push_back({std::move(name), {}, true});
  return {static_cast<std::uint32_t>(files_.size() - 1)};
}

void Sources::mark(FileId file, std::uint64_t offset, Position place) { files_.at(file.value).marks.push_back({offset, place}); }

const std::string& Sources::name(FileId file) const { return files_.at(file.value).name; }
const std::string& Sources::text(FileId file) const { return files_.at(file.value).text; }

std::string_view Sources::line(FileId file, std::uint32_t number) const {
  std::string_view rest = text(file);
  for (std::uint32_t at = 1; at < number; ++at) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    rest.remove_prefix(end + 1);
  }
  rest = rest.substr(0, rest.find('\n'));
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  return rest;
}

Excerpt Sources::around(FileId file, Position place) const {
  if (is_on_disk(file)) return read_around(files_.at(file.value), place);
  return cut_around(line(file, place.line), place.column);
}

/// Reads from the last mark before the place up to a little behind it.
Excerpt Sources::read_around(const File& file, Position place) {
  Mark from;
  for (const Mark& mark : file.marks)
    if (mark.place <= place) from = mark;
  std::ifstream disk(file.name, std::ios::binary);
  disk.seekg(static_cast<std::streamoff>(from.offset));
  Excerpt found{{}, from.place.column};
  for (std::size_t behind = 0; behind < shown_after;) {
    const int next = disk.get();
    if (next == std::ifstream::traits_type::eof()) break;
    const char byte = static_cast<char>(next);
    if (from.place.line == place.line && byte == '\n') break;
    from.place = advanced(from.place, {&byte, 1});
    if (byte == '\n') found = {};
    else found.text += byte;
    if (place < from.place) ++behind;
    if (behind > 0 || found.text.size() < 2 * shown_before) continue;
    std::size_t cut = shown_before;  // what stands far before the place is not shown
    while (cut < found.text.size() && inside_character(found.text[cut])) ++cut;
    found.first_column = advanced({1, found.first_column}, std::string_view(found.text).substr(0, cut)).column;
    found.text.erase(0, cut);
  }
  if (found.text.ends_with('\r')) found.text.pop_back();
  return found;
}

Position Sources::position(FileId file, std::size_t offset) const {
  return advanced({1, 1}, std::string_view(text(file)).substr(0, offset));
}

Position advanced(Position start, std::string_view text) {
  for (const char byte : text) {
    if (byte == '\n') {
      ++start.line;
      start.column = 1;
    } else if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) {
      ++start.column;
    }
  }
  return start;
}

std::string name_within(const std::string& path, const std::string& folder) {
  const std::string start = folder.empty() || folder.ends_with('/') ? folder : folder + "/";
  return path.starts_with(start) ? path.substr(start.size()) : path;
}

std::string place_text(const SourceSpan& span, const Sources& sources, const std::string& folder) {
  if (!span.file) return {};
  return name_within(sources.name(span.file), folder) + ":" + std::to_string(span.begin.line) + ":" + std::to_string(span.begin.column);
}

}  // namespace tilstand
