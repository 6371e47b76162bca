// SPDX-License-Identifier: Apache-2.0
#include "definition/words.hpp"

namespace tilstand::definition {

const std::string& Words::operator()(const std::string& key) const {
  static const std::string missing = "⟨?⟩";  // never printed: the reader reports a missing key as an error
  const auto found = entries.find(key);
  return found == entries.end() ? missing : found->second;
}

const std::string& Words::plural(const std::string& key, const std::string& category) const {
  const std::string own = key + "." + category;
  return (*this)(has(own) ? own : key + ".other");
}

std::string fill(std::string pattern, const std::map<std::string, std::string>& slots) {
  std::string result;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t end = pattern[at] == '{' ? pattern.find('}', at) : std::string::npos;
    const auto slot = end == std::string::npos ? slots.end() : slots.find(pattern.substr(at + 1, end - at - 1));
    if (slot == slots.end()) {
      result.push_back(pattern[at++]);
    } else {
      result += slot->second;
      at = end + 1;
    }
  }
  return result;
}

}  // namespace tilstand::definition
