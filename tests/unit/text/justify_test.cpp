// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <random>

#include "text/hanging.hpp"
#include "text/shaper.hpp"

using namespace tilstand;
using namespace tilstand::text;

namespace {

struct Setting {
  Sources sources;
  Diagnostics diagnostics;
  std::optional<font::Library> library = font::read_library(TILSTAND_ROOT "/fonts", {}, sources, diagnostics);
  Shaper shaper{*library, {{"nb", TILSTAND_ROOT "/layouts/lang/nb/hyphenation.dic"}}};
};

Span span_of(std::string text) {
  Span span;
  span.text = std::move(text);
  span.font = {"Vollkorn", 400, false, pt(11), 0, Figures::old_style, false, text::Position::normal, {}};
  span.hyphenate = true;
  return span;
}

ParagraphStyle justified() {
  ParagraphStyle style;
  style.align = Align::justified;
  return style;
}

Length pen_end(const Line& line) {
  Length end = line.left;
  for (const GlyphRun& run : line.runs) end = max(end, run.x + run.width());
  return end;
}

/// A space stands between its words; one at its end doesn't count.
bool has_spaces(const Line& line) {
  std::string text;
  for (const GlyphRun& run : line.runs) text += run.text;
  return text.find(' ') < text.find_last_not_of(' ');
}

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> some{"og ", "tjenester ", "i ", "offisielle ", "samhandling, ", "data. ", "vi ", "kommunene ", "tilliten "};
  std::string text;
  for (unsigned word = 0; word < 20 + random() % 40; ++word) text += some[random() % some.size()];
  return text + "slutt";
}

}  // namespace

TEST_CASE("what is left goes to the spaces within their limits, then to the letters, then to the spaces", "[text]") {
  const ParagraphStyle style = justified();
  const auto is = [&](int rest, int spaces, int letters) {
    const Justification made = justify(style, Length{rest}, Length{1000}, Length{9000});
    INFO(rest);
    CHECK(made.spaces == Length{spaces});
    CHECK(made.letters == Length{letters});
  };
  is(0, 0, 0);
  is(300, 300, 0);
  is(400, 330, 70);
  is(420, 330, 90);
  is(1000, 910, 90);
  is(-200, -200, 0);
  is(-250, -200, -50);
  is(-500, -200, -90);
}

TEST_CASE("spaces have their limits from the font, whatever their natural width in the style", "[text]") {
  ParagraphStyle style = justified();
  style.space = 90, style.space_least = 72, style.space_most = 135;
  CHECK(most_stretch(style, Length{900}, {}) == Length{450});
  CHECK(most_shrink(style, Length{900}, {}) == Length{180});
}

TEST_CASE("justified lines end on one edge, letters spaced or not", "[text][property]") {
  Setting setting;
  std::mt19937 random(3);
  int spaced = 0;
  for (int i = 0; i < 60; ++i) {
    ParagraphStyle style = justified();
    style.letter_fit = i % 3 == 0 ? 0 : 10;
    const Span span = span_of(random_text(random));
    const std::vector<Line> lines = setting.shaper.lines({span}, style, mm(60));
    for (std::size_t line = 0; line + 1 < lines.size(); ++line) {
      if (has_spaces(lines[line])) CHECK(std::abs((lines[line].left + lines[line].width - mm(60)).units) <= 1);
      CHECK(pen_end(lines[line]) - mm(60) < pt(4));  // what hangs
      if (lines[line].spaces == 133 || lines[line].spaces == 80) ++spaced;
    }
  }
  CHECK(spaced > 3);  // letters took the rest
}

TEST_CASE("a letter-fit brings the spaces nearer to their natural width", "[text][property]") {
  Setting setting;
  const auto deviation = [&](int fit) {
    std::mt19937 random(17);
    double sum = 0;
    for (int i = 0; i < 40; ++i) {
      ParagraphStyle style = justified();
      style.letter_fit = fit;
      for (const Line& line : setting.shaper.lines({span_of(random_text(random))}, style, mm(70))) sum += (line.spaces - 100) * (line.spaces - 100);
    }
    return sum;
  };
  CHECK(deviation(10) < deviation(0));
}

TEST_CASE("spaces of a style are so many per cent of the font's", "[text]") {
  Setting setting;
  Span plain = span_of("to ord"), wide = plain;
  wide.space = 200;
  const Length space = setting.shaper.line({span_of(" x")}).width - setting.shaper.line({span_of("x")}).width;
  CHECK(std::abs((setting.shaper.line({wide}).width - setting.shaper.line({plain}).width - space).units) <= 2);
}

TEST_CASE("no more divided lines follow one another than the style allows", "[text][property]") {
  Setting setting;
  std::mt19937 random(23);
  for (const int most : {1, 2, 3}) {
    for (int i = 0; i < 30; ++i) {
      ParagraphStyle style = justified();
      style.most_hyphens = most;
      style.hyphen_penalty = 0;
      int row = 0;
      for (const Line& line : setting.shaper.lines({span_of(random_text(random))}, style, mm(45))) {
        row = line.hyphenated ? row + 1 : 0;
        CHECK(row <= most);
      }
    }
  }
}

TEST_CASE("a dear hyphen is used less than a cheap one", "[text][property]") {
  Setting setting;
  const auto divided = [&](int penalty) {
    std::mt19937 random(29);
    int count = 0;
    for (int i = 0; i < 30; ++i) {
      ParagraphStyle style;
      style.hyphen_penalty = penalty;
      for (const Line& line : setting.shaper.lines({span_of(random_text(random))}, style, mm(50))) count += line.hyphenated ? 1 : 0;
    }
    return count;
  };
  CHECK(divided(1000) < divided(20));
}

TEST_CASE("the first lines stand beside an initial and the others don't", "[text][property]") {
  Setting setting;
  std::mt19937 random(31);
  for (int i = 0; i < 20; ++i) {
    ParagraphStyle style = justified();
    style.hang_lines = 2 + i % 3;
    style.hang_indent = mm(9);
    const std::vector<Line> lines = setting.shaper.lines({span_of(random_text(random))}, style, mm(60));
    for (std::size_t line = 0; line < lines.size(); ++line) {
      CHECK(lines[line].left == (static_cast<int>(line) < style.hang_lines ? mm(9) : mm(0)));
      INFO((lines[line].left + lines[line].width - mm(60)).units << " over " << lines[line].over.units << " spaces " << lines[line].spaces);
      CHECK(lines[line].left + lines[line].width <= mm(60) + Length{1});
    }
  }
}

TEST_CASE("light signs hang further than tall ones, and letters not at all", "[text]") {
  CHECK(hanging_permille(U'.', true) > hanging_permille(U')', true));
  CHECK(hanging_permille(U'\u2013', true) > 0);
  CHECK(hanging_permille(U'\u00AB', false) > 0);
  CHECK(hanging_permille(U')', true) > 0);
  CHECK(hanging_permille(U')', false) == 0);
  CHECK(hanging_permille(U'.', false) == 0);
  CHECK(hanging_permille(U'a', true) == 0);
  CHECK(hanging_permille(U'\u2026', true) > 0);
  CHECK(hanging_permille(U'!', true) > 0);
  CHECK(hanging_permille(U'\U0001F600', true) == 0);
}

TEST_CASE("a line without a measure has nothing that hangs", "[text]") {
  Setting setting;
  for (const char* text : {"12.", "(forts.)", "«ja»", "–"}) {
    const Line line = setting.shaper.line({span_of(text)});
    INFO(text);
    CHECK(pen_end(line) - line.left == line.width);
  }
}
