// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/id.hpp"
#include "chart/plan.hpp"
#include "content/inline.hpp"
#include "content/plain_rows.hpp"
#include "content/printed.hpp"
#include "definition/definition.hpp"
#include "picture/picture.hpp"

namespace tilstand::content {

/// Where a block goes, taken from its definition with defaults filled in.
struct Placement {
  std::string frame{};        ///< empty: the flow
  definition::Place place = definition::Place::here;
  std::optional<Length> at, before, after;
  int column = 0, span = 0;   ///< 0: all columns of the frame
  definition::Wrap wrap = definition::Wrap::none;
};

/// A paragraph or heading: inlines in one style.
struct Paragraph {
  std::string style;
  std::vector<Inline> inlines;
  int heading_level = 0;      ///< 0: a paragraph; 1–6: tagged H1–H6
  bool artifact = false;
  bool listed = false;        ///< heading: in outline and contents
};

/// A section with a side head: children are its heading, side notes and body blocks.
struct Section {
  std::string head_style;
};

/// A bulleted or numbered list; children are `ListItem`s, whose children are blocks.
struct List {
  bool ordered = false;
  int start = 1;
  std::string style;
};
struct ListItem {
  std::string label;          ///< "–", "1."; tagged Lbl
  bool wide_label = false;    ///< facts: label in its own column
  std::string label_style;
  bool side_label = false;    ///< the label's column is as wide as the side columns
  PrintedRanges label_printed{};
};

/// A note at the foot of the page of its mark. Numbered by layout.
struct FootNote {};

/// Text beside the body, under the side head of its section.
struct SideNote {};

/// A chart with or without caption.
struct Figure {
  chart::Plan plan;
  int number = 0;             ///< 0: no caption
  std::string title, unit, source;
  PrintedRanges title_printed{}, unit_printed{}, source_printed{};  ///< of `title`, `unit` and `source`
  NodeId table{};             ///< the table of its data; none: there is none
};

/// One paragraph of a table cell or of a head.
struct CellText {
  std::string style;
  std::vector<Inline> inlines;
};

/// A cell: paragraphs, or a small chart (`plan`). One that spans rows or columns stands where it begins; the other places are `covered`.
struct Cell {
  std::vector<CellText> lines;
  std::optional<chart::Plan> plan;
  int columns = 1, rows = 1;
  bool covered = false;

  bool spans() const { return columns > 1 || rows > 1; }
  bool empty() const;  ///< nothing is printed
};

struct TableColumn {
  std::optional<Length> width;
  definition::Column::Align align = definition::Column::Align::left;
  bool row_head = false;
  std::optional<Length> least = {}, most = {};  ///< bounds of a width by content
  int share = 0;              ///< parts of the room that is left; 0: by content
};

/// A table. Either `rows` (rich cells) or `plain` holds the body.
struct Table {
  int number = 0;             ///< 0: no caption
  NodeId figure{};            ///< the chart whose data it holds; none: it is a table of its own
  std::string title, note;
  std::vector<TableColumn> columns;
  std::vector<Cell> head;     ///< of the columns themselves
  struct Row {
    enum class Kind { data, group_head, subtotal, foot, total };
    std::vector<Cell> cells;  ///< one a column
    bool starts_group = false;
    Kind kind = Kind::data;
    std::int32_t group = -1;  ///< row of its group's head; −1: none
  };
  std::vector<Row> rows;
  std::optional<PlainRows> plain;
  std::vector<std::vector<Cell>> over = {};  ///< levels of heads above `head`, topmost first; one cell a column each
  PrintedRanges title_printed = {}, note_printed = {};  ///< of `title` and `note`
  std::vector<Row> foot = {};                ///< below all rows: its own cells, totals
  CarriedSums carried = {};
  std::string style = {};                    ///< of the theme's table styles
  bool foot_each_page = false, continued = false, break_rows = false, turned = false, column_sets = false;

  std::size_t row_count() const { return plain ? plain->ends.size() / (columns.empty() ? 1 : columns.size()) : rows.size(); }
  /// The cell of a body row, whichever way it is kept.
  Cell cell(std::size_t row, std::size_t column) const;
  /// How many levels of heads there are.
  std::int32_t levels() const { return static_cast<std::int32_t>(over.size()) + 1; }
  /// The cells of a head level: −1 is that of the columns, −2 the one above it.
  const std::vector<Cell>& level(std::int32_t row) const { return row == -1 ? head : over.at(over.size() + static_cast<std::size_t>(row + 1)); }
};

/// Tiles side by side; children are `Tile`s.
struct Tiles {};
struct Tile {
  std::vector<Inline> label, value, unit, trend, before, source;
  chart::Plan scale;
};

/// Rows of a large value, a sentence and a trend; children are `KeyFigure`s.
struct KeyFigures {};
struct KeyFigure {
  std::vector<Inline> value, sentence, trend, label;
};

/// Children side by side in equal columns.
struct Group {
  int columns = 1;
  bool ruled = false;
  bool flow = false;          ///< text runs from column to column
};

/// Matter set apart. With a master it fills a page.
struct Panel {
  std::string master;
  std::string style{};        ///< of the theme's panels; empty: rules above and below
};

/// A picture from a file, with or without caption.
struct Image {
  PictureId picture{};
  std::string alt;            ///< empty only when decorative
  bool decorative = false;
  int number = 0;             ///< 0: not numbered
  std::string title, caption, credit;
  std::optional<Length> width, height;
  definition::Fit fit = definition::Fit::contain;
  double focus_x = 50, focus_y = 50;  ///< per cent
  PrintedRanges title_printed{}, caption_printed{}, credit_printed{};  ///< of `title`, `caption` and `credit`

  bool has_caption() const { return number > 0 || !caption.empty() || !credit.empty(); }
};

/// Words set apart as someone's; children are paragraphs.
struct PullQuote {};

/// Contents list; layout fills page numbers. Each entry is a child, and holds a list of the entries below it.
struct Toc {};
struct TocEntry {
  NodeId target{};
  std::vector<Inline> title, subtitle;
  std::optional<chart::Plan> status;
  int level = 1;
  std::string number{};       ///< "Figur 3", in lists of figures and tables
};

/// A place in the words of its parent, which an index or a glossary speaks of.
struct Anchor {};

/// An index: a paragraph with the letter before each list. Layout fills page numbers.
struct Index {};
/// Entries that follow one another; children are `IndexEntry`s, each of which may hold a list of entries below it.
struct IndexList {};
struct IndexEntry {
  struct Place {
    NodeId first{}, last{};   ///< where it begins and ends; the same for a single place
  };
  std::string title;
  int level = 1;
  std::vector<Place> places{};
  std::vector<Inline> see{};  ///< "se også …"
};

/// Ends the page.
struct PageBreak {
  std::string master;
};

/// A part: a run of pages.
struct Part {
  std::string title, subtitle, running, thumb, master;
  definition::Side start = definition::Side::any;
  bool listed = true;
  definition::Numbering numbering = definition::Numbering::as_before;
  int number_from = 0;        ///< 0: counts on
  bool left_out = false;      ///< composed, so that numbers stay those of the whole report, but not printed in this copy
  PrintedRanges title_printed{}, running_printed{}, thumb_printed{};  ///< of `title`, `running` and `thumb`
};

struct Document {};

using Body = std::variant<Document, Part, Section, Paragraph, List, ListItem, FootNote, SideNote, Figure, Table, Tiles, Tile,
                          KeyFigures, KeyFigure, Group, Panel, Toc, TocEntry, PageBreak, Image, PullQuote, Anchor, Index, IndexList, IndexEntry>;

/// A node of the tree. Children come in reading order; ids rise in reading order (preorder), so an id is an order too.
struct Node {
  NodeId parent{};
  std::vector<NodeId> children;
  Body body;
  Placement placement;
  std::string name;       ///< id for references; empty: none
  SourceSpan span;        ///< where the author wrote it
  std::string language{}; ///< of a paragraph's words, when it isn't the document's
};

/// The report's meaning without any coordinate. `nodes[0]` is the document.
struct Tree {
  std::vector<Node> nodes;
  std::string title, author, subject, keywords, licence, language, running, date;
  PrintedRanges running_printed{};  ///< of `running`
  PrintedList printed{};
  std::string name;  ///< file stem of the output, bindings of `Definition::name` resolved

  const Node& operator[](NodeId id) const { return nodes.at(id.value); }
  const std::string& language_of(NodeId id) const { return (*this)[id].language.empty() ? language : (*this)[id].language; }
};

/// Readable text of the tree, as `tilstand dump --stage content` prints it.
std::string to_text(const Tree& tree, const std::vector<data::Figure>& figures);

}  // namespace tilstand::content
