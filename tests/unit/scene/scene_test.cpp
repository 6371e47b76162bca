// SPDX-License-Identifier: Apache-2.0
#include "scene/build_scene.hpp"

#include <catch2/catch.hpp>
#include <algorithm>
#include <map>
#include <set>

#include "support/sample_report.hpp"

using namespace tilstand;
using namespace tilstand::sample;
using scene::Role;
using scene::Tag;
using scene::TagId;

namespace {

/// The scene of all pages with its tags.
struct Scene {
  explicit Scene(Report& report) {
    std::vector<layout::Page> laid = report.pages();
    scene::Builder builder(report.tree, report.settled, report.words);
    for (layout::Page& page : laid) pages.push_back(builder.build(std::move(page)));
    for (const scene::Page& page : pages)
      for (const Tag& tag : page.tags) tags.emplace(tag.id, tag);
  }
  std::vector<Tag> with(Role role) const {
    std::vector<Tag> found;
    for (const auto& [id, tag] : tags)
      if (tag.role == role) found.push_back(tag);
    return found;
  }
  std::string dump() const { return scene::tags_to_text(pages); }

  std::vector<scene::Page> pages;
  std::map<TagId, Tag> tags;
};

content::Inline link_to(std::string text, std::string uri) {
  content::Inline made = words(std::move(text));
  made.uri = std::move(uri);
  return made;
}

}  // namespace

TEST_CASE("a table over many pages is one element with one head", "[scene]") {
  Report report;
  report.add(report.part("Del"), table(80));
  const Scene scene(report);
  REQUIRE(scene.pages.size() > 2);
  CHECK(scene.with(Role::Table).size() == 1);
  CHECK(scene.with(Role::THead).size() == 1);
  CHECK(scene.with(Role::TBody).size() == 1);
  CHECK(scene.with(Role::TR).size() == 81);
  CHECK(scene.with(Role::Caption).size() == 1);
}

TEST_CASE("each row has all its cells, the empty ones too", "[scene]") {
  Report report;
  content::Table body = table(2);
  body.rows[0].cells[1] = {};
  report.add(report.part("Del"), body);
  const Scene scene(report);
  CHECK(scene.with(Role::TD).size() == 2);
  int rows = 0, columns = 0;
  for (const Tag& tag : scene.with(Role::TH)) {
    rows += tag.scope == Tag::Scope::row ? 1 : 0;
    columns += tag.scope == Tag::Scope::column ? 1 : 0;
  }
  CHECK(rows == 2);
  CHECK(columns == 2);
}

TEST_CASE("rows of a table are closed with the page they stand on, the last one a page later, the table stays open", "[scene]") {
  Report report;
  report.add(report.part("Del"), plain_table(300, 3));
  const Scene scene(report);
  std::set<TagId> closed;
  int left_open = 0;  // cells of a row that may go on
  for (const scene::Page& page : scene.pages) {
    CHECK(left_open <= 3);
    left_open = 0;
    for (const TagId id : page.closed) {
      CHECK(closed.insert(id).second);
      CHECK(scene.tags.at(id).role != Role::Table);
    }
    for (const scene::Item& item : page.items) {
      const bool cell = item.mark.tag && scene.tags.at(item.mark.tag).role == Role::TD;
      if (cell && !closed.contains(item.mark.tag)) ++left_open;
    }
  }
  CHECK(closed.size() == 299 * 4);
}

TEST_CASE("every item is tagged content or an artifact, and every tag is known before it is used", "[scene]") {
  Report report;
  const NodeId part = report.part("Del");
  report.heading(part, 1, "Tall");
  report.prose(part, 20);
  report.add(part, table(60));
  const Scene scene(report);
  std::set<TagId> known;
  for (const scene::Page& page : scene.pages) {
    for (const Tag& tag : page.tags) {
      CHECK((!tag.parent || known.contains(tag.parent)));
      known.insert(tag.id);
    }
    for (const scene::Item& item : page.items) CHECK(known.contains(item.mark.tag) == (item.mark.artifact == layout::Artifact::none));
  }
}

TEST_CASE("a paragraph over two pages is one element", "[scene]") {
  Report report;
  const NodeId part = report.part("Del");
  report.prose(part, 30);
  const Scene scene(report);
  REQUIRE(scene.pages.size() > 1);
  CHECK(scene.with(Role::P).size() == 30);
}

TEST_CASE("headings, sections, lists and parts have their roles in reading order", "[scene]") {
  Report report;
  const NodeId part = report.part("Del");
  report.heading(part, 1, "Tittel");
  const NodeId section = report.add(part, content::Section{"side-head"});
  report.heading(section, 2, "Hode");
  report.paragraph(report.add(section, content::SideNote{}), "Ved siden.", "side-note");
  report.paragraph(section, "Brødtekst.");
  const NodeId list = report.add(section, content::List{});
  content::ListItem item;
  item.label = "–";
  report.paragraph(report.add(list, item), "Punkt.");
  CHECK(Scene(report).dump() ==
        "Document\n"
        "  Part\n"
        "    H1 | Tittel\n"
        "    Sect\n"
        "      H2 | Hode\n"
        "      Div\n"
        "        P | Ved siden.\n"
        "      P | Brødtekst.\n"
        "      L bulleted\n"
        "        LI\n"
        "          Lbl | –\n"
        "          LBody\n"
        "            P | Punkt.\n");
}

TEST_CASE("a list says how it is numbered, and facts with words for labels are not bulleted", "[scene]") {
  Report report;
  const NodeId part = report.part("Del");
  const auto add_list = [&](bool ordered, bool facts) {
    content::List list;
    list.ordered = ordered;
    const NodeId id = report.add(part, list);
    content::ListItem item;
    item.label = facts ? "Utgiver" : ordered ? "1." : "–";
    item.wide_label = facts;
    report.paragraph(report.add(id, item), "Punkt.");
  };
  add_list(false, false);
  add_list(true, false);
  add_list(false, true);
  std::vector<Tag::Numbering> found;
  for (const Tag& tag : Scene(report).with(Role::L)) found.push_back(tag.numbering);
  CHECK(found == std::vector{Tag::Numbering::disc, Tag::Numbering::decimal, Tag::Numbering::none});
}

TEST_CASE("a note has an id and a label, its mark is a reference with a link to it", "[scene]") {
  Report report;
  const NodeId part = report.part("Del");
  const NodeId marked = report.paragraph(part, "Her er et merke.");
  const NodeId note = report.add(part, content::FootNote{});
  report.paragraph(note, "Kilden selv.", "note");
  std::get<content::Paragraph>(report.tree.nodes[marked.value].body).inlines.push_back(note_mark(note));
  const Scene scene(report);
  CHECK(scene.dump() ==
        "Document\n"
        "  Part\n"
        "    P | Her er et merke.\n"
        "      Reference\n"
        "        Link | 1\n"
        "    Note id note-3\n"
        "      Lbl | 1\n"
        "      P | Kilden selv.\n");
  REQUIRE(scene.pages[0].links.size() == 1);
  const scene::Link& link = scene.pages[0].links.front();
  CHECK(link.contents == "Note 1");
  CHECK(link.at == report.settled.places.at(note.value).at);
  CHECK(scene.tags.at(link.tag).role == Role::Link);
}

TEST_CASE("a link that breaks over lines is one element with an area on each line", "[scene]") {
  Report report;
  const NodeId id = report.paragraph(report.part("Del"), "Les mer ");
  auto& inlines = std::get<content::Paragraph>(report.tree.nodes[id.value].body).inlines;
  inlines.push_back(link_to(passage(1), "https://example.org"));
  const Scene scene(report);
  CHECK(scene.with(Role::Link).size() == 1);
  REQUIRE(scene.pages[0].links.size() > 1);
  for (const scene::Link& link : scene.pages[0].links) {
    CHECK(link.uri == "https://example.org");
    CHECK(link.area.left() >= mm(22));
    CHECK(link.area.right() <= mm(192));
  }
}

TEST_CASE("words of another language stand in a span of that language", "[scene]") {
  Report report;
  const NodeId id = report.paragraph(report.part("Del"), "Det heter ");
  auto& inlines = std::get<content::Paragraph>(report.tree.nodes[id.value].body).inlines;
  inlines.push_back(words("fast tracker"));
  inlines.back().language = "en";
  inlines.push_back(words(" her."));
  CHECK(Scene(report).dump().find("Span lang en | fast tracker\n") != std::string::npos);
}

TEST_CASE("a contents entry is one link from its title to its page number", "[scene]") {
  Report report;
  const NodeId front = report.part("Innhold");
  const NodeId toc = report.add(front, content::Toc{});
  content::TocEntry entry;
  entry.title = {words("Kapittel")};
  const NodeId line = report.add(toc, entry);
  const NodeId chapter = report.part("Kapittel");
  report.paragraph(chapter, "Tekst.");
  std::get<content::TocEntry>(report.tree.nodes[line.value].body).target = chapter;
  const Scene scene(report);
  CHECK(scene.dump().find("    TOC\n"
                          "      TOCI\n"
                          "        Reference\n"
                          "          Link | Kapittel 2\n") != std::string::npos);
  REQUIRE(scene.pages[0].links.size() == 1);
  const scene::Link& link = scene.pages[0].links.front();
  CHECK(link.page == 1);
  CHECK(link.contents == "Kapittel, side 2");
  CHECK(link.area.size.width > mm(100));
}

TEST_CASE("the outline lists parts and the headings below their titles", "[scene]") {
  Report report;
  const NodeId hidden = report.part("Omslag");
  std::get<content::Part>(report.tree.nodes[hidden.value].body).listed = false;
  report.paragraph(hidden, "Tekst.");
  const NodeId part = report.part("Kapittel");
  report.heading(part, 1, "Kapittel");
  report.heading(part, 2, "Hode");
  report.pages();
  const auto entries = scene::outline(report.tree, report.settled);
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].title == "Kapittel");
  CHECK(entries[0].level == 1);
  CHECK(entries[0].page == 1);
  CHECK(entries[1].title == "Hode");
  CHECK(entries[1].level == 2);
}

TEST_CASE("artifacts come first and content in the order of the tree", "[scene]") {
  Report report;
  const NodeId part = report.part("Del");
  content::Placement foot;
  foot.place = definition::Place::foot;
  const NodeId first = report.paragraph(part, "Først skrevet, nederst satt.", "note");
  report.tree.nodes[first.value].placement = foot;
  report.paragraph(part, "Etterpå.");
  const Scene scene(report);
  std::vector<std::string> spoken;
  bool content = false;
  for (const scene::Item& item : scene.pages[0].items) {
    content = content || item.mark.tag;
    CHECK(static_cast<bool>(item.mark.tag) == content);
    if (item.mark.tag) spoken.push_back(std::get<scene::TextItem>(item.drawing).run.text);
  }
  REQUIRE(spoken.size() == 2);
  CHECK(spoken[1] == "Etterpå.");
}
