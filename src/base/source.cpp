// SPDX-License-Identifier: Apache-2.0
#include "base/source.hpp"

#include <algorithm>

namespace tilstand {

FileId Sources::add(std::string name, std::string text) {
  files_.push_back({std::move(name), std::move(text)});
  return {static_cast<std::uint32_t>(files_.size() - 1)};
}

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

}  // namespace tilstand
