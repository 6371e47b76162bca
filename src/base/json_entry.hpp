// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/json_text.hpp"

namespace tilstand {

/// Members of one JSON object on one line.
class JsonEntry {
 public:
  JsonEntry& text(const char* key, const std::string& value) { return raw(key, json_string(value)); }
  JsonEntry& number(const char* key, std::int64_t value) { return raw(key, std::to_string(value)); }
  /// `value` is JSON already.
  JsonEntry& raw(const char* key, const std::string& value) {
    text_ += (text_.empty() ? "" : ", ") + json_string(key) + ": " + value;
    return *this;
  }
  std::string done() const { return "{ " + text_ + " }"; }

 private:
  std::string text_;
};

/// A JSON array, an item a line, as `spell` writes it; `indent` is that of the line which the array begins on.
template <class Item, class Spell>
std::string json_list(const std::vector<Item>& items, const std::string& indent, Spell spell) {
  if (items.empty()) return "[]";
  std::string text = "[";
  std::string separator = "\n" + indent + "  ";
  for (const Item& item : items) {
    text += separator + spell(item);
    separator = ",\n" + indent + "  ";
  }
  return text + "\n" + indent + "]";
}

}  // namespace tilstand
