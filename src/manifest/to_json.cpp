// SPDX-License-Identifier: Apache-2.0
#include "base/json_entry.hpp"
#include "manifest/manifest.hpp"

namespace tilstand::manifest {
namespace {

std::string file(const File& one) { return JsonEntry().text("file", one.path).text("sha256", one.sha256).done(); }

std::string part(const Part& one) {
  return JsonEntry().text("id", one.id).text("title", one.title).number("first", one.first).number("last", one.last).text("digest", one.digest).done();
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
  JsonEntry entry;
  entry.text("label", one.label);
  if (one.part != Page::no_part) entry.number("part", one.part);
  return entry.text("text", one.text).text("looks", one.looks).number("left", one.left).raw("blocks", stretches(one.blocks)).done();
}

std::string block(const Block& one) {
  JsonEntry entry;
  entry.text("kind", one.kind);
  if (one.part != Page::no_part) entry.number("part", one.part);
  entry.text("digest", one.digest);
  if (!one.words.empty()) entry.text("words", one.words);
  return entry.done();
}

std::string figure(const Figure& one) {
  JsonEntry entry, fields;
  entry.text("name", one.name).number("year", one.year);
  for (const auto& [key, value] : one.fields) fields.text(key.c_str(), value);
  entry.raw("fields", one.fields.empty() ? "{}" : fields.done());
  std::string values;
  for (const Value& value : one.values)
    values += (values.empty() ? "" : ", ") + JsonEntry().number("year", value.year).text("value", value.number).text("place", value.place).done();
  return entry.raw("values", "[" + values + "]").done();
}

}  // namespace

std::string to_json(const Manifest& one) {
  std::string json = "{\n  \"format\": 1,\n  \"program\": " + json_string(one.program);
  const auto member = [&](const char* key, const std::string& value) { json += ",\n  " + json_string(key) + ": " + value; };
  member("libraries", json_list(one.libraries, "  ", json_string));
  member("series", json_string(one.series));
  member("title", json_string(one.title));
  member("language", json_string(one.language));
  member("date", json_string(one.date));
  member("data", json_string(one.data));
  member("output", file(one.output));
  member("parts", json_list(one.parts, "  ", part));
  member("pages", json_list(one.pages, "  ", page));
  member("blocks", json_list(one.blocks, "  ", block));
  member("figures", json_list(one.figures, "  ", figure));
  member("inputs", json_list(one.inputs, "  ", file));
  return json + "\n}\n";
}

}  // namespace tilstand::manifest
