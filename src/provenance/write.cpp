// SPDX-License-Identifier: Apache-2.0
#include "provenance/write.hpp"

#include <array>
#include <utility>

#include "base/json_text.hpp"
#include "base/utf8.hpp"

namespace tilstand::provenance {
namespace {

using Field = std::pair<const char*, std::string>;

std::array<Field, 13> fields_of(const Entry& entry) {
  return {{{"folio", entry.folio},
           {"page", std::to_string(entry.page)},
           {"value", entry.value},
           {"figure", entry.name},
           {"year", entry.years},
           {"form", entry.form},
           {"print", entry.drawn ? "drawn" : "text"},
           {"cell", entry.cells},
           {"pointer", entry.pointers},
           {"source", entry.source},
           {"derivation", entry.derivation},
           {"inputs", entry.inputs},
           {"tag", entry.tag ? std::to_string(entry.tag.value) : std::string()}}};
}

/// A field between quotes where it holds what divides fields (RFC 4180, 2).
std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') result += '"';
    result += c;
  }
  return result + "\"";
}

std::string filled(const std::string& text, std::size_t width) {
  const std::size_t length = decode_utf8(text).size();
  return length < width ? text + std::string(width - length, ' ') : text;
}

std::string row(const std::string& folio, const std::string& page, const std::string& value, const std::string& name, const std::string& form,
                const std::string& rest) {
  return filled(folio, 5) + " " + filled(page, 5) + " " + filled(value, 18) + " " + filled(name, 34) + " " + filled(form, 14) + " " + rest + "\n";
}

}  // namespace

std::string csv_head() {
  std::string line;
  for (const auto& [name, text] : fields_of({})) line += (line.empty() ? "" : ",") + std::string(name);
  return line + "\r\n";
}

std::string csv_line(const Entry& entry) {
  std::string line;
  bool first = true;
  for (const auto& [name, text] : fields_of(entry)) {
    if (!std::exchange(first, false)) line += ',';
    line += quoted(text);
  }
  return line + "\r\n";
}

std::string json_object(const Entry& entry) {
  std::string object = "{";
  for (const auto& [name, text] : fields_of(entry)) {
    if (text.empty()) continue;
    const bool number = std::string_view(name) == "page" || std::string_view(name) == "tag";
    object += (object.size() > 1 ? ", \"" : "\"") + std::string(name) + "\": " + (number ? text : json_string(text));
  }
  return object + "}";
}

std::string table_head() { return row("folio", "page", "value", "figure", "form", "cell"); }

std::string table_line(const Entry& entry) {
  std::string rest = entry.cells;
  if (!entry.derivation.empty()) rest += " = " + entry.derivation;
  if (!entry.source.empty()) rest += " (" + entry.source + ")";
  const std::string name = entry.years.empty() ? entry.name : entry.name + "[" + entry.years + "]";
  return row(entry.folio, std::to_string(entry.page), entry.value, name, entry.drawn ? entry.form + " drawn" : entry.form, rest);
}

}  // namespace tilstand::provenance
