// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/source.hpp"

namespace tilstand::definition {

/// The words of a language (`layouts/lang/<tag>/words.toml`): dotted key to pattern. Patterns hold named
/// slots in braces, for example `"Figur {number}"`.
struct Words {
  std::string language;  ///< BCP 47 tag, "nb"
  std::map<std::string, std::string> entries;

  /// The pattern for a key; the key itself in angle brackets when missing (the reader checks the set that the program uses).
  const std::string& operator()(const std::string& key) const;
  bool has(const std::string& key) const { return entries.contains(key); }
  /// The pattern of a key for a plural category of CLDR ("one", "two"); where it has none, that of "other".
  const std::string& plural(const std::string& key, const std::string& category) const;
};

/// A pattern with its slots `{name}` filled; an unknown slot stays as it is.
std::string fill(std::string pattern, const std::map<std::string, std::string>& slots);

}  // namespace tilstand::definition
