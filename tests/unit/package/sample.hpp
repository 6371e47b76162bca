// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "colour/palette.hpp"
#include "font/library.hpp"
#include "package/writer.hpp"
#include "text/shaper.hpp"

namespace tilstand::package {

constexpr Size a4{{210 * Length::per_mm}, {297 * Length::per_mm}};

/// Fonts, colours and a shaper to make scenes by hand.
struct Tools {
  Sources sources;
  Diagnostics fonts_said;
  font::Library library = *font::read_library(std::string(TILSTAND_ROOT) + "/fonts", {}, sources, fonts_said);
  colour::Palette palette{theme()};
  text::Shaper shaper{library, {}};

  static definition::Theme theme() {
    definition::Theme theme;
    theme.palette = {{"ink", 20, 32, 43, "", {}}, {"paper", 255, 255, 255, "", {}}, {"accent", 179, 55, 30, "", {}}};
    return theme;
  }

  /// The runs of one line of text.
  std::vector<text::GlyphRun> runs(const std::string& text, const std::string& family = "Vollkorn", double size = 11) {
    text::Span span;
    span.text = text;
    span.font.family = family;
    span.font.size = pt(size);
    return shaper.line({span}).runs;
  }
};

/// One report of two pages with each kind of element; tests change what they are about.
struct Sample {
  Writer::Options options;
  std::vector<scene::Page> pages{2};
  std::uint32_t next_tag = 0;

  scene::Tag& open(std::uint32_t page, scene::Role role, scene::TagId parent) {
    scene::Tag tag;
    tag.id = {next_tag++};
    tag.parent = parent;
    tag.role = role;
    tag.order = tag.id.value;
    tag.span = {FileId{0}, {tag.id.value + 1, 1}, {tag.id.value + 1, 9}};
    pages[page].tags.push_back(tag);
    return pages[page].tags.back();
  }
  scene::TagId add(std::uint32_t page, scene::Role role, scene::TagId parent) { return open(page, role, parent).id; }

  void write(std::uint32_t page, scene::Mark mark, const std::vector<text::GlyphRun>& runs, double x, double y) {
    for (const text::GlyphRun& run : runs) {
      pages[page].items.push_back({mark, scene::TextItem{{mm(x) + run.x, mm(y)}, run}});
    }
  }
  /// An element with one line of text.
  scene::TagId say(std::uint32_t page, scene::Role role, scene::TagId parent, const std::vector<text::GlyphRun>& runs, double x, double y) {
    const scene::TagId tag = add(page, role, parent);
    write(page, {tag, layout::Artifact::none}, runs, x, y);
    return tag;
  }
};

Sample make_sample(Tools& tools, const std::string& path);

/// Writes all pages; the result of `finish`.
bool write(const Sample& sample, Tools& tools, Diagnostics& diagnostics);

}  // namespace tilstand::package
