// SPDX-License-Identifier: Apache-2.0
#include "layout/check_rules.hpp"

#include <catch2/catch.hpp>

#include "support/sample_report.hpp"

using namespace tilstand;
using namespace tilstand::sample;
using definition::RuleLevel;
using layout::Page;
using layout::PlacedLine;

namespace {

/// Pages made by hand, so that each rule can be broken: the checker knows nothing of how pages came to be.
struct Book {
  Report report;
  NodeId part{}, first{}, second{};
  Diagnostics found;

  Book() {
    part = report.part("Del");
    first = report.paragraph(part, "Første.");
    second = report.paragraph(part, "Andre.");
    report.tree.nodes[first.value].span = {FileId{0}, {3, 1}, {3, 2}};
  }

  Page page(std::uint32_t index, std::vector<NodeId> lines) const {
    Page page;
    page.index = index;
    page.label = std::to_string(index + 1);
    page.part = part;
    Length y = mm(35);
    for (const NodeId node : lines) {
      PlacedLine line;
      line.baseline = {mm(22), y};
      line.leaf = {node, layout::Leaf::Part::whole};
      page.items.push_back(line);
      y += mm(5);
    }
    return page;
  }

  std::vector<std::string> check(std::vector<Page> pages) {
    found = {};
    const layout::Inputs inputs = report.inputs();
    layout::RuleChecker rules(inputs, found);
    for (const Page& page : pages) rules.add(page);
    rules.finish();
    std::vector<std::string> codes;
    for (const Diagnostic& one : found.list()) codes.push_back(one.code);
    return codes;
  }
};

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a last line alone at the head of a page is a widow, named with place and page", "[layout]") {
  Book book;
  book.report.theme.guarantees.widow = RuleLevel::error;
  const NodeId a = book.first, b = book.second;
  CHECK(book.check({book.page(0, {a, a, a}), book.page(1, {a, b, b})}) == Codes{"layout.widow"});
  CHECK(book.found.list().front().severity == Severity::error);
  CHECK(book.found.list().front().message.starts_with("page 2: "));
  CHECK(book.found.list().front().span.begin.line == 3);
  CHECK(book.check({book.page(0, {a, a, a}), book.page(1, {a, a, b})}).empty());
}

TEST_CASE("a first line alone at the foot of a page is an orphan", "[layout]") {
  Book book;
  book.report.theme.guarantees.orphan = RuleLevel::warning;
  const NodeId a = book.first, b = book.second;
  CHECK(book.check({book.page(0, {a, a, b}), book.page(1, {b, b})}) == Codes{"layout.orphan"});
  CHECK(book.found.list().front().message.starts_with("page 1: "));
  CHECK(book.check({book.page(0, {a, a, b, b}), book.page(1, {b, b})}).empty());
  CHECK(book.check({book.page(0, {a, a, a}), book.page(1, {b, b})}).empty());  // a paragraph that ends with its page
}

TEST_CASE("lines that stick out, are stretched or divided in a row are told", "[layout]") {
  Book book;
  definition::Guarantees& rules = book.report.theme.guarantees;
  rules.stretch = rules.hyphens = RuleLevel::warning;
  rules.most_hyphens = 1;
  Page page = book.page(0, {book.first, book.first, book.first});
  for (layout::Placed& thing : page.items) std::get<PlacedLine>(thing).line.hyphenated = true;
  std::get<PlacedLine>(page.items[0]).line.over = mm(1);
  std::get<PlacedLine>(page.items[1]).line.spaces = 200;
  CHECK(book.check({page}) == Codes{"layout.overfull", "layout.stretched", "layout.hyphens-in-row"});
}

TEST_CASE("a heading low on a page and a last page with few lines are told when the theme asks", "[layout]") {
  Book book;
  std::get<content::Paragraph>(book.report.tree.nodes[book.second.value].body).heading_level = 2;
  Page low = book.page(0, {book.first, book.second});
  std::get<PlacedLine>(low.items[1]).baseline.y = mm(260);
  const std::vector<Page> pages{low, book.page(1, {book.first, book.first})};
  CHECK(book.check(pages).empty());
  book.report.theme.guarantees.heading = RuleLevel::warning;
  book.report.theme.guarantees.last_page = RuleLevel::warning;
  CHECK(book.check(pages) == Codes{"layout.low-heading", "layout.short-last-page"});
}
