// SPDX-License-Identifier: Apache-2.0
#include "unit/package/sample.hpp"

namespace tilstand::package {
namespace {

using scene::Role;

Metadata make_metadata() {
  Metadata metadata;
  metadata.title = "Rikets tilstand – prøve & «test»";
  metadata.author = "Et direktorat";
  metadata.subject = "En prøve";
  metadata.keywords = "prøve, tabell";
  metadata.licence = "CC BY 4.0";
  metadata.language = "nb";
  metadata.date = "2022-06-15T00:00:00Z";
  metadata.producer = "tilstand 1.0.0";
  metadata.identifier = "00ff";
  return metadata;
}

/// In millimetres.
double width(const std::vector<text::GlyphRun>& runs) {
  Length sum{};
  for (const text::GlyphRun& run : runs) sum += run.width();
  return sum.in_mm();
}

void add_furniture(Sample& sample, Tools& tools) {
  for (std::uint32_t page = 0; page < 2; ++page) {
    sample.pages[page].index = page;
    sample.pages[page].label = page == 0 ? "" : "7";
    sample.pages[page].trim = a4;
    const Path ground = rectangle({{mm(20), mm(20)}, {mm(170), mm(10)}});
    sample.pages[page].items.push_back({{{}, layout::Artifact::background}, scene::ShapeItem{{ground, Ink{2, 100}, {}}}});
    sample.write(page, {{}, layout::Artifact::header}, tools.runs("Rikets tilstand", "Inter", 8), 22, 15);
    sample.write(page, {{}, layout::Artifact::footer}, tools.runs(page == 0 ? "i" : "7", "Inter", 8), 22, 285);
  }
}

/// A paragraph with a break's hyphen, a ligature and a link into the document.
void add_prose(Sample& sample, Tools& tools, scene::TagId section) {
  const scene::TagId paragraph = sample.add(0, Role::P, section);
  auto runs = tools.runs("Den offentlige affæ-");
  text::GlyphRun& last = runs.back();
  last.text.replace(last.text.size() - 1, 1, "\u00AD");
  last.glyphs.back().text_end = static_cast<std::uint32_t>(last.text.size());
  sample.write(0, {paragraph, layout::Artifact::none}, runs, 22, 50);
  const auto before = tools.runs("ren er-på 47\u00A0prosent, se\u00A0"), inside = tools.runs("side 7");
  const double link_left = 22 + width(before), link_right = link_left + width(inside);
  sample.write(0, {paragraph, layout::Artifact::none}, before, 22, 55);
  const scene::TagId link = sample.say(0, Role::Link, paragraph, inside, link_left, 55);
  sample.write(0, {paragraph, layout::Artifact::none}, tools.runs(" for flere."), link_right, 55);
  sample.pages[0].links.push_back({{{mm(link_left), mm(51)}, {mm(link_right - link_left), mm(5)}}, link, "", 1, {mm(22), mm(40)}, "Gå til side 7"});
  const scene::TagId outside = sample.say(0, Role::Link, paragraph, tools.runs("Nettstedet"), 22, 60);
  sample.pages[0].links.push_back({{{mm(22), mm(56)}, {mm(20), mm(5)}}, outside, "https://example.org/ø(1)", 0, {}, "Nettstedet"});
}

void add_figure(Sample& sample, scene::TagId section) {
  const Rect box{{mm(22), mm(70)}, {mm(40), mm(20)}};
  scene::Tag& figure = sample.open(0, Role::Figure, section);
  figure.alternate = "Et rektangel";
  figure.box = box;
  Path curve;
  curve.move_to({mm(22), mm(90)}).curve_to({mm(30), mm(70)}, {mm(50), mm(70)}, {mm(62), mm(90)});
  const scene::Mark mark{figure.id, layout::Artifact::none};
  sample.pages[0].items.push_back({mark, scene::ShapeItem{{rectangle(box), Ink{2, 1000}, drawing::Stroke{{0, 1000}, pt(0.5)}}}});
  sample.pages[0].items.push_back({mark, scene::ShapeItem{{curve, {}, drawing::Stroke{{0, 1000}, pt(1)}}}});
}

void add_row(Sample& sample, Tools& tools, std::uint32_t page, scene::TagId body, double y) {
  const scene::TagId row = sample.add(page, Role::TR, body);
  sample.say(page, Role::TD, row, tools.runs("Tillit", "Inter", 9), 22, y);
  sample.say(page, Role::TD, row, tools.runs("47", "Inter", 9), 60, y);
  sample.pages[page].closed.push_back(row);
}

void add_table(Sample& sample, Tools& tools, scene::TagId section) {
  const scene::TagId table = sample.add(0, Role::Table, section), head = sample.add(0, Role::THead, table);
  const scene::TagId row = sample.add(0, Role::TR, head);
  for (const char* word : {"Navn", "Verdi"}) {
    scene::Tag& cell = sample.open(0, Role::TH, row);
    cell.scope = scene::Tag::Scope::column;
    sample.write(0, {cell.id, layout::Artifact::none}, tools.runs(word, "Inter", 9), word[0] == 'N' ? 22 : 60, 100);
  }
  const scene::TagId body = sample.add(0, Role::TBody, table);
  add_row(sample, tools, 0, body, 105);
  add_row(sample, tools, 0, body, 110);
  add_row(sample, tools, 1, body, 40);
}

void add_list_and_note(Sample& sample, Tools& tools, scene::TagId section) {
  scene::Tag& list = sample.open(1, Role::L, section);
  list.numbering = scene::Tag::Numbering::decimal;
  const scene::TagId item = sample.add(1, Role::LI, list.id);
  sample.say(1, Role::Lbl, item, tools.runs("1."), 22, 60);
  sample.say(1, Role::LBody, item, tools.runs("Et punkt"), 28, 60);
  scene::Tag& note = sample.open(1, Role::Note, section);
  note.note_id = "note-1";
  const scene::TagId id = note.id;
  sample.write(1, {id, layout::Artifact::none}, tools.runs("1 En fotnote.", "Inter", 8), 22, 270);
}

}  // namespace

Sample make_sample(Tools& tools, const std::string& path) {
  Sample sample;
  sample.options.path = path;
  sample.options.metadata = make_metadata();
  sample.options.page_count = 2;
  sample.options.outline = {{1, "Første – «del» 😀", 0, {mm(22), mm(30)}}, {2, "Tabell", 0, {mm(22), mm(95)}}, {1, "Siste", 1, {mm(22), mm(30)}}};
  add_furniture(sample, tools);
  const scene::TagId document = sample.add(0, Role::Document, {}), section = sample.add(0, Role::Sect, document);
  sample.say(0, Role::H1, section, tools.runs("Effektiv kontorflate", "Inter Display", 20), 22, 40);
  add_prose(sample, tools, section);
  add_figure(sample, section);
  add_table(sample, tools, section);
  sample.say(1, Role::H2, section, tools.runs("Videre", "Inter", 14), 22, 50);
  add_list_and_note(sample, tools, section);
  return sample;
}

bool write(const Sample& sample, Tools& tools, Diagnostics& diagnostics) {
  Writer writer(sample.options, tools.library, tools.palette);
  for (const scene::Page& page : sample.pages) writer.add(page, diagnostics);
  return writer.finish(diagnostics);
}

}  // namespace tilstand::package
