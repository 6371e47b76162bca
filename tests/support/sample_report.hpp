// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "font/library.hpp"
#include "layout/lay_out.hpp"

namespace tilstand::sample {

/// The project's fonts, read once.
const font::Library& fonts();

/// A small report without definition or data: a theme made in code and a tree that a test grows node by node.
struct Report {
  Report();

  Sources sources;
  Diagnostics diagnostics;
  definition::Theme theme;
  definition::Words words;
  locale::Forms forms{"nb"};
  text::Shaper shaper;
  content::Tree tree;

  /// Adds a node below `parent`; ids rise in reading order when a test adds in reading order.
  NodeId add(NodeId parent, content::Body body, content::Placement placement = {});
  NodeId part(const std::string& title, const std::string& master = "text", definition::Side start = definition::Side::any);
  NodeId paragraph(NodeId parent, const std::string& words, const std::string& style = "body");
  NodeId heading(NodeId parent, int level, const std::string& words);
  /// `count` paragraphs of about four lines each.
  void prose(NodeId parent, int count);

  layout::Inputs inputs();
  /// Settles, lays out once more and keeps the pages.
  std::vector<layout::Page> pages();

  layout::Settled settled;
};

content::Inline words(std::string text);
content::Inline note_mark(NodeId note);
content::Inline page_of(NodeId target);
/// A cell with one line in the style "cell".
content::Cell cell(std::string text);
/// A table with two columns and rows of rich cells.
content::Table table(int rows);
/// A table with `columns` columns of plain rows.
content::Table plain_table(std::size_t rows, std::size_t columns);
/// About forty words of prose, different for each number.
std::string passage(int number);

/// The words of a page's lines, artifacts left out.
std::vector<const layout::PlacedLine*> lines_of(const layout::Page& page);
std::string text_of(const layout::PlacedLine& line);

}  // namespace tilstand::sample
