// SPDX-License-Identifier: Apache-2.0
#include "base/json_text.hpp"
#include "manifest/manifest.hpp"

namespace tilstand::manifest {
namespace {

/// Members of one object on one line.
class Entry {
 public:
  Entry& text(const char* key, const std::string& value) { return raw(key, json_string(value)); }
  Entry& number(const char* key, std::int64_t value) { return raw(key, std::to_string(value)); }
  Entry& raw(const char* key, const std::string& value) {
    text_ += (text_.empty() ? "" : ", ") + json_string(key) + ": " + value;
    return *this;
  }
  std::string done() const { return "{ " + text_ + " }"; }

 private:
  std::string text_;
};

template <class Item, class Spell>
std::string list(const std::vector<Item>& items, Spell spell) {
  if (items.empty()) return "[]";
  std::string text = "[";
  const char* separator = "\n    ";
  for (const Item& item : items) {
    text += separator + spell(item);
    separator = ",\n    ";
  }
  return text + "\n  ]";
}

std::string file(const File& one) { return Entry().text("file", one.path).text("sha256", one.sha256).done(); }

std::string part(const Part& one) {
  return Entry().text("id", one.id).text("title", one.title).number("first", one.first).number("last", one.last).text("digest", one.digest).done();
}

/// Ascending numbers as stretches: [[3, 9], [12, 12]].
std::string stretches(const std::vector<std::uint32_t>& numbers) {
  std::string text = "[";
  for (std::size_t at = 0; at < numbers.size();) {
    std::size_t end = at + 1;
    while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) ++end;
    text += (at == 0 ? "[" : ", [") + std::to_string(numbers[at]) + ", " + std::to_string(numbers[end - 1]) + "]";
    at = end;
  }
  return text + "]";
}

std::string page(const Page& one) {
  Entry entry;
  entry.text("label", one.label);
  if (one.part != Page::no_part) entry.number("part", one.part);
  return entry.text("text", one.text).text("looks", one.looks).number("left", one.left).raw("blocks", stretches(one.blocks)).done();
}

std::string block(const Block& one) {
  Entry entry;
  entry.text("kind", one.kind);
  if (one.part != Page::no_part) entry.number("part", one.part);
  entry.text("digest", one.digest);
  if (!one.words.empty()) entry.text("words", one.words);
  return entry.done();
}

std::string figure(const Figure& one) {
  Entry entry, fields;
  entry.text("name", one.name).number("year", one.year);
  for (const auto& [key, value] : one.fields) fields.text(key.c_str(), value);
  entry.raw("fields", one.fields.empty() ? "{}" : fields.done());
  std::string values;
  for (const Value& value : one.values)
    values += (values.empty() ? "" : ", ") + Entry().number("year", value.year).text("value", value.number).text("place", value.place).done();
  return entry.raw("values", "[" + values + "]").done();
}

}  // namespace

std::string to_json(const Manifest& one) {
  std::string json = "{\n  \"format\": 1,\n  \"program\": " + json_string(one.program);
  const auto member = [&](const char* key, const std::string& value) { json += ",\n  " + json_string(key) + ": " + value; };
  member("libraries", list(one.libraries, json_string));
  member("series", json_string(one.series));
  member("title", json_string(one.title));
  member("language", json_string(one.language));
  member("date", json_string(one.date));
  member("data", json_string(one.data));
  member("output", file(one.output));
  member("parts", list(one.parts, part));
  member("pages", list(one.pages, page));
  member("blocks", list(one.blocks, block));
  member("figures", list(one.figures, figure));
  member("inputs", list(one.inputs, file));
  return json + "\n}\n";
}

}  // namespace tilstand::manifest
