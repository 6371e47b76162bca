// SPDX-License-Identifier: Apache-2.0
#include "definition/toml_guard.hpp"

#include <algorithm>

namespace tilstand::definition {
namespace {

/// The offset behind the string that begins at `at`; an unclosed one ends with its line or the text.
std::size_t skip_string(std::string_view toml, std::size_t at) {
  const char quote = toml[at];
  const std::string_view triple = quote == '"' ? "\"\"\"" : "'''";
  const bool multi_line = toml.substr(at).starts_with(triple);
  at += multi_line ? 3 : 1;
  for (; at < toml.size(); ++at) {
    if (quote == '"' && toml[at] == '\\') {
      ++at;
    } else if (multi_line && toml.substr(at).starts_with(triple)) {
      at += 3;
      while (at < toml.size() && toml[at] == quote) ++at;  // up to two quotes may stand before the closing ones
      return at;
    } else if (!multi_line && (toml[at] == quote || toml[at] == '\n')) {
      return at + 1;
    }
  }
  return toml.size();
}

/// The first offset outside strings and comments that `wanted` says yes to. A quotation mark begins a string only where a key or
/// a value may begin.
template <class Wanted>
std::optional<std::size_t> find_outside(std::string_view toml, Wanted wanted) {
  constexpr std::string_view before_string = "=[{,.\n\r";
  char last = '\n';  // that is no space
  for (std::size_t at = 0; at < toml.size();) {
    const bool quote = toml[at] == '"' || toml[at] == '\'';
    const bool begins = before_string.find(last) != std::string_view::npos;
    if (toml[at] != ' ' && toml[at] != '\t') last = toml[at];
    if (quote && begins) {
      at = skip_string(toml, at);
      if (toml[at - 1] == '\n') last = '\n';  // unclosed
    } else if (toml[at] == '#') {
      at = std::min(toml.find('\n', at), toml.size());
    } else if (wanted(toml[at])) {
      return at;
    } else {
      ++at;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> too_deep_key(std::string_view toml, std::size_t limit) {
  constexpr std::string_view ends = "=\n,{}[]";
  std::size_t dots = 0;
  return find_outside(toml, [&](char byte) {
    if (ends.find(byte) != std::string_view::npos) dots = 0;
    return byte == '.' && ++dots > limit;
  });
}

std::optional<std::size_t> stray_character(std::string_view toml) {
  const std::size_t first = toml.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const auto found = find_outside(toml.substr(first), [](char byte) { return (static_cast<unsigned char>(byte) & 0x80) != 0; });
  return found ? std::optional(*found + first) : std::nullopt;
}

}  // namespace tilstand::definition
