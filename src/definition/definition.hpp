// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/length.hpp"
#include "definition/checks.hpp"
#include "definition/table.hpp"

namespace tilstand::definition {

struct Block;

/// `kind = "heading"`: level 1–6, tagged H1–H6, listed in outline and contents when `listed`.
struct Heading {
  int level = 1;
  Text text;
  Text overline;      ///< small line above, part of the heading block, tagged P
  bool listed = true;
};

/// `kind = "text"`: one paragraph of inline Markdown. With a loop in `items` it prints the joined list of the rows.
struct TextBlock {
  Text text;
  Loop items;             ///< "mål 1, mål 2 og mål 6": each row gives one item from `text`
  bool artifact = false;  ///< decoration: not read aloud
};

/// `kind = "prose"`: a Markdown file of `data/<year>/<lang>/`, or inline Markdown. `##` heads make sections with a side head.
struct Prose {
  Text file;
  Text markdown;           ///< instead of a file
  Text head_style;         ///< default "side-head"
  Text body_style;         ///< default "body"
};

/// One row of `kind = "facts"`.
struct Fact {
  Text label, text;
};

/// `kind = "facts"`: label and value pairs (a list with labels).
struct Facts {
  std::vector<Fact> items;
};

/// `kind = "toc"`: contents from the parts and listed headings.
struct Toc {
  int depth = 1;
};

/// `kind = "list-of"`: the numbered figures or tables with their pages.
struct ListOf {
  enum class What { figures, tables } of = What::figures;
};

/// `kind = "index"`: what the marks `{{ index "entry" }}` of the text name, with their pages.
struct Index {};

/// `kind = "glossary"`: terms from a table, in the order of the language, each with its meaning and the page of its first use.
struct Glossary {
  Loop rows;
  Text key;       ///< `[@term:key]` leads to the term; default: the term itself
  Text term;
  Text meaning;   ///< inline Markdown
};

/// `kind = "sources"`: every source that figures of the report name, with what is made from it and where.
struct SourceList {};
/// Every printed value of a figure with its cell and the pages that print it.
struct FigureList {
  Text title, head_figure, head_year, head_value, head_cell, head_page;
};

/// `kind = "tiles"`: one tile a row, side by side, as many as fit the columns.
struct Tiles {
  Loop rows;
  Text figure;  ///< expression of the figure
  Text label, unit, source, note;
};

/// `kind = "key-figures"`: one row a figure: large value, sentence, trend, label at the right.
struct KeyFigures {
  Loop rows;
  Text figure;
  Text sentence, label;
};

/// `kind = "group"`: children side by side in equal columns, or below one another when `columns` is 1.
struct Group {
  int columns = 1;
  bool ruled = false;  ///< a rule above each column
  bool flow = false;   ///< text runs from column to column and page to page, balanced at its end; a child that spans more than a column stands across all
  std::vector<Block> children;
};

/// `kind = "panel"`: matter set apart. With a master it fills a page of its own.
struct Panel {
  Text title, overline;
  Text master;
  std::vector<Block> children;
};

/// How a picture fills the room it has: all of it shows, or it fills the room and is cut off round the focus, or it has the size
/// of its own resolution.
enum class Fit { contain, cover, none };

/// `kind = "image"`: a picture from a file of the data folder.
struct Image {
  Text file;
  Text alt;                 ///< what it shows, for those who can't see it
  bool decorative = false;  ///< says nothing: not read aloud
  Text title;               ///< with a title it is a numbered figure
  Text caption, credit;
  std::optional<Length> width, height;
  Fit fit = Fit::contain;
  double focus_x = 50, focus_y = 50;  ///< per cent from left and top: what a crop keeps in sight
};

/// `kind = "quote"`: words lifted out of the text, or another's words.
struct PullQuote {
  Text text;
  Text attribution;
};

/// `kind = "page"`: ends the page; the flow goes on with `master`, on a page of `side` when given.
struct PageBreak {
  Text master;
};

/// `kind = "chart-data"`: a table for each chart before it that has not opted out.
struct ChartData {};

/// Where a block stands: in the run of text, or as a float at the foot or head of a page, on a page of its own, or in the margin
/// beside its place.
enum class Place { here, foot, top, page, margin };
enum class Side { any, left, right };
/// On which side of the text a block stands that text is wrapped round.
enum class Wrap { none, left, right };

/// One block of a part. What all kinds share stands here, the rest in `body`.
struct Block {
  Text id;      ///< for references `[@id]`
  Text frame;   ///< name of a frame of the page's master; empty: the flow
  Text style;   ///< default by kind
  Text when;    ///< condition; empty: always
  Place place = Place::here;
  std::optional<Length> at;  ///< starts no higher than this below the top of its frame
  std::optional<Length> before, after;
  int column = 0, span = 0;  ///< columns of the frame that it covers; 0: all
  Wrap wrap = Wrap::none;    ///< image, chart and quote: text runs beside it
  Loop loop;
  std::variant<Heading, TextBlock, Prose, Facts, Toc, Chart, Table, Tiles, KeyFigures, Group, Panel, PageBreak, ChartData, Image, PullQuote, ListOf, Index, Glossary, SourceList, FigureList> body;
  SourceSpan source;
};

/// How page numbers are printed.
enum class Numbering { as_before, arabic, roman };

/// A part of the report: a run of pages that starts on a new page.
struct Part {
  Text id;
  Text title;       ///< for outline, contents and running head
  Text subtitle;    ///< second line in the contents
  Text running;     ///< running head on right pages; default: title
  Text thumb;       ///< text of the thumb index; empty: none
  Text when;
  Text master;
  Text toc_status;  ///< expression of a level shown beside the contents entry; empty: none
  Text toc_levels;  ///< table of levels for it
  Side start = Side::any;
  Numbering numbering = Numbering::as_before;  ///< of the pages from here on
  int number_from = 0;  ///< number of the part's first page; 0: counts on
  bool listed = true;   ///< in contents and outline
  Loop loop;
  std::vector<Block> blocks;
  SourceSpan source;
};

/// When a change counts as flat, by unit of the figure (`[trend.flat-within] percent = 1`).
struct FlatWithin {
  std::string unit;
  double change = 0;
  SourceSpan span{};
};

/// A report definition, with all files it includes.
struct Definition {
  Text name;         ///< file stem of the output
  Text title, author, subject, keywords, licence;
  Text running;      ///< running head on left pages
  Text date;         ///< ISO 8601 date of the report; the only clock of a build unless SOURCE_DATE_EPOCH is set
  std::string language;
  std::string fonts_folder, languages_folder;  ///< resolved against the definition's folder
  std::string theme_file, editions_folder;
  struct {
    SourceSpan theme, fonts, languages, editions;
  } named;           ///< where the definition names them
  std::vector<FlatWithin> flat_within;
  Checks checks;
  std::vector<Part> parts;
};

}  // namespace tilstand::definition
