// SPDX-License-Identifier: Apache-2.0
#include "package/tag_entries.hpp"

#include "base/number_text.hpp"
#include "haru/syntax.hpp"

namespace tilstand::package {
namespace {

std::string text_entry(const char* key, const std::string& text) {
  return text.empty() ? std::string() : key + haru::text_string(text);
}

/// Scope, spans and heads of a table cell (ISO 32000-1, 14.8.5.7).
std::string cell_attributes(const scene::Tag& tag) {
  std::string entries;
  if (tag.scope == scene::Tag::Scope::row) entries += "/Scope/Row";
  if (tag.scope == scene::Tag::Scope::column) entries += "/Scope/Column";
  if (tag.rows > 1) haru::append_integer(entries += "/RowSpan ", tag.rows);
  if (tag.columns > 1) haru::append_integer(entries += "/ColSpan ", tag.columns);
  if (!tag.headers.empty()) {
    entries += "/Headers[";
    for (const std::string& id : tag.headers) entries += haru::byte_string(id);
    entries += "]";
  }
  return entries.empty() ? entries : "/A<</O/Table" + entries + ">>";
}

/// ISO 32000-1, 14.8.5.
std::string attributes(const scene::Tag& tag, Length height) {
  if (tag.role == scene::Role::TH || tag.role == scene::Role::TD) return cell_attributes(tag);
  if (tag.role == scene::Role::L) {
    constexpr const char* names[] = {"None", "Disc", "Decimal"};
    return std::string("/A<</O/List/ListNumbering/") + names[static_cast<std::size_t>(tag.numbering)] + ">>";
  }
  if (tag.box) return std::string("/A<</O/Layout/Placement/") + (tag.in_line ? "Inline" : "Block") + "/BBox" + box_array(*tag.box, height) + ">>";
  return {};
}

}  // namespace

std::string box_array(const Rect& box, Length height) {
  return "[" + in_points(box.left()) + " " + in_points(height - box.bottom()) + " " + in_points(box.right()) + " " +
         in_points(height - box.top()) + "]";
}

const char* type_name(scene::Role role, Vocabulary vocabulary) {
  return role == scene::Role::Note && vocabulary == Vocabulary::pdf2 ? "FENote" : scene::name_of(role);
}

bool is_type_of_pdf2(scene::Role role) {
  using scene::Role;
  return role != Role::Reference && role != Role::TOC && role != Role::TOCI && role != Role::BlockQuote && role != Role::Index;
}

std::string tag_entries(const scene::Tag& tag, Length height, Vocabulary vocabulary) {
  std::string entries = std::string("/S/") + type_name(tag.role, vocabulary);
  entries += text_entry("/Alt", tag.alternate) + text_entry("/ActualText", tag.actual);
  entries += text_entry("/Lang", tag.language);
  for (const std::string* id : {&tag.note_id, &tag.header_id})
    if (!id->empty()) entries += "/ID" + haru::byte_string(*id);
  if (vocabulary == Vocabulary::pdf2 && tag.role == scene::Role::Note) return entries += "/A<</O/FENote/NoteType/Footnote>>";
  return entries += attributes(tag, height);
}

}  // namespace tilstand::package
