// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tilstand::text {

/// Words of a language that stay on the line of the number beside them.
struct NoBreakWords {
  std::vector<std::string> before_number;  ///< "nr.", "kap.", "kr"
  std::vector<std::string> after_number;   ///< "km", "kr", "år"
  std::vector<std::string> months;         ///< as in dates: "desember"
};

/// The two words at a space, and the one before them.
struct Neighbours {
  std::string_view earlier, before, after;
};

/// No line may end between the words: a figure and its unit ("47 %"), the groups of a figure ("9 257"), "5. plass", "1. mai 2021",
/// "§ 3", initials and name ("J. P. Hansen"), and a dash stays with what it follows.
bool hold_together(const Neighbours& words, const NoBreakWords& language);

/// The entry of a language tag, or of its first part ("en" for "en-GB"); null when there is neither.
template <class Map>
auto* entry_of(Map& entries, const std::string& tag) {
  auto found = entries.find(tag);
  if (found == entries.end()) found = entries.find(tag.substr(0, tag.find('-')));
  using Value = decltype(&found->second);
  return found == entries.end() ? Value{nullptr} : &found->second;
}

}  // namespace tilstand::text
