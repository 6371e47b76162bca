// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.hpp"
#include "base/ink.hpp"
#include "definition/text.hpp"

namespace tilstand::definition {

/// A named colour of the palette, sRGB 0–255. Its index in `Theme::palette` is `Ink::role`.
struct Colour {
  std::string name;
  int red = 0, green = 0, blue = 0;
  std::string reversed;  ///< role used instead on a reversed (dark) ground; empty: itself
  SourceSpan span{};
  std::optional<int> print{};  ///< 0xRRGGBB in the variant for print; none: the same
  std::optional<std::array<int, 4>> inks{};  ///< cyan, magenta, yellow and black on a press, per cent; none: by the edition's profile
  std::string spot{};    ///< name of an ink of its own, which `inks` stand in for; empty: none
};

/// Where a report is seen: some colours differ, and charts may have patterns.
enum class Variant { screen, print };

/// When marks of a chart bear patterns besides their colours: never, in the variant for print where greys can't tell the
/// series apart, or wherever a key names several series.
enum class Patterns { never, print, always };

/// Colours of charts by what they are for: `[palette.…]`. A theme that says nothing takes "series-1" to "series-7" as far as
/// it has them, else "structure".
struct ChartPalettes {
  std::vector<Ink> categorical;   ///< series, in this order
  std::optional<Ink> highlight;   ///< the only series; none: the first of the series
  std::optional<Ink> muted;       ///< series beside highlighted ones; none: "grey"
  std::optional<Ink> sequential;  ///< full at the scale's end; none: "structure"
  std::optional<Ink> low, high;   ///< of a scale that passes zero, pale in its middle; none: as sequential
  int palest = 12;                ///< per cent of the ink where a scale begins
  Patterns patterns = Patterns::print;
  double distance = 11;           ///< least CIEDE2000 between two series, in every kind of colour vision
  double grey_step = 8;           ///< least difference of L* between series, in grey
  SourceSpan categorical_span{}, sequential_span{}, diverging_span{}, highlight_span{}, muted_span{};
};

enum class Align { left, right, centre, justified };
enum class Figures { lining, old_style };

/// Where text goes on after a tab.
struct TabStop {
  enum class Align { left, right, centre, decimal };
  Length at{};             ///< from the left edge of the measure; negative: from the right edge
  Align align = Align::left;
  std::string leader;      ///< sign that is repeated up to the stop: "."; empty: none
};

/// How justified lines are filled: widths of a word space in per cent of what the font gives.
struct Justification {
  int space_least = 80, space = 100, space_most = 133;
  int letter_fit = 10;     ///< thousandths of their width that letters may be spaced or tightened by, when the spaces are at their limits
};

/// How words are divided and paragraphs end.
struct Hyphenation {
  int letters = 3;         ///< at least so many before and after a hyphen
  int most_in_row = 2;     ///< divided lines
  std::optional<int> penalty{};  ///< per cent of the usual price of a divided word; none: by the alignment
};

/// How a stretch of text is set. A style may take all it does not say from another one (`like`).
struct Style {
  std::string name;
  std::string family;
  int weight = 400;        ///< 100–900
  bool italic = false;
  Length size{};           ///< em
  Length leading{};        ///< baseline to baseline
  int tracking = 0;        ///< thousandths of an em
  Ink ink{};
  Figures figures = Figures::lining;
  bool tabular = false;    ///< tabular figures
  std::string features;    ///< OpenType features turned on besides, four-letter tags between spaces: "ss11 smcp"
  bool hyphenate = false;
  Hyphenation hyphenation;
  Justification justification;
  int last_line = 20;      ///< least width of a paragraph's last line, per cent of the measure
  int drop_cap = 0;        ///< lines that the initial of a first paragraph stands beside; 0: no initial
  std::vector<TabStop> tabs;
  std::string language;    ///< of the text that says none of its own; empty: the report's
  Align align = Align::left;
  bool balance = false;    ///< lines of about equal length: for statements and titles
  Length indent{};         ///< first line of a paragraph that follows another one
  Length before{}, after{};
  SourceSpan span{};
};

/// A horizontal rule's stroke.
struct Rule {
  std::string name;  ///< section, figure, table, head, row, group, tile, toc, note, axis, grid, change
  Length width{};
  Ink ink{};
};

/// How a table looks: `[table-style.NAME]`. A table without a style takes the one named "plain", if there is one.
struct TableStyle {
  std::string name;
  std::optional<Ink> zebra;   ///< ground of every other row, with `zebra-tint` in percent; none: no stripes
  /// Names of rules, "none" for none: above and below the head, between rows and groups, above totals, below the table.
  std::string above_head = "table", below_head = "head", between_rows = "row", between_groups = "group", above_total = "head", below = "table";
  std::string head = "cell-head", total = "cell-strong", group_head = "cell-strong";  ///< styles of text
  std::optional<Length> padding;  ///< above and below the text of a row; none: by the size of its type
  std::optional<Length> gap;      ///< between columns; none: four fifths of the page's gutter
};

/// A place on a page that content flows into or is put into by name.
struct Frame {
  std::string name;
  int column = 1;                ///< first column, from 1
  int span = 12;                 ///< number of columns
  Length top{};                  ///< from the head margin; negative reaches above it
  Length shift{};                ///< moves the left edge, for optical alignment
  std::optional<Length> height;  ///< none: down to the foot margin
  bool flow = false;             ///< content without a frame of its own runs here, and on to the next page
};

/// How matter set apart looks: a ground, rules round it, and the distance of what stands inside from them.
struct PanelStyle {
  std::string name;
  std::optional<Ink> ground;
  std::string rule = "panel";  ///< of the theme; empty: none
  enum class Edges { all, head_and_foot, side } edges = Edges::head_and_foot;
  Length padding{};
  SourceSpan span{};
};

/// A picture that stands on every page of a master, behind its text: a logo, a background. Decoration.
struct MasterPicture {
  Text file;                    ///< of the data folder
  Length left{}, top{};         ///< from the corner of a right page; on left pages it stands mirrored
  std::optional<Length> width, height;  ///< of the room it fills; one follows from the other
  bool cover = false;           ///< fills its room and is cut off, else all of it shows
};

/// A kind of page. Left and right pages mirror its margins.
struct Master {
  std::string name;
  std::optional<Ink> ground;  ///< covers the whole page
  bool reversed = false;      ///< text and marks take the `reversed` roles of the palette
  bool folio = true;          ///< folio and running head are printed
  bool thumb = false;         ///< thumb index of the part is printed
  std::vector<Frame> frames;
  std::vector<MasterPicture> pictures;
  std::string next;           ///< master of the page that the flow runs on to; empty: itself
  bool turned = false;        ///< landscape: the page lies on its side, its whole live area is one frame of the flow
  std::string left, right;    ///< masters that stand in for this one on left and right pages; empty: itself
  SourceSpan span{};
};

/// Where the numbers of foot notes begin anew.
enum class NoteNumbers { report, part, page };

/// The page and its grid.
struct Page {
  Size trim{};
  Length head{}, foot{}, inner{}, outer{};  ///< margins
  int columns = 12;
  Length gutter{};
  Length baseline{};  ///< the grid unit; body baselines stand on whole multiples of it below the head margin
  int facing = 100;   ///< per cent: how much it matters that facing pages end at one depth; 0: not at all

  Length live_width() const { return trim.width - inner - outer; }
  Length live_height() const { return trim.height - head - foot; }
  Length column_width() const { return (live_width() - gutter * (columns - 1)) / columns; }
  /// Width of `count` columns with the gutters between them.
  Length span_width(int count) const { return column_width() * count + gutter * (count - 1); }
  /// Distance of column `number` (from 1) from the left edge of the live area.
  Length column_left(int number) const { return (column_width() + gutter) * (number - 1); }
};

/// What a broken rule of the layout is.
enum class RuleLevel { off, warning, error };

/// What the pages must keep, in `[guarantees]` of the theme; what it doesn't name is off, but for lines that stick out.
/// `check --layout` lists what is broken.
struct Guarantees {
  RuleLevel widow = RuleLevel::off;      ///< the last line of a paragraph alone at the head of a page
  RuleLevel orphan = RuleLevel::off;     ///< the first line of a paragraph alone at the foot of a page
  RuleLevel heading = RuleLevel::off;    ///< a heading in the lowest part of a page, without the lines that belong to it
  RuleLevel last_page = RuleLevel::off;  ///< too few lines on the last page of a part
  RuleLevel overfull = RuleLevel::warning;   ///< a line wider than its measure
  RuleLevel stretch = RuleLevel::off;    ///< word spaces of a justified line wider than `most_space`
  RuleLevel hyphens = RuleLevel::off;    ///< more divided lines in a row than `most_hyphens`
  int heading_part = 5;                      ///< "lowest part": one in so many
  int least_last_lines = 4;
  int most_space = 180;                      ///< per cent of the natural width
  int most_hyphens = 2;
};

/// All that decides how a report looks. Lists keep the order of the file.
struct Theme {
  Page page;
  Length running_baseline{};  ///< of folio and running head, from the head of the page
  int running_column = 5;     ///< where the report's title stands on left pages
  NoteNumbers note_numbers = NoteNumbers::report;
  Guarantees guarantees;
  int side_span = 4;          ///< columns of side heads, chart labels and tiles
  std::vector<Colour> palette;
  ChartPalettes charts;
  Variant variant = Variant::screen;
  std::vector<Style> styles;
  std::vector<Rule> rules;
  std::vector<TableStyle> table_styles;
  std::vector<Master> masters;
  std::vector<PanelStyle> panels;
  int least_resolution = 150;  ///< pixels to the inch that a picture should have in print
  SourceSpan source{};        ///< the start of its file

  /// Null when there is no such name; the reader has reported every missing name that a definition uses.
  const Style* style(const std::string& name) const;
  const Rule* rule(const std::string& name) const;
  const Master* master(const std::string& name) const;
  /// An empty name is that of "plain".
  const TableStyle* table_style(const std::string& name) const;
  const PanelStyle* panel(const std::string& name) const;
  /// The role's ink at full tint; nothing when unknown.
  std::optional<Ink> ink(const std::string& role) const;
  /// `ink` as it is on a reversed ground.
  Ink on_reversed(Ink ink) const;
  /// Takes the colours of a variant.
  void use(Variant wanted);
};

}  // namespace tilstand::definition
