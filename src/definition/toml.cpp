// SPDX-License-Identifier: Apache-2.0
#include "definition/toml.hpp"

#include <algorithm>

// The library asserts, in debug builds, what it goes on to refuse with an error of its own: "[!]" would end the program.
#define TOML_ASSERT(expr) static_assert(true)
#include <toml++/toml.h>

#include "definition/toml_guard.hpp"

namespace tilstand::definition {
namespace {

constexpr std::size_t deepest_key = 16;
constexpr int deepest_table = 64;

/// Byte offsets of places, asked for mostly in reading order: it goes on from the last one.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) { restart(); }

  std::size_t offset(Position wanted) {
    if (wanted < at_) restart();
    while (at_ < wanted && offset_ < text_.size()) step();
    return offset_;
  }

 private:
  void restart() {
    at_ = {1, 1};
    offset_ = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  }
  void step() {
    std::size_t length = 1;
    while (offset_ + length < text_.size() && (static_cast<unsigned char>(text_[offset_ + length]) & 0xC0) == 0x80) ++length;
    at_ = advanced(at_, text_.substr(offset_, length));
    offset_ += length;
  }

  std::string_view text_;
  Position at_{};
  std::size_t offset_ = 0;
};

Position position(const toml::source_position& place) { return {place.line, place.column}; }

/// Turns the library's tree into ours: file order, our spans, strings with the place of their content.
class Converter {
 public:
  Converter(std::string_view text, FileId file, Position origin, Diagnostics& diagnostics)
      : text_(text), file_(file), origin_(origin), diagnostics_(diagnostics), cursor_(text) {}

  Toml convert(const toml::node& node, int depth = 0) {
    Toml result{{}, span(node.source())};
    if (depth > deepest_table) {
      if (!too_deep_) diagnostics_.error("definition.syntax", "tables or arrays are nested too deeply", result.span);
      too_deep_ = true;
      return result;
    }
    if (const toml::table* table = node.as_table()) {
      result.value = members(*table, depth);
    } else if (const toml::array* array = node.as_array()) {
      Toml::Array items;
      for (const toml::node& item : *array) items.push_back(convert(item, depth + 1));
      result.value = std::move(items);
    } else {
      convert_scalar(node, result);
    }
    return result;
  }

  SourceSpan span(const toml::source_region& region) const {
    return {file_, placed(position(region.begin)), placed(position(region.end))};
  }

 private:
  /// A place of the fragment as a place of the file.
  Position placed(Position place) const {
    if (place.line == 1) place.column += origin_.column - 1;
    return {place.line + origin_.line - 1, place.column};
  }

  Toml::Table members(const toml::table& table, int depth) {
    std::vector<std::pair<const toml::key*, const toml::node*>> found;
    for (auto&& [key, node] : table) found.emplace_back(&key, &node);
    const auto place = [](const auto& entry) { return position(entry.first->source().begin); };
    std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) { return place(a) < place(b); });
    Toml::Table result;
    for (const auto& [key, node] : found)
      result.push_back({std::string(key->str()), span(key->source()), convert(*node, depth + 1)});
    return result;
  }

  void convert_scalar(const toml::node& node, Toml& result) {
    if (const auto* text = node.as_string()) {
      result.value = text->get();
      result.span = content_span(node.source());
    } else if (const auto* integer = node.as_integer()) {
      result.value = integer->get();
    } else if (const auto* real = node.as_floating_point()) {
      result.value = real->get();
    } else if (const auto* boolean = node.as_boolean()) {
      result.value = boolean->get();
    } else {  // a date or time stands as it is written
      const std::size_t begin = cursor_.offset(position(node.source().begin));
      result.value = std::string(text_.substr(begin, cursor_.offset(position(node.source().end)) - begin));
    }
  }

  /// The characters inside the quotes.
  SourceSpan content_span(const toml::source_region& region) {
    Position begin = position(region.begin), end = position(region.end);
    const std::string_view rest = text_.substr(cursor_.offset(begin));
    const bool multi_line = rest.starts_with("\"\"\"") || rest.starts_with("'''");
    const std::uint32_t quotes = multi_line ? 3 : 1;
    begin.column += quotes;
    end.column -= std::min(end.column - 1, quotes);
    const bool new_line = multi_line && (rest.substr(3).starts_with("\n") || rest.substr(3).starts_with("\r\n"));
    if (new_line) begin = {begin.line + 1, 1};
    return {file_, placed(begin), placed(end)};
  }

  std::string_view text_;
  FileId file_;
  Position origin_;
  Diagnostics& diagnostics_;
  Cursor cursor_;
  bool too_deep_ = false;
};

/// The library's message without its frame: lower case, no full stop.
std::string plain_message(std::string_view description) {
  std::string text(description);
  if (!text.empty() && text[0] == 'E') text[0] = 'e';
  const std::size_t internal = text.find(" (TOML_MAX");
  if (internal != std::string::npos) text.erase(internal);
  return text;
}

/// Keeps from the parser what it can't take; false when there is such a thing.
bool check_text(std::string_view text, FileId file, Position origin, Diagnostics& diagnostics) {
  if (!check_utf8(text, file, origin, diagnostics)) return false;
  const auto refuse = [&](std::size_t offset, const char* message, const char* hint) {
    const Position at = advanced(origin, text.substr(0, offset));
    diagnostics.error("definition.syntax", message, {file, at, {at.line, at.column + 1}}, hint);
    return false;
  };
  if (const auto deep = too_deep_key(text, deepest_key)) return refuse(*deep, "a dotted key is nested too deeply", "");
  if (const auto stray = stray_character(text))
    return refuse(*stray, "this character can stand only in quotation marks or in a comment", "write a key with such letters in quotation marks");
  return true;
}

}  // namespace

const Toml* Toml::find(std::string_view key) const {
  const Table* table = std::get_if<Table>(&value);
  if (!table) return nullptr;
  const auto found = std::find_if(table->begin(), table->end(), [&](const Member& member) { return member.key == key; });
  return found == table->end() ? nullptr : &found->value;
}

std::optional<Toml> parse_toml_at(std::string_view text, FileId file, Position origin, Diagnostics& diagnostics) {
  if (!check_text(text, file, origin, diagnostics)) return std::nullopt;
  Converter converter(text, file, origin, diagnostics);
  try {
    const toml::table table = toml::parse(text);
    return converter.convert(table);
  } catch (const toml::parse_error& mistake) {
    SourceSpan place = converter.span(mistake.source());
    if (place.end <= place.begin) place.end = {place.begin.line, place.begin.column + 1};
    const std::size_t at = Cursor(text).offset(position(mistake.source().begin));
    const bool line_end = at < text.size() && (text[at] == '\n' || text[at] == '\r');
    if (line_end && mistake.description().find("parsing string") != std::string_view::npos)
      diagnostics.error("definition.syntax", "this string is not closed on its line", place, "close it with a quotation mark, or write it between three of them");
    else diagnostics.error("definition.syntax", plain_message(mistake.description()), place);
    return std::nullopt;
  }
}

std::optional<Toml> parse_toml(FileId file, const Sources& sources, Diagnostics& diagnostics) {
  return parse_toml_at(sources.text(file), file, {1, 1}, diagnostics);
}

}  // namespace tilstand::definition
