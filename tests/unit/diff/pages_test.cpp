// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "diff/compare.hpp"
#include "diff/regions.hpp"

using namespace tilstand;
using manifest::Manifest;

namespace {

/// An edition with a page for each letter; letters of one kind, as "a" and "A", share a block.
Manifest edition(const std::string& pages) {
  Manifest one;
  one.parts = {{"part", "Part", "d", 1, static_cast<std::uint32_t>(pages.size())}};
  for (const char letter : pages) {
    const std::string name(1, letter);
    one.blocks.push_back({"paragraph", 0, "shared " + std::string(1, static_cast<char>(letter | 0x20)), "shared"});
    one.blocks.push_back({"paragraph", 0, "own " + name, "own " + name});
    const auto last = static_cast<std::uint32_t>(one.blocks.size()) - 1;
    one.pages.push_back({std::to_string(one.pages.size() + 1), 0, "text " + name, "looks " + name, 0, {last - 1, last}});
  }
  return one;
}

/// "c2>3" for page 2 that became page 3 and changed, "a>3" and "g2>" for those that came and went.
std::string told(const std::string& before, const std::string& after) {
  std::string text;
  for (const diff::PageDifference& page : diff::compare_pages(edition(before), edition(after))) {
    text += (text.empty() ? "" : " ") + std::string(page.kind == diff::Kind::changed ? "c" : page.kind == diff::Kind::added ? "a" : "g");
    text += (page.before ? std::to_string(page.before->index + 1) : "") + ">" + (page.after ? std::to_string(page.after->index + 1) : "");
  }
  return text;
}

picture::Pixels white(std::uint32_t width, std::uint32_t height) { return {width, height, true, std::string(std::size_t{width} * height, '\xff'), {}}; }
void blacken(picture::Pixels& pixels, std::uint32_t left, std::uint32_t top, std::uint32_t size) {
  for (std::uint32_t y = top; y < top + size; ++y)
    for (std::uint32_t x = left; x < left + size; ++x) pixels.colour[y * pixels.width + x] = '\0';
}

}  // namespace

TEST_CASE("an inserted page changes no other", "[diff][unit]") {
  CHECK(told("abcd", "abcd").empty());
  CHECK(told("abcd", "axbcd") == "a>2");
  CHECK(told("abcd", "acd") == "g2>");
  CHECK(told("", "ab") == "a>1 a>2");
}

TEST_CASE("a changed page is found where it went", "[diff][unit]") {
  CHECK(told("abcd", "aBcd") == "c2>2");
  CHECK(told("abcd", "axBcd") == "a>2 c2>3" );
  CHECK(told("abcd", "aBxcd") == "c2>2 a>3");
  CHECK(told("abcdef", "aCDf").find("c3>2 c4>3") != std::string::npos);
}

TEST_CASE("a page tells how its changed blocks begin", "[diff][unit]") {
  const auto pages = diff::compare_pages(edition("abc"), edition("aBc"));
  REQUIRE(pages.size() == 1);
  CHECK(pages[0].words == std::vector<std::string>{"own B"});
  CHECK(pages[0].part == "Part");
}

TEST_CASE("editions differ by report, parts, figures and inputs", "[diff][unit]") {
  Manifest before = edition("ab"), after = before;
  const locale::Forms forms("nb");
  CHECK(diff::compare_editions(before, after, forms).empty());
  after.parts[0].digest = "e";
  after.parts.push_back({"more", "More", "x", 0, 0});
  before.data = "data/a";
  after.data = "data/b";
  before.inputs = {{"data/a/same.csv", "11"}, {"data/a/x.csv", "22"}};
  after.inputs = {{"data/b/same.csv", "11"}, {"data/b/x.csv", "33"}};
  after.title = "Other";
  const auto difference = diff::compare_editions(before, after, forms);
  CHECK(difference.sections[0].entries.size() == 1);
  CHECK(difference.sections[1].entries.size() == 2);
  CHECK(difference.sections[2].entries.empty());
  CHECK(difference.sections[3].entries.size() == 1);
}

TEST_CASE("marked places hold what differs", "[diff][unit]") {
  const picture::Pixels before = white(100, 200);
  CHECK(diff::regions(before, before, 0).first.empty());
  picture::Pixels after = before;
  blacken(after, 40, 80, 4);
  const auto [old, now] = diff::regions(before, after, 0);
  REQUIRE(now.size() == 1);
  CHECK(old == now);
  CHECK((now[0].left <= 400 && now[0].left + now[0].width >= 440));
  CHECK((now[0].top <= 400 && now[0].top + now[0].height >= 420));
  CHECK(now[0].width <= 140);
  blacken(after, 44, 90, 4);
  CHECK(diff::regions(before, after, 0).second.size() == 1);
  blacken(after, 40, 180, 4);
  CHECK(diff::regions(before, after, 0).second.size() == 2);
}

TEST_CASE("what only stands aside is no difference", "[diff][unit]") {
  picture::Pixels before = white(100, 100), after = white(100, 100);
  blacken(before, 30, 30, 10);
  blacken(after, 33, 30, 10);
  CHECK(!diff::regions(before, after, 0).second.empty());
  CHECK(diff::regions(before, after, 3).second.empty());
  blacken(after, 60, 60, 8);
  const auto [old, now] = diff::regions(before, after, 3);
  REQUIRE(now.size() == 1);
  CHECK(old[0].left == now[0].left - 30);
}

TEST_CASE("there are never more than forty places", "[diff][unit]") {
  const picture::Pixels before = white(800, 800);
  picture::Pixels after = before;
  for (std::uint32_t y = 0; y < 800; y += 32)
    for (std::uint32_t x = 0; x < 800; x += 32) blacken(after, x, y, 2);
  CHECK(diff::regions(before, after, 0).second.size() <= 40);
  CHECK(diff::regions(before, white(400, 900), 0).second.empty());  // what isn't there is paper
}
