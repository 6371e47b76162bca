// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "make_pictures.hpp"
#include "picture/svg_path.hpp"
#include "picture/svg_style.hpp"

using namespace tilstand;
using namespace tilstand::picture;

namespace {

std::string svg(const std::string& inside, const std::string& attributes = R"svg(viewBox="0 0 96 96" width="25.4mm" height="25.4mm")svg") {
  return "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" " + attributes + ">" + inside + "</svg>";
}

/// The shapes of a sound drawing, 96 user units to the inch.
std::vector<Shape> shapes(const std::string& inside) {
  const Try read(svg(inside));
  REQUIRE(read.picture() != nullptr);
  return read.picture()->vector()->shapes;
}

Rect box_in_pixels(double x, double y, double width, double height) {
  const auto px = [](double value) { return mm(value * 25.4 / 96); };
  return {{px(x), px(y)}, {px(width), px(height)}};
}

}  // namespace

TEST_CASE("An SVG's outlines come with their fills, pens and transforms", "[picture]") {
  const auto found = shapes(R"svg(<g fill="red" transform="translate(10 20)"><rect width="30" height="10"/>
    <path d="M0 0h10v10z" fill="none" stroke="#00f" stroke-width="2" stroke-linecap="round" stroke-dasharray="4 2" transform="scale(2)"/></g>)svg");
  REQUIRE(found.size() == 2);
  CHECK(bounds(found[0].path) == box_in_pixels(10, 20, 30, 10));
  CHECK(found[0].fill == Paint{255, 0, 0, 1000});
  CHECK_FALSE(found[0].pen);
  CHECK(bounds(found[1].path) == box_in_pixels(10, 20, 20, 20));
  CHECK_FALSE(found[1].fill);
  REQUIRE(found[1].pen);
  CHECK(found[1].pen->width == mm(4 * 25.4 / 96));
  CHECK(found[1].pen->cap == Cap::round);
  CHECK(found[1].pen->dashes.size() == 2);
}

TEST_CASE("Style sheets, style attributes and what is inherited win in CSS's order", "[picture]") {
  const auto found = shapes(R"svg(<style>.a{fill:#010203;opacity:.5} #b{fill:lime} rect{fill:gold}</style>
    <rect class="a" width="1" height="1"/><rect class="a" id="b" width="1" height="1"/><rect fill="red" width="1" height="1"/>
    <g color="navy" fill="currentColor"><circle r="1"/></g><rect style="fill:rgb(10%,20%,30%)" width="1" height="1"/><rect display="none" width="1" height="1"/>)svg");
  REQUIRE(found.size() == 5);
  CHECK(found[0].fill == Paint{1, 2, 3, 500});
  CHECK(found[1].fill == Paint{0, 255, 0, 500});
  CHECK(found[2].fill == Paint{255, 215, 0, 1000});
  CHECK(found[3].fill == Paint{0, 0, 128, 1000});
  CHECK(found[4].fill == Paint{26, 51, 77, 1000});
}

TEST_CASE("Path data are read as SVG writes them", "[picture]") {
  CHECK(path_of(read_path("M1,2L3-4.5.5.25Z").outline, {}).steps.size() == 4);
  CHECK(bounds(path_of(read_path("m10 10 5 5h5v-3").outline, {})) == Rect{{mm(10), mm(10)}, {mm(10), mm(5)}});
  const Path half = path_of(read_path("M0 0A10 10 0 01 20 0").outline, {});  // flags may stand without spaces
  CHECK(half.steps.size() == 3);
  CHECK(half.steps.back().to == Point{mm(20), {}});
  CHECK(half.steps[1].to.y.in_mm() == Approx(-10).margin(0.001));
  const PathData cut = read_path("M0 0L10 10L5");
  CHECK_FALSE(cut.sound);
  CHECK(cut.outline.steps.size() == 2);
  CHECK_FALSE(read_path("L1 1").sound);
  CHECK(path_of(read_path("M0 0L1e300 0").outline, {}).steps.back().to.x == mm(4000));
}

TEST_CASE("Clips cut off, and an empty one hides", "[picture]") {
  const auto found = shapes(R"svg(<clipPath id="c"><circle cx="5" cy="5" r="5"/></clipPath><clipPath id="e"/>
    <rect clip-path="url(#c)" width="10" height="10"/><rect clip-path="url(#e)" width="10" height="10"/>)svg");
  REQUIRE(found.size() == 1);
  CHECK(found[0].clips == std::vector<std::uint32_t>{0});
}

TEST_CASE("A part is shown again where it is used, but not without end", "[picture]") {
  const auto found = shapes(R"svg(<defs><rect id="r" width="4" height="4"/></defs><use href="#r" x="10"/><use href="#r" y="20"/>)svg");
  REQUIRE(found.size() == 2);
  CHECK(bounds(found[1].path) == box_in_pixels(0, 20, 4, 4));
  CHECK(Try(svg(R"svg(<g id="g"><use href="#g"/></g>)svg")).code() == "picture.too-large");
  std::string bomb = R"svg(<defs><rect id="a0" width="1" height="1"/>)svg";
  for (int i = 1; i < 20; ++i) {
    const std::string use = "<use href=\"#a" + std::to_string(i - 1) + "\"/>";
    bomb += "<g id=\"a" + std::to_string(i) + "\">" + use + use + use + "</g>";
  }
  CHECK(Try(svg(bomb + R"svg(</defs><use href="#a19"/>)svg")).code() == "picture.too-large");
}

TEST_CASE("What an SVG asks for beyond outlines is reported", "[picture]") {
  const Try text(svg("\n<text>Navn</text>"));
  CHECK(text.picture() == nullptr);
  CHECK(text.code() == "picture.unsupported");
  CHECK(text.diagnostics.list().front().message.find("line 3") != std::string::npos);
  const Try gradient(svg(R"svg(<linearGradient id="g"><stop stop-color="black"/><stop offset="1" stop-color="white"/></linearGradient><rect fill="url(#g)" width="9" height="9"/>)svg"));
  REQUIRE(gradient.picture() != nullptr);
  CHECK(gradient.code() == "picture.approximated");
  CHECK(gradient.picture()->vector()->shapes[0].fill == Paint{128, 128, 128, 1000});
  CHECK(Try(svg(R"svg(<image href="x.png"/>)svg")).code() == "picture.approximated");
  CHECK(Try(svg("<rect", "viewBox=\"0 0 1 1\"")).code() == "picture.damaged");
  CHECK(Try(svg("<rect width='1' height='1'/>", "")).code() == "picture.unsupported");
  CHECK(Try("<html><svg/></html>").code() == "picture.unknown-format");
  std::string deep;
  for (int i = 0; i < 500; ++i) deep += "<g>";
  CHECK(Try(svg(deep)).code() == "picture.too-large");
}

TEST_CASE("Entities that grow without end are refused", "[picture]") {
  std::string bytes = "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a0 \"aaaaaaaaaa\">";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    bytes += "<!ENTITY a" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) bytes += before;
    bytes += "\">";
  }
  bytes += "]><svg viewBox='0 0 1 1'><style>&a11;</style></svg>";
  CHECK(Try(bytes).code() == "picture.damaged");
}
