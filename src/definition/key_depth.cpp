// SPDX-License-Identifier: Apache-2.0
#include "definition/key_depth.hpp"

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

}  // namespace

std::optional<std::size_t> too_deep_key(std::string_view toml, std::size_t limit) {
  constexpr std::string_view ends = "=\n,{}[]";
  std::size_t dots = 0;
  for (std::size_t at = 0; at < toml.size();) {
    const char byte = toml[at];
    if (byte == '"' || byte == '\'') {
      at = skip_string(toml, at);
      continue;
    }
    if (byte == '#') {
      at = std::min(toml.find('\n', at), toml.size());
      continue;
    }
    if (ends.find(byte) != std::string_view::npos) dots = 0;
    if (byte == '.' && ++dots > limit) return at;
    ++at;
  }
  return std::nullopt;
}

}  // namespace tilstand::definition
