// SPDX-License-Identifier: Apache-2.0
#include "base/json_text.hpp"
#include "diff/difference.hpp"
#include "diff/words.hpp"

namespace tilstand::diff {
namespace {

std::string member(const char* key, const std::string& value) { return json_string(key) + ": " + value; }
/// A member that is left out when it says nothing.
std::string optional_member(const char* key, const std::string& text) { return text.empty() ? std::string() : ", " + member(key, json_string(text)); }

template <class Item, class Spell>
std::string list(const std::vector<Item>& items, const std::string& indent, Spell spell) {
  if (items.empty()) return "[]";
  std::string text = "[";
  for (const Item& item : items) text += (text.size() == 1 ? "\n" : ",\n") + indent + "  " + spell(item);
  return text + "\n" + indent + "]";
}

std::string change_text(const Change& one) {
  return "{ " + member("what", json_string(one.what)) + optional_member("before", one.before) + optional_member("after", one.after) +
         optional_member("place-before", one.place_before) + optional_member("place-after", one.place_after) + " }";
}

std::string entry_text(const Entry& one) {
  return "{ " + member("change", json_string(word_of(one.kind))) + ", " + member("name", json_string(one.name)) + optional_member("label", one.label) +
         ", " + member("changes", list(one.changes, "      ", change_text)) + " }";
}

std::string region_text(const Region& one) {
  return "[" + std::to_string(one.left) + ", " + std::to_string(one.top) + ", " + std::to_string(one.width) + ", " + std::to_string(one.height) + "]";
}

std::string side_page(const SidePage& one) {
  std::string regions;
  for (const Region& region : one.regions) regions += (regions.empty() ? "" : ", ") + region_text(region);
  return "{ " + member("page", std::to_string(one.index + 1)) + ", " + member("label", json_string(one.label)) + optional_member("picture", one.picture) +
         (one.picture.empty() ? std::string() : ", " + member("regions", "[" + regions + "]")) + " }";
}

std::string page_text(const PageDifference& one) {
  std::string text = "{ " + member("change", json_string(word_of(one.kind))) + optional_member("part", one.part);
  if (one.before) text += ", " + member("before", side_page(*one.before));
  if (one.after) text += ", " + member("after", side_page(*one.after));
  std::string words;
  for (const std::string& beginning : one.words) words += (words.empty() ? "" : ", ") + json_string(beginning);
  return text + ", " + member("words", "[" + words + "]") + " }";
}

std::string side_text(const Side& side) {
  return "{ " + member("path", json_string(side.path)) + optional_member("title", side.title) + optional_member("language", side.language) +
         (side.pages == 0 ? std::string() : ", " + member("pages", std::to_string(side.pages))) + " }";
}

}  // namespace

std::string to_json(const Difference& difference) {
  std::string json = "{\n  " + member("before", side_text(difference.before)) + ",\n  " + member("after", side_text(difference.after));
  for (const Section& section : difference.sections) json += ",\n  " + member(section.id.c_str(), list(section.entries, "  ", entry_text));
  if (difference.editions) json += ",\n  " + member("changed-pages", list(difference.pages, "  ", page_text));
  return json + "\n}\n";
}

}  // namespace tilstand::diff
