// SPDX-License-Identifier: Apache-2.0
#include "support/sample_report.hpp"

namespace tilstand::sample {
namespace {

using content::Inline;

definition::Style style(const std::string& name, const std::string& family, double size, Length leading) {
  definition::Style made;
  made.name = name;
  made.family = family;
  made.size = pt(size);
  made.leading = leading;
  return made;
}

void add_styles(definition::Theme& theme) {
  const Length unit = mm(5), small = mm(3.75);
  theme.styles.push_back(style("body", "Vollkorn", 11, unit));
  theme.styles.back().indent = unit;
  for (const char* name : {"list-label", "toc-subtitle", "key-sentence"}) theme.styles.push_back(style(name, "Vollkorn", 11, unit));
  for (const char* name : {"caption-title", "caption-number", "overline", "folio", "running", "key-label", "fact-label", "fact-text"})
    theme.styles.push_back(style(name, "Inter", 9, unit));
  for (const char* name : {"note", "side-note", "source", "caption-unit", "cell", "cell-head", "tile-label", "tile-unit", "tile-trend",
                           "tile-before", "tile-source", "thumb", "tick", "chart-label", "chart-value", "chart-before", "chart-note"})
    theme.styles.push_back(style(name, "Inter", 7.6, small));
  for (const char* name : {"side-head", "h2", "toc-title", "toc-page"}) theme.styles.push_back(style(name, "Inter Display", 13, unit));
  theme.styles.push_back(style("h1", "Inter Display", 30, mm(12.5)));
  for (const char* name : {"tile-value", "key-value"}) theme.styles.push_back(style(name, "Inter Display", 44, mm(15)));
}

definition::Frame frame(const std::string& name, int column, int span, Length top, bool flow) {
  definition::Frame made;
  made.name = name;
  made.column = column;
  made.span = span;
  made.top = top;
  made.flow = flow;
  return made;
}

void add_masters(definition::Theme& theme) {
  definition::Master text;
  text.name = "text";
  text.thumb = true;
  text.frames = {frame("main", 1, 12, {}, true)};
  definition::Master opener = text;
  opener.name = "opener";
  opener.next = "text";
  opener.ground = Ink{2, 1000};
  opener.reversed = true;
  opener.frames = {frame("title", 5, 8, mm(-5), false), frame("tiles", 1, 12, mm(165), false)};
  opener.frames.front().height = mm(60);
  theme.masters = {text, opener};
}

definition::Theme theme() {
  definition::Theme made;
  made.page.trim = {mm(210), mm(297)};
  made.page.head = mm(30);
  made.page.foot = mm(27);
  made.page.inner = mm(22);
  made.page.outer = mm(19);
  made.page.gutter = mm(5);
  made.page.baseline = mm(5);
  made.running_baseline = mm(15);
  made.palette = {{"ink", 20, 32, 43, "paper", {}}, {"paper", 255, 255, 255, "", {}}, {"structure", 18, 63, 90, "paper", {}}};
  for (const char* name : {"section", "figure", "table", "head", "row", "group", "tile", "toc", "note", "axis", "grid", "panel"})
    made.rules.push_back({name, pt(0.5), {}});
  add_styles(made);
  add_masters(made);
  return made;
}

definition::Words word_list() {
  definition::Words made;
  made.language = "nb";
  made.entries = {{"caption.figure", "Figur {number}"}, {"caption.table", "Tabell {number}"},       {"caption.continued", "(forts.)"},
                  {"link.page", "{text}, side {page}"}, {"link.address", "{text} ({address})"},     {"link.note", "Note {text}"},
                  {"range.pages", "{first}–{last}"}};
  return made;
}

}  // namespace

const font::Library& fonts() {
  static const font::Library library = [] {
    Sources sources;
    Diagnostics diagnostics;
    return *font::read_library(TILSTAND_ROOT "/fonts", {}, sources, diagnostics);
  }();
  return library;
}

Report::Report()
    : theme(sample::theme()),
      words(word_list()),
      shaper(fonts(), {}) {
  tree.language = "nb";
  tree.title = "Rapport";
  tree.running = "Rapportens tittel";
  tree.nodes.push_back({});
  tree.nodes.front().body = content::Document{};
}

NodeId Report::add(NodeId parent, content::Body body, content::Placement placement) {
  const NodeId id{static_cast<std::uint32_t>(tree.nodes.size())};
  content::Node node;
  node.parent = parent;
  node.body = std::move(body);
  node.placement = std::move(placement);
  tree.nodes.push_back(std::move(node));
  tree.nodes[parent.value].children.push_back(id);
  return id;
}

NodeId Report::part(const std::string& title, const std::string& master, definition::Side start) {
  content::Part body;
  body.title = title;
  body.running = title;
  body.master = master;
  body.start = start;
  return add({0}, body);
}

NodeId Report::paragraph(NodeId parent, const std::string& text, const std::string& style_name) {
  content::Paragraph body;
  body.style = style_name;
  body.inlines = {sample::words(text)};
  return add(parent, body);
}

NodeId Report::heading(NodeId parent, int level, const std::string& text) {
  content::Paragraph body;
  body.style = level == 1 ? "h1" : "h2";
  body.inlines = {sample::words(text)};
  body.heading_level = level;
  body.listed = true;
  return add(parent, body);
}

void Report::prose(NodeId parent, int count) {
  for (int i = 0; i < count; ++i) paragraph(parent, passage(i));
}

layout::Inputs Report::inputs() { return {tree, theme, words, forms, shaper}; }

std::vector<layout::Page> Report::pages() {
  layout::Kept rounds;
  settled = layout::settle(inputs(), rounds, diagnostics);
  std::vector<layout::Page> kept;
  layout::lay_out_once(inputs(), settled, [&kept](layout::Page&& page) { kept.push_back(std::move(page)); }, diagnostics);
  return kept;
}

Inline words(std::string text) {
  Inline made;
  made.text = std::move(text);
  return made;
}

Inline note_mark(NodeId note) {
  Inline made;
  made.kind = Inline::Kind::note_mark;
  made.target = note;
  return made;
}

Inline page_of(NodeId target) {
  Inline made;
  made.kind = Inline::Kind::page_reference;
  made.target = target;
  return made;
}

content::Cell cell(std::string text) {
  content::Cell made;
  made.lines.push_back({"cell", {words(std::move(text))}});
  return made;
}

content::Table table(int rows) {
  content::Table made;
  made.number = 1;
  made.title = "Alle rader";
  made.columns.resize(2);
  made.columns[0].row_head = true;
  made.columns[1].width = mm(40);
  made.columns[1].align = definition::Column::Align::right;
  made.head = {cell("Navn"), cell("Verdi")};
  for (int i = 0; i < rows; ++i) made.rows.push_back({{cell("Rad " + std::to_string(i)), cell(std::to_string(i * 7))}, false});
  return made;
}

content::Table plain_table(std::size_t rows, std::size_t columns) {
  content::Table made;
  made.number = 1;
  made.title = "Stor tabell";
  made.columns.resize(columns);
  content::PlainRows plain;
  plain.styles.assign(columns, "cell");
  for (std::size_t i = 0; i < columns; ++i) made.head.push_back(cell("Hode " + std::to_string(i)));
  for (std::size_t i = 0; i < rows * columns; ++i) {
    plain.bytes += std::to_string(i % 997);
    plain.ends.push_back(static_cast<std::uint32_t>(plain.bytes.size()));
  }
  made.plain = std::move(plain);
  return made;
}

std::string passage(int number) {
  return "Avsnitt " + std::to_string(number) +
         " handler om digitale tjenester som virker sammen, og om data som blir delt og brukt igjen. Andelen som svarer, er høyere enn året "
         "før, men lavere enn målet. Kommunene er mange og små, staten er stor og spredt, og begge har lang vei igjen.";
}

std::vector<const layout::PlacedLine*> lines_of(const layout::Page& page) {
  std::vector<const layout::PlacedLine*> lines;
  for (const layout::Placed& thing : page.items)
    if (const auto* line = std::get_if<layout::PlacedLine>(&thing); line != nullptr && line->leaf.part != layout::Leaf::Part::artifact)
      lines.push_back(line);
  return lines;
}

std::string text_of(const layout::PlacedLine& line) {
  std::string text;
  for (const text::GlyphRun& run : line.line.runs) text += run.text;
  return text;
}

}  // namespace tilstand::sample
