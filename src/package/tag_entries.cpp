// SPDX-License-Identifier: Apache-2.0
#include "package/tag_entries.hpp"

#include "base/number_text.hpp"
#include "haru/syntax.hpp"

namespace tilstand::package {
namespace {

std::string text_entry(const char* key, const std::string& text) {
  return text.empty() ? std::string() : key + haru::text_string(text);
}

/// ISO 32000-1, 14.8.5.
std::string attributes(const scene::Tag& tag, Length height) {
  if (tag.scope == scene::Tag::Scope::row) return "/A<</O/Table/Scope/Row>>";
  if (tag.scope == scene::Tag::Scope::column) return "/A<</O/Table/Scope/Column>>";
  if (tag.role == scene::Role::L) {
    constexpr const char* names[] = {"None", "Disc", "Decimal"};
    return std::string("/A<</O/List/ListNumbering/") + names[static_cast<std::size_t>(tag.numbering)] + ">>";
  }
  if (tag.box) return "/A<</O/Layout/Placement/Block/BBox" + box_array(*tag.box, height) + ">>";
  return {};
}

}  // namespace

std::string box_array(const Rect& box, Length height) {
  return "[" + in_points(box.left()) + " " + in_points(height - box.bottom()) + " " + in_points(box.right()) + " " +
         in_points(height - box.top()) + "]";
}

std::string tag_entries(const scene::Tag& tag, Length height) {
  std::string entries = std::string("/S/") + scene::name_of(tag.role);
  entries += text_entry("/Alt", tag.alternate) + text_entry("/ActualText", tag.actual);
  entries += text_entry("/Lang", tag.language);
  if (!tag.note_id.empty()) entries += "/ID" + haru::byte_string(tag.note_id);
  return entries += attributes(tag, height);
}

}  // namespace tilstand::package
