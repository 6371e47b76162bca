// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "diff/difference.hpp"
#include "tables/json_value.hpp"

using namespace tilstand;
using diff::Kind;

namespace {

diff::Difference sample() {
  diff::Difference one;
  one.editions = true;
  one.before = {"a.json", "Old <b>", "nb", 2};
  one.after = {"b.json", "New & more", "nb", 3};
  one.sections = {{"figures", "Figures", {{Kind::changed, "trust", "Tillit", {{"value", "47 %", "48 %", "v:1", "v:2"}, {"unit", "percent", "count"}}}, {Kind::gone, "old"}}},
                  {"inputs", "Files", {}}};
  one.pages = {{Kind::changed, diff::SidePage{1, "2", 0, "before-2.png", {{10, 20, 30, 45}}}, diff::SidePage{2, "iii", 0, "after-3.png", {{10, 20, 30, 45}}}, "Del", {"Ord \"x\""}},
               {Kind::added, {}, diff::SidePage{0, "1", 0, {}, {}}, {}, {}}};
  return one;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("the list names each change on a line", "[diff][unit]") {
  const std::string text = to_text(sample());
  CHECK(text.find("Figures: 1 changed, 1 gone\n") == 0);
  CHECK(count(text, "\n") == 8);
  CHECK(text.find("2            3 (iii)") != std::string::npos);
  CHECK(count(text, " \n") == 0);
  CHECK(to_text(diff::Difference{}) == "no differences\n");
}

TEST_CASE("the JSON is JSON and holds everything", "[diff][unit]") {
  tables::JsonFault fault;
  const auto json = tables::read_json(to_json(sample()), fault);
  REQUIRE(json);
  const tables::Json& trust = json->member("figures")->array()->at(0);
  CHECK(*trust.member("change")->string() == "changed");
  CHECK(*trust.member("changes")->array()->at(0).member("place-after")->string() == "v:2");
  CHECK(json->member("inputs")->array()->empty());
  const tables::Json& page = json->member("changed-pages")->array()->at(0);
  CHECK(page.member("after")->member("page")->integer() == 3);
  CHECK(page.member("after")->member("regions")->array()->at(0).array()->at(3).integer() == 45);
  CHECK(json->member("changed-pages")->array()->at(1).member("before") == nullptr);
  CHECK(tables::read_json(to_json(diff::Difference{}), fault));
}

TEST_CASE("the page can be read without seeing it", "[diff][unit]") {
  const std::string html = to_html(sample());
  CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
  CHECK(count(html, "<h1>") == 1);
  CHECK(count(html, "<main>") == 1);
  CHECK(count(html, "<img ") == 2);
  CHECK(count(html, " alt=\"Page ") == 2);
  CHECK(html.find("alt=\"Page 3 after, Del; 1 place is marked\"") != std::string::npos);
  CHECK(count(html, "<table>") == count(html, "<caption>"));
  CHECK(count(html, "scope=\"col\"") == 5);
  CHECK(count(html, "scope=\"rowgroup\"") == 1);
  CHECK(html.find("<span lang=\"nb\">Tillit</span>") != std::string::npos);
  CHECK(html.find("left:1.0%;top:2.0%;width:3.0%;height:4.5%") != std::string::npos);
  CHECK(html.find("There is no such page before.") != std::string::npos);
}

TEST_CASE("no text of a report is taken for markup", "[diff][unit]") {
  const std::string html = to_html(sample());
  CHECK(html.find("<b>") == std::string::npos);
  CHECK(html.find("Old &lt;b&gt;") != std::string::npos);
  CHECK(html.find("New &amp; more") != std::string::npos);
  CHECK(html.find("Ord &quot;x&quot;") != std::string::npos);
}
