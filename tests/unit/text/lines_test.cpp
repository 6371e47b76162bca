// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <random>
#include <string>

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

Span span_of(std::string text, const std::string& family = "Vollkorn") {
  Span span;
  span.text = std::move(text);
  span.font = {family, 400, false, pt(11), 0, Figures::old_style, false, text::Position::normal, {}};
  return span;
}

std::string text_of(const Line& line) {
  std::string text;
  for (const GlyphRun& run : line.runs) text += run.text;
  return text;
}

/// The text of all lines; the soft hyphens that breaks add are taken off.
std::string joined(const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) {
    text += text_of(line);
    if (line.hyphenated) text.erase(text.size() - 2);
  }
  return text;
}

/// Where the pen stands after the last glyph.
Length pen_end(const Line& line) {
  Length end = line.left;
  for (const GlyphRun& run : line.runs) end = max(end, run.x + run.width());
  return end;
}

std::vector<Span> random_spans(std::mt19937& random) {
  static const std::vector<std::string> some{"og ", "«tjenester» ", "i 2021, ", "offisielle ", "16–79\u00A0år ", "samhandlingsarenaer ", "per\u00ADso\u00ADner ",
                                             "e-post ", "9\u00A0257 ", "Åse.  ", "å", "tilgjengelighet: "};
  std::vector<Span> spans;
  for (unsigned i = 0; i < 1 + random() % 4; ++i) {
    std::string text;
    for (unsigned word = 0; word < 2 + random() % 9; ++word) text += some[random() % some.size()];
    spans.push_back(span_of(text, random() % 3 == 0 ? "Inter" : "Vollkorn"));
    spans.back().hyphenate = random() % 4 != 0;
    spans.back().font.italic = random() % 4 == 0;
    spans.back().origin = {static_cast<std::uint32_t>(i)};
    if (random() % 5 == 0) spans.back().font.tracking = 20;
  }
  return spans;
}

std::vector<std::uint32_t> glyphs_of(const Line& line) {
  std::vector<std::uint32_t> ids;
  for (const GlyphRun& run : line.runs)
    for (const Glyph& glyph : run.glyphs) ids.push_back(glyph.id);
  return ids;
}

}  // namespace

TEST_CASE("random paragraphs keep their text and their measure, however they are aligned", "[text][property]") {
  Setting setting;
  std::mt19937 random(42);
  for (int i = 0; i < 200; ++i) {
    const std::vector<Span> spans = random_spans(random);
    std::string text;
    for (const Span& span : spans) text += span.text;
    ParagraphStyle style;
    style.align = static_cast<Align>(random() % 4);
    style.optimal = random() % 5 != 0;
    style.balanced = random() % 4 == 0;
    const Length measure = mm(48 + static_cast<double>(random() % 60));
    INFO("paragraph " << i << " in " << measure.in_mm() << " mm: " << text);
    const std::size_t overfull = setting.shaper.overfull().size();
    const std::vector<Line> lines = setting.shaper.lines(spans, style, measure);
    CHECK(joined(lines) == text);
    REQUIRE(setting.shaper.overfull().size() == overfull);
    for (std::size_t line = 0; line < lines.size(); ++line) {
      CHECK(lines[line].left + lines[line].width <= measure + Length{1});
      INFO(text_of(lines[line]));
      CHECK((lines[line].left + lines[line].width - pen_end(lines[line])).units < 60);  // what the pen passes hangs
      const std::string words = text_of(lines[line]);
      const bool has_spaces = words.find_last_not_of(' ') != std::string::npos && words.find(' ') < words.find_last_not_of(' ');
      if (style.align == Align::justified && line + 1 < lines.size() && has_spaces) CHECK(std::abs((lines[line].left + lines[line].width - measure).units) <= 1);
    }
    CHECK(setting.shaper.lines(spans, style, measure) == lines);
  }
}

TEST_CASE("a justified line of one word is not stretched and not sought", "[text]") {
  Setting setting;
  ParagraphStyle style;
  style.align = Align::justified;
  const auto lines = setting.shaper.lines({span_of("samhandlingsarenaene tilgjengelighetserklæring")}, style, mm(58));
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].width < mm(50));
  const std::string loose = "tilgjengelighet offisielle deling tilgjengelighet offisielle deling";
  for (const Line& line : setting.shaper.lines({span_of(loose)}, style, mm(60))) CHECK(text_of(line).find(' ') < text_of(line).size() - 1);
}

TEST_CASE("each glyph's cluster lies in the text of its run, and clusters cover it", "[text][property]") {
  Setting setting;
  std::mt19937 random(43);
  for (int i = 0; i < 60; ++i)
    for (const Line& line : setting.shaper.lines(random_spans(random), {}, mm(70)))
      for (const GlyphRun& run : line.runs) {
        std::vector<bool> covered(run.text.size());
        for (const Glyph& glyph : run.glyphs) {
          REQUIRE(glyph.text_begin < glyph.text_end);
          REQUIRE(glyph.text_end <= run.text.size());
          for (std::uint32_t at = glyph.text_begin; at < glyph.text_end; ++at) covered[at] = true;
        }
        for (std::size_t at = 0; at < covered.size(); ++at) {
          INFO(run.text << " at " << at);
          const bool soft_hyphen = run.text.compare(at, 2, "\u00AD") == 0 || (at > 0 && run.text.compare(at - 1, 2, "\u00AD") == 0);
          CHECK((covered[at] || soft_hyphen));
        }
      }
}

TEST_CASE("right-aligned lines end on one edge, punctuation included", "[text]") {
  Setting setting;
  ParagraphStyle style;
  style.align = Align::right;
  for (const char* text : {"12,5", "«ja»", "47\u00A0%", "nei.", "slutt-", "«"}) {
    const auto lines = setting.shaper.lines({span_of(text)}, style, mm(40));
    INFO(text);
    REQUIRE(lines.size() == 1);
    CHECK(std::abs((pen_end(lines.front()) - mm(40)).units) <= 1);
  }
  for (const Line& line : setting.shaper.lines({span_of("En lang linje, som brytes, flere ganger, her «og» der.")}, style, mm(30)))
    CHECK(std::abs((pen_end(line) - mm(30)).units) < 60);
}

TEST_CASE("centred lines have equal space on both sides", "[text]") {
  Setting setting;
  ParagraphStyle style;
  style.align = Align::centre;
  const Line line = setting.shaper.lines({span_of("midt på")}, style, mm(50)).front();
  CHECK(std::abs((line.left - (mm(50) - line.left - line.width)).units) <= 1);
}

TEST_CASE("ranges of figures and what no-break spaces join are on one line at any measure", "[text][property]") {
  Setting setting;
  const std::vector<std::string> wholes{"16–79", "2015-2021", "9\u00A0257", "47\u00A0%", "kap.\u202F3"};
  for (int width = 8; width < 70; ++width) {
    std::vector<std::string> texts;
    for (const Line& line : setting.shaper.lines({span_of("alle i 16–79 og 2015-2021 med 9\u00A0257 eller 47\u00A0% i kap.\u202F3 her")}, {}, mm(width)))
      texts.push_back(text_of(line));
    for (const std::string& whole : wholes) {
      INFO(whole << " at " << width << " mm");
      CHECK(std::count_if(texts.begin(), texts.end(), [&](const std::string& text) { return text.find(whole) != std::string::npos; }) == 1);
    }
  }
}

TEST_CASE("a soft hyphen shows only where a line ends at it", "[text]") {
  Setting setting;
  CHECK(setting.shaper.line({span_of("per\u00ADsoner")}).width == setting.shaper.line({span_of("personer")}).width);
  const auto lines = setting.shaper.lines({span_of("digitaliserings\u00ADdirektoratet")}, {}, mm(32));
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].hyphenated);
  CHECK(glyphs_of(lines[0]).back() == glyphs_of(setting.shaper.line({span_of("-")})).back());
}

TEST_CASE("balanced lines are nearer to one another, with words kept in order", "[text][property]") {
  Setting setting;
  std::mt19937 random(5);
  for (int i = 0; i < 30; ++i) {
    std::string text;
    for (unsigned word = 0; word < 6 + random() % 14; ++word) text += (word > 0 ? " " : "") + std::string(2 + random() % 8, 'n');
    ParagraphStyle plain, balanced;
    balanced.balanced = true;
    const auto first = setting.shaper.lines({span_of(text)}, plain, mm(60)), second = setting.shaper.lines({span_of(text)}, balanced, mm(60));
    INFO(text);
    CHECK(first.size() == second.size());
    CHECK(joined(second) == text);
    const auto widest = [](const std::vector<Line>& lines) {
      return std::max_element(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.width < b.width; })->width;
    };
    CHECK(widest(second) <= widest(first));
  }
}

TEST_CASE("features of a style choose other glyphs for the same text", "[text]") {
  Setting setting;
  Span plain = span_of("1"), other = span_of("1"), both = span_of("1");
  other.font.features = "ss11";
  both.font.features = "kern ss11";
  CHECK(glyphs_of(setting.shaper.line({plain})) != glyphs_of(setting.shaper.line({other})));
  CHECK(glyphs_of(setting.shaper.line({other})) == glyphs_of(setting.shaper.line({both})));
  CHECK(text_of(setting.shaper.line({other})) == "1");
}

TEST_CASE("raised and lowered words take the glyphs of their face, or smaller ones off the baseline", "[text]") {
  Setting setting;
  const auto set = [&](const char* words, tilstand::text::Position position, const char* family) {
    Span plain = span_of("H"), raised = span_of(words);
    raised.font.position = position;
    plain.font.family = raised.font.family = family;
    return setting.shaper.line({plain, raised});
  };
  for (const tilstand::text::Position position : {tilstand::text::Position::superscript, tilstand::text::Position::subscript}) {
    const Line own = set("2", position, "Vollkorn");
    CHECK(text_of(own) == "H2");
    CHECK(own.runs.back().rise == Length{});
    CHECK(own.runs.back().size == own.runs.front().size);
    CHECK(own.runs.back().glyphs.back().id != setting.shaper.line({span_of("2")}).runs.front().glyphs.front().id);
    const Line drawn = set("å§", position, "Vollkorn");  // which no face has raised
    CHECK(text_of(drawn) == "Hå§");
    CHECK(drawn.runs.back().size < drawn.runs.front().size);
    CHECK((drawn.runs.back().rise > Length{}) == (position == tilstand::text::Position::superscript));
    CHECK((drawn.runs.back().rise < Length{}) == (position == tilstand::text::Position::subscript));
    const Rect box = setting.shaper.ink_box(drawn), letter = setting.shaper.ink_box(set("", position, "Vollkorn"));
    if (position == tilstand::text::Position::subscript) CHECK(box.bottom() > letter.bottom());
  }
}

TEST_CASE("small capitals are other glyphs of the same letters, drawn as smaller capitals where a face has none", "[text]") {
  Setting setting;
  const auto set = [&](const char* words, const char* family) {
    Span span = span_of(words);
    span.font.family = family;
    span.font.small_caps = true;
    return setting.shaper.line({span});
  };
  const auto height = [&](const Line& line) { return -setting.shaper.ink_box(line).top(); };
  for (const char* family : {"Vollkorn", "Inter"}) {
    INFO(family);
    const Line mixed = set("Oslo", family), small = set("nato", family), abbreviation = set("NATO", family);
    CHECK(text_of(mixed) == "Oslo");
    CHECK(text_of(small) == "nato");
    CHECK(text_of(abbreviation) == "NATO");
    Span capitals = span_of("NATO");
    capitals.font.family = family;
    CHECK(height(small) < height(setting.shaper.line({capitals})));
    CHECK(height(abbreviation) < height(setting.shaper.line({capitals})));
    CHECK(height(mixed) > height(small));
    CHECK(setting.shaper.missing().empty());
  }
}

TEST_CASE("no line begins with a raised word", "[text][property]") {
  Setting setting;
  Span words = span_of("Kommunen deler data med naboene, og det merkes i svarene."), mark = span_of("4");
  mark.font.position = tilstand::text::Position::superscript;
  mark.leaf = 1;
  const Span after = span_of(" Staten ser på tallene.");
  for (int width = 20; width < 120; ++width)
    for (const Line& line : setting.shaper.lines({words, mark, after}, {}, mm(width))) CHECK(line.runs.front().leaf == 0);
}

TEST_CASE("old-style and lining figures are other glyphs of the same text", "[text]") {
  Setting setting;
  Span old_style = span_of("3579"), lining = span_of("3579");
  lining.font.figures = Figures::lining;
  CHECK(glyphs_of(setting.shaper.line({old_style})) != glyphs_of(setting.shaper.line({lining})));
}

TEST_CASE("pairs of letters are kerned", "[text]") {
  Setting setting;
  const auto width = [&](const char* text) { return setting.shaper.line({span_of(text)}).width; };
  CHECK(width("AV") < width("A") + width("V"));
}

TEST_CASE("a character that the face lacks comes from another face of the library", "[text]") {
  Setting setting;
  const Line line = setting.shaper.line({span_of("a ⌘ b")});
  CHECK(setting.shaper.missing().empty());
  REQUIRE(line.runs.size() >= 3);
  std::vector<std::string> families;
  for (const GlyphRun& run : line.runs)
    if (run.text.find("⌘") != std::string::npos) families.push_back(setting.library->faces.at(run.face.value).family);
  REQUIRE(families.size() == 1);
  CHECK(families.front() != "Vollkorn");
  CHECK(text_of(line) == "a ⌘ b");
}

TEST_CASE("a character in no face is named once for each node, in order", "[text]") {
  Setting setting;
  for (const std::uint32_t node : {4U, 4U, 9U}) {
    Span span = span_of("漢 a\u0E01 漢");
    span.origin = {node};
    setting.shaper.lines({span}, {}, mm(40));
  }
  const std::vector<MissingGlyph> expected{{U'漢', {4}}, {U'\u0E01', {4}}, {U'漢', {9}}, {U'\u0E01', {9}}};
  CHECK(setting.shaper.missing() == expected);
}

TEST_CASE("right-to-left runs stand in visual order, each word whole", "[text]") {
  Setting setting;
  const Line line = setting.shaper.line({span_of("ab \u202Ecd ef\u202C gh")});
  Length last{-1};
  std::string order;
  for (const GlyphRun& run : line.runs) {
    CHECK(run.x > last);
    last = run.x;
    order += run.text;
  }
  const std::size_t first = order.find("ef"), second = order.find("cd");
  REQUIRE(first != std::string::npos);
  REQUIRE(second != std::string::npos);
  CHECK(first < second);
  CHECK(order.find("ab") < first);
  CHECK(second < order.find("gh"));
  for (const GlyphRun& run : line.runs)
    if (run.text.find("cd") != std::string::npos) {
      CHECK(run.right_to_left);
      REQUIRE(run.glyphs.size() >= 2);
      CHECK(run.glyphs.front().text_begin > run.glyphs.back().text_begin);
    }
}

TEST_CASE("figure and node ride on the runs and change no glyph", "[text]") {
  Setting setting;
  Span before = span_of("Andelen er "), figure = span_of("47\u00A0prosent"), after = span_of(" i år");
  figure.figure = {3};
  figure.origin = before.origin = after.origin = {5};
  const Line split = setting.shaper.line({before, figure, after}), whole = setting.shaper.line({span_of("Andelen er 47\u00A0prosent i år")});
  CHECK(glyphs_of(split) == glyphs_of(whole));
  CHECK(split.width == whole.width);
  REQUIRE(split.runs.size() == 3);
  CHECK(split.runs[1].figure == FigureId{3});
  CHECK(split.runs[1].text == "47\u00A0prosent");
  CHECK(split.runs[1].origin == NodeId{5});
}

TEST_CASE("an inline box takes its width and breaks as a word does", "[text]") {
  Setting setting;
  Span box = span_of("");
  box.box = InlineBox{2, mm(10), mm(3)};
  const Line line = setting.shaper.line({span_of("a "), box, span_of(" b")});
  REQUIRE(line.boxes.size() == 1);
  CHECK(line.boxes.front().index == 2);
  CHECK(line.width > mm(10));
  CHECK(setting.shaper.lines({span_of("aaaaaaaa "), box, span_of(" bbbbbbbb")}, {}, mm(18)).size() == 3);
}
