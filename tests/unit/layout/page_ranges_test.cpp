// SPDX-License-Identifier: Apache-2.0
#include "layout/page_ranges.hpp"

#include <catch2/catch.hpp>

#include "support/sample_report.hpp"

using namespace tilstand;
using namespace tilstand::sample;
using content::IndexEntry;
using content::Inline;
using layout::Page;
using layout::PlacedLine;

namespace {

/// Pages i–iv, then 1 to 16; node n stands on page n.
layout::Settled numbered() {
  layout::Settled settled;
  settled.labels = {"i", "ii", "iii", "iv"};
  for (int i = 1; i <= 16; ++i) settled.labels.push_back(std::to_string(i));
  for (std::uint32_t i = 0; i < 20; ++i) settled.places[i] = {i, {}};
  return settled;
}

std::string runs(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& places) {
  std::vector<IndexEntry::Place> list;
  for (const auto& [first, last] : places) list.push_back({{first}, {last}});
  const layout::Settled settled = numbered();
  std::string text;
  for (const layout::PageRun& run : layout::page_runs(settled, list)) {
    text += (text.empty() ? "" : ", ") + settled.labels[run.first];
    if (run.last != run.first) text += "–" + settled.labels[run.last];
  }
  return text;
}

Inline anchor(NodeId target) {
  Inline one;
  one.kind = Inline::Kind::anchor;
  one.target = target;
  return one;
}

Inline range_of(NodeId target) {
  Inline one;
  one.kind = Inline::Kind::page_range;
  one.target = target;
  one.text = "side {pages}";
  return one;
}

std::string all_text(const std::vector<Page>& pages) {
  std::string text;
  for (const Page& page : pages)
    for (const PlacedLine* line : lines_of(page)) text += text_of(*line) + "|";
  return text;
}

}  // namespace

TEST_CASE("pages are listed once and in order; spans and three that follow on are ranges", "[layout]") {
  CHECK(runs({}) == "");
  CHECK(runs({{9, 9}, {6, 6}, {9, 9}}) == "3, 6");
  CHECK(runs({{6, 6}, {7, 7}}) == "3, 4");
  CHECK(runs({{6, 6}, {7, 7}, {8, 8}}) == "3–5");
  CHECK(runs({{6, 7}}) == "3–4");
  CHECK(runs({{6, 8}, {7, 7}, {8, 8}, {9, 9}, {12, 12}}) == "3–6, 9");
  CHECK(runs({{8, 6}}) == "3–5");
  CHECK(runs({{99, 99}, {6, 6}}) == "3");
}

TEST_CASE("pages whose numbers don't follow on are not joined", "[layout]") {
  CHECK(runs({{2, 2}, {3, 3}, {4, 4}, {5, 5}}) == "iii, iv, 1, 2");
  CHECK(runs({{1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5}, {6, 6}}) == "ii–iv, 1–3");
}

TEST_CASE("an anchor is where its word is, on whatever line and page", "[layout][property]") {
  Report report;
  const NodeId part = report.part("Del");
  std::vector<std::pair<NodeId, std::string>> marked;
  for (int n = 0; n < 14; ++n) {
    const NodeId id = report.paragraph(part, "");
    std::vector<Inline> inlines;
    for (int i = 0; i < 60; ++i) {
      const std::string word = "ord" + std::to_string(n) + "x" + std::to_string(i) + "e";
      const NodeId mark = report.add(id, content::Anchor{});
      const bool before = i % 2 == 0;
      if (before) inlines.push_back(anchor(mark));
      inlines.push_back(words(word));
      if (!before) inlines.push_back(anchor(mark));
      inlines.push_back(words(i % 7 == 0 ? " utholdenhetsprøvene " : " "));
      marked.emplace_back(mark, word);
    }
    std::get<content::Paragraph>(report.tree.nodes[id.value].body).inlines = std::move(inlines);
  }
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() > 1);
  for (const auto& [mark, word] : marked) {
    const layout::Settled::Place place = report.settled.places.at(mark.value);
    bool found = false;
    for (const PlacedLine* line : lines_of(pages.at(place.page)))
      found = found || (text_of(*line).find(word) != std::string::npos && line->baseline.y > place.at.y && line->baseline.y - place.at.y <= mm(8));
    CHECK(found);
  }
}

TEST_CASE("a part covers the pages from its first to its last matter", "[layout]") {
  Report report;
  const NodeId front = report.part("Først");
  const NodeId text = report.paragraph(front, "");
  const NodeId longer = report.part("Lang");
  report.prose(longer, 40);
  const NodeId one = report.part("Kort");
  report.paragraph(one, "Kort.");
  auto& inlines = std::get<content::Paragraph>(report.tree.nodes[text.value].body).inlines;
  inlines = {range_of(longer), words(" og "), range_of(one)};
  const std::vector<Page> pages = report.pages();
  REQUIRE(report.diagnostics.list().empty());
  std::string first, last, alone;
  for (const Page& page : pages) {
    if (page.part == longer && first.empty()) first = page.label;
    if (page.part == longer) last = page.label;
    if (page.part == one) alone = page.label;
  }
  REQUIRE(first != last);
  CHECK(all_text(pages).starts_with("side " + first + "–" + last + " og side " + alone + "|"));
  CHECK(report.settled.ends.size() == 2);
}

TEST_CASE("the pages that print a number are listed once each, three that follow on as a range", "[layout]") {
  Report report;
  const NodeId front = report.part("Først");
  const NodeId list = report.paragraph(front, "");
  const PrintedId asked{7}, other{8};
  for (const bool prints : {false, true, true, true, false, true}) {
    report.add(front, content::PageBreak{});
    const NodeId text = report.paragraph(front, "");
    auto& inlines = std::get<content::Paragraph>(report.tree.nodes[text.value].body).inlines;
    inlines = {words("47 prosent og 47 prosent")};
    for (const std::uint32_t begin : {0u, 14u}) inlines.front().printed.push_back({begin, begin + 10, prints ? asked : other});
  }
  Inline pages_of;
  pages_of.kind = Inline::Kind::page_list;
  pages_of.uses = {asked, {9}};
  std::get<content::Paragraph>(report.tree.nodes[list.value].body).inlines = {pages_of};
  const std::vector<Page> pages = report.pages();
  REQUIRE(pages.size() == 7);
  CHECK(all_text({pages.front()}) == pages[2].label + "–" + pages[4].label + ", " + pages[6].label + "|");
  CHECK(report.settled.uses.size() == 1);
}

TEST_CASE("a heading covers what follows it up to the next one of its level", "[layout]") {
  Report report;
  const NodeId part = report.part("Del");
  const NodeId text = report.paragraph(part, "");
  const NodeId head = report.heading(part, 2, "Hode");
  report.paragraph(part, "Tekst.");
  report.add(part, content::PageBreak{});
  report.heading(part, 3, "Under");
  report.paragraph(part, "Tekst.");
  report.add(part, content::PageBreak{});
  report.heading(part, 2, "Neste");
  std::get<content::Paragraph>(report.tree.nodes[text.value].body).inlines = {range_of(head)};
  CHECK(all_text(report.pages()).starts_with("side 1–2|"));
}
