// SPDX-License-Identifier: Apache-2.0
#include "package/checks.hpp"

#include <algorithm>

#include "base/number_text.hpp"

namespace tilstand::package {
namespace {

/// 1 to 6; 0 for what is no heading.
int heading_level(scene::Role role) {
  switch (role) {
    case scene::Role::H1: return 1;
    case scene::Role::H2: return 2;
    case scene::Role::H3: return 3;
    case scene::Role::H4: return 4;
    case scene::Role::H5: return 5;
    case scene::Role::H6: return 6;
    default: return 0;
  }
}

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

std::string what_is_drawn(const scene::Item& item) {
  const auto* text = std::get_if<scene::TextItem>(&item.drawing);
  if (std::holds_alternative<scene::PictureItem>(item.drawing)) return "a picture";
  return text == nullptr ? "a shape" : "the text \"" + text->run.text + "\"";
}

bool has_owner(const scene::Item& item, const TagTree& tags) {
  return item.mark.tag ? tags.is_open(item.mark.tag) : item.mark.artifact != layout::Artifact::none;
}

}  // namespace

void Checks::metadata(const Metadata& metadata, Diagnostics& diagnostics) const {
  if (is_blank(metadata.title)) {
    diagnostics.error("package.no-title", "the report has no title, which PDF/UA-1 asks for", {}, "set title in [report]");
  }
  if (is_blank(metadata.language)) {
    diagnostics.error("package.no-language", "the report has no language, which PDF/UA-1 asks for", {}, "set language in [report]");
  }
}

void Checks::tag(const scene::Tag& tag, Diagnostics& diagnostics) {
  const int level = heading_level(tag.role);
  if (level > 0) heading(tag, level, diagnostics);
  if (tag.role == scene::Role::Note) note(tag, diagnostics);
  if (tag.role == scene::Role::Figure && is_blank(tag.alternate) && is_blank(tag.actual)) {
    diagnostics.error("package.figure-without-alt", "the figure has no alternative text", tag.span,
                      "describe what it shows for those who can't see it");
  }
  if (tag.role == scene::Role::TH && tag.scope == scene::Tag::Scope::none) {
    diagnostics.error("package.table-head-without-scope", "the table's head cell doesn't say whether it heads a row or a column",
                      tag.span);
  }
}

void Checks::heading(const scene::Tag& tag, int level, Diagnostics& diagnostics) {
  if (level > heading_level_ + 1) {
    const std::string before = heading_level_ == 0 ? "is the first heading" : "follows one of level " + decimal(heading_level_);
    diagnostics.error("package.heading-skip", "a heading of level " + decimal(level) + " " + before, tag.span,
                      "use level " + decimal(heading_level_ + 1));
  }
  heading_level_ = level;
}

void Checks::note(const scene::Tag& tag, Diagnostics& diagnostics) {
  if (tag.note_id.empty()) {
    diagnostics.error("package.note-without-id", "the note has no identifier", tag.span);
  } else if (!notes_.insert(tag.note_id).second) {
    diagnostics.error("package.note-without-id", "another note has the identifier \"" + tag.note_id + "\" too", tag.span);
  }
}

void Checks::page(const scene::Page& page, const TagTree& tags, Diagnostics& diagnostics) const {
  const auto orphan = std::find_if_not(page.items.begin(), page.items.end(),
                                       [&](const scene::Item& item) { return has_owner(item, tags); });
  if (orphan != page.items.end()) {
    diagnostics.error("package.untagged-content",
                      what_is_drawn(*orphan) + " on page " + decimal(page.index + 1) + " is neither tagged nor an artifact", {});
  }
  for (const scene::Link& link : page.links) {
    if (is_blank(link.contents)) {
      diagnostics.error("package.link-without-contents", "the link doesn't say where it leads", tags.span(link.tag));
    }
    if (!tags.is_open(link.tag)) {
      diagnostics.error("package.untagged-content", "a link on page " + decimal(page.index + 1) + " is not tagged", {});
    }
  }
}

void Checks::glyphs(const std::vector<paint::PdfCanvas::Unreadable>& unreadable, const TagTree& tags, Diagnostics& diagnostics) const {
  for (const paint::PdfCanvas::Unreadable& glyph : unreadable) {
    diagnostics.error("package.glyph-without-unicode",
                      "glyph " + decimal(glyph.glyph) + " that is drawn for \"" + glyph.text + "\" has no Unicode character",
                      tags.span(glyph.mark.tag), "use a character that the font has");
  }
}

}  // namespace tilstand::package
