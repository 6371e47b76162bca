// SPDX-License-Identifier: Apache-2.0
#include "text/shaper.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace tilstand;
using namespace tilstand::text;

namespace {

struct Setting {
  Sources sources;
  Diagnostics diagnostics;
  std::optional<font::Library> library = font::read_library(TILSTAND_ROOT "/fonts", {}, sources, diagnostics);
  Shaper shaper{*library, {{"nb", TILSTAND_ROOT "/layouts/lang/nb/hyphenation.dic"}}};
};

Span span_of(std::string text, bool hyphenate = false) {
  Span span;
  span.text = std::move(text);
  span.font = {"Vollkorn", 400, false, pt(11), 0, Figures::old_style, false, text::Position::normal};
  span.hyphenate = hyphenate;
  return span;
}

std::string text_of(const Line& line) {
  std::string text;
  for (const GlyphRun& run : line.runs) text += run.text;
  return text;
}

const char* const passage =
    "Tilliten til at offentlige digitale tjenester tar vare på personopplysningene, er høy, men synker. De som faller utenfor digitalt, er "
    "ofte de som trenger det offentlige mest, og virksomhetene samhandler om tjenesteutvikling.";

}  // namespace

TEST_CASE("the lines of a paragraph hold its text, no more and no less", "[text]") {
  Setting setting;
  std::string joined;
  for (const Line& line : setting.shaper.lines({span_of(passage)}, {}, mm(80))) joined += text_of(line);
  CHECK(joined == passage);
}

TEST_CASE("a forced break reads as a space, and takes no room", "[text]") {
  Setting setting;
  const auto lines = setting.shaper.lines({span_of("Figur\nKilde")}, {}, mm(80));
  REQUIRE(lines.size() == 2);
  CHECK(text_of(lines[0]) == "Figur ");
  CHECK(text_of(lines[1]) == "Kilde");
  CHECK(lines[0].width == setting.shaper.line({span_of("Figur")}).width);
}

TEST_CASE("a word is shaped alike before and after the shaper forgets what it kept", "[text]") {
  Setting setting;
  const Line before = setting.shaper.line({span_of("tillit")});
  for (int number = 0; number < 40'000; ++number) setting.shaper.line({span_of(std::to_string(number))});
  const Line after = setting.shaper.line({span_of("tillit")});
  CHECK(after.width == before.width);
  REQUIRE(after.runs.size() == 1);
  CHECK(after.runs[0].glyphs.size() == before.runs[0].glyphs.size());
}

TEST_CASE("no line is wider than its measure, hanging punctuation aside", "[text]") {
  Setting setting;
  for (const int width : {40, 60, 111}) {
    for (const Align align : {Align::left, Align::justified}) {
      ParagraphStyle style;
      style.align = align;
      for (const Line& line : setting.shaper.lines({span_of(passage, true)}, style, mm(width))) CHECK(line.left + line.width <= mm(width) + pt(4));
    }
  }
  CHECK(setting.shaper.overfull().empty());
}

TEST_CASE("justified lines end where the measure ends", "[text]") {
  Setting setting;
  ParagraphStyle style;
  style.align = Align::justified;
  const auto lines = setting.shaper.lines({span_of("ett to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten")}, style, mm(50));
  REQUIRE(lines.size() > 1);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) CHECK(lines[i].left + lines[i].width == mm(50));
}

TEST_CASE("a divided word ends in a hyphen that reads as a soft hyphen, with three letters on both sides", "[text]") {
  Setting setting;
  const auto lines = setting.shaper.lines({span_of("og personopplysningsvernet er viktig", true)}, {}, mm(30));
  REQUIRE(lines.size() > 1);
  bool divided = false;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!lines[i].hyphenated) continue;
    divided = true;
    CHECK(text_of(lines[i]).ends_with("\u00AD"));
    CHECK(text_of(lines[i]).size() >= 5);
  }
  CHECK(divided);
}

TEST_CASE("no-break spaces and ranges of figures hold together", "[text]") {
  Setting setting;
  for (const Line& line : setting.shaper.lines({span_of("aldersgruppen 16–79\u00A0år på 9\u00A0257 tjenester")}, {}, mm(18))) {
    const std::string text = text_of(line);
    CHECK((text.find("16") == std::string::npos || text.find("79\u00A0år") != std::string::npos));
    CHECK((text.find("9\u00A0") == std::string::npos || text.find("\u00A0257") != std::string::npos || text.find("år") != std::string::npos));
  }
}

TEST_CASE("an unbreakable word stands alone and is reported", "[text]") {
  Setting setting;
  Span span = span_of("et ordsomikkekandelesnoestedsværforlangt her");
  span.origin = NodeId{7};
  const auto lines = setting.shaper.lines({span}, {}, mm(20));
  CHECK(lines.size() == 3);
  REQUIRE(setting.shaper.overfull().size() == 1);
  CHECK(setting.shaper.overfull().front() == NodeId{7});
}

TEST_CASE("a ligature's cluster covers its letters", "[text]") {
  Setting setting;
  const Line line = setting.shaper.line({span_of("offisiell")});
  bool ligature = false;
  for (const Glyph& glyph : line.runs.at(0).glyphs) ligature = ligature || glyph.text_end - glyph.text_begin > 1;
  CHECK(ligature);
  CHECK(line.runs.at(0).text == "offisiell");
}

TEST_CASE("tabular figures are equally wide and proportional ones are not", "[text]") {
  Setting setting;
  const auto width = [&](const char* text, bool tabular) {
    Span span = span_of(text);
    span.font = {"Inter", 400, false, pt(10), 0, Figures::lining, tabular, text::Position::normal};
    return setting.shaper.line({span}).width;
  };
  CHECK(width("111", true) == width("888", true));
  CHECK(width("111", false) < width("888", false));
}

TEST_CASE("a character in no face is named once and left out", "[text]") {
  Setting setting;
  Span span = span_of("a\U0001F600b\U0001F600");
  span.origin = NodeId{3};
  const Line line = setting.shaper.line({span});
  REQUIRE(setting.shaper.missing().size() == 1);
  CHECK(setting.shaper.missing().front() == MissingGlyph{U'\U0001F600', NodeId{3}});
  for (const GlyphRun& run : line.runs)
    for (const Glyph& glyph : run.glyphs) CHECK(glyph.id != 0);
}

TEST_CASE("a paragraph of a hundred thousand words is set", "[text]") {
  Setting setting;
  std::string text;
  for (int i = 0; i < 100000; ++i) text += i % 7 == 0 ? "tilstand " : "og ";
  CHECK(setting.shaper.lines({span_of(text, true)}, {}, mm(111)).size() > 3000);
}

TEST_CASE("balanced lines are of about equal length and no more in number", "[text]") {
  Setting setting;
  ParagraphStyle plain, balanced;
  balanced.balanced = true;
  const std::vector<Span> spans{span_of("Offentlig sektor utnytter potensialet i deling og bruk av data til noe")};
  const auto first = setting.shaper.lines(spans, plain, mm(80)), second = setting.shaper.lines(spans, balanced, mm(80));
  REQUIRE(first.size() == 2);
  REQUIRE(second.size() == 2);
  const auto gap = [](const std::vector<Line>& lines) { return std::abs((lines[0].width - lines[1].width).units); };
  CHECK(gap(second) <= gap(first));
}
