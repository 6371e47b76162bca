// SPDX-License-Identifier: Apache-2.0
#include "text/no_break.hpp"

#include <catch2/catch.hpp>

#include "text/shaper.hpp"

using namespace tilstand;
using namespace tilstand::text;

namespace {

const NoBreakWords bokmal{{"nr.", "kap.", "kr", "side"}, {"kr", "km", "mill."}, {"desember", "mai"}};

bool holds(std::string_view before, std::string_view after, std::string_view earlier = {}) { return hold_together({earlier, before, after}, bokmal); }

Span span_of(std::string text, std::string language = "nb") {
  Span span;
  span.text = std::move(text);
  span.font = {"Vollkorn", 400, false, pt(11), 0, Figures::old_style, false, text::Position::normal, {}};
  span.language = std::move(language);
  return span;
}

std::string text_of(const Line& line) {
  std::string text;
  for (const GlyphRun& run : line.runs) text += run.text;
  return text;
}

struct Setting {
  Sources sources;
  Diagnostics diagnostics;
  std::optional<font::Library> library = font::read_library(TILSTAND_ROOT "/fonts", {}, sources, diagnostics);
  Shaper shaper{*library, {{"nb", TILSTAND_ROOT "/layouts/lang/nb/hyphenation.dic", bokmal}, {"se", "", {}}}};

  std::vector<std::string> texts(const Span& span, Length measure, const ParagraphStyle& style = {}) {
    std::vector<std::string> texts;
    for (const Line& line : shaper.lines({span}, style, measure)) texts.push_back(text_of(line));
    return texts;
  }
  bool is_on_one_line(const Span& span, const std::string& words, Length measure) {
    for (const std::string& text : texts(span, measure))
      if (text.find(words) != std::string::npos) return true;
    return false;
  }
};

}  // namespace

TEST_CASE("a number keeps its unit and the word that counts it", "[text]") {
  CHECK(holds("47", "%"));
  CHECK(holds("(12,5", "km)."));
  CHECK(holds("16–79", "km"));
  CHECK(holds("3", "mill."));
  CHECK(holds("§", "3"));
  CHECK(holds("kap.", "2,"));
  CHECK(holds("(side", "12)"));
  CHECK_FALSE(holds("47", "personer"));
  CHECK_FALSE(holds("ord", "km"));
  CHECK_FALSE(holds("kap.", "om"));
  CHECK_FALSE(holds("47", "kmx"));
}

TEST_CASE("groups of a figure, ordinals, dates and initials hold together", "[text]") {
  CHECK(holds("9", "257"));
  CHECK(holds("(234", "567)"));
  CHECK_FALSE(holds("2021", "257"));
  CHECK_FALSE(holds("9", "2571"));
  CHECK(holds("5.", "plass"));
  CHECK_FALSE(holds("5.", "Plass"));
  CHECK(holds("31.", "desember"));
  CHECK(holds("31", "desember,"));
  CHECK(holds("mai", "2021"));
  CHECK_FALSE(holds("mai", "kom"));
  CHECK(holds("J.", "P."));
  CHECK(holds("J.P.", "Hansen"));
  CHECK_FALSE(holds("J.", "og"));
  CHECK_FALSE(holds("NAV.", "Det"));
}

TEST_CASE("a dash begins no line, and holds the figures of a range", "[text]") {
  CHECK(holds("ord", "–"));
  CHECK_FALSE(holds("–", "ord", "ord"));
  CHECK(holds("–", "15", "12"));
  CHECK_FALSE(holds("", "–"));
  CHECK_FALSE(holds("ord", ""));
}

TEST_CASE("words that hold together are on one line at any measure, and the text stays", "[text][property]") {
  Setting setting;
  const Span span = span_of("fra 31. desember 2021 til § 3 i nr. 4 med 9 257 tjenester, 47 % og 300 kr – av J. P. Hansen");
  for (int width = 32; width < 90; ++width) {
    INFO(width << " mm");
    std::string joined;
    for (const std::string& text : setting.texts(span, mm(width))) joined += text;
    CHECK(joined == span.text);
    for (const char* words : {"31. desember 2021", "§ 3", "nr. 4", "9 257", "47 %", "300 kr –", "J. P. Hansen"}) {
      INFO(words);
      CHECK(setting.is_on_one_line(span, words, mm(width)));
    }
  }
}

TEST_CASE("rules are those of the language of the words", "[text]") {
  Setting setting;
  const auto parted = [&](const std::string& language) {
    for (int width = 8; width < 60; ++width)
      if (!setting.is_on_one_line(span_of("ordene om kap. 2 her", language), "kap. 2", mm(width))) return true;
    return false;
  };
  CHECK_FALSE(parted("nb"));
  CHECK_FALSE(parted("nb-NO"));
  CHECK(parted("se"));
}

TEST_CASE("a hyphen leaves no letter alone, and a hard hyphen goes before patterns", "[text]") {
  Setting setting;
  for (int width = 14; width < 60; ++width)
    for (const std::string& text : setting.texts(span_of("om e-post og plan-b her"), mm(width))) {
      INFO(width << " mm: " << text);
      CHECK_FALSE(text.ends_with("e-"));
      CHECK_FALSE(text.ends_with("plan-"));
    }
  Span compound = span_of("vi har en stor og samlet IKT-løsningsarkitektur for alle");
  compound.hyphenate = true;
  const Length fits = setting.shaper.line({span_of("vi har en stor og samlet IKT-løs-")}).width;
  CHECK(setting.texts(compound, fits + mm(1)).at(0) == "vi har en stor og samlet IKT-");
}

TEST_CASE("a word with soft hyphens is divided there and nowhere else", "[text]") {
  Setting setting;
  Span span = span_of("en digitaliserings\u00ADdirektoratsordning er her");
  span.hyphenate = true;
  for (int width = 42; width < 80; ++width)
    for (const Line& line : setting.shaper.lines({span}, {}, mm(width)))
      if (line.hyphenated) CHECK(text_of(line).find("digitaliserings\u00AD") != std::string::npos);
}

TEST_CASE("a language without patterns is named once, with the first node that should have been divided", "[text]") {
  Setting setting;
  Span span = span_of("sámegillii čállojuvvon teaksta", "se"), plain = span_of("sámegillii", "fi");
  span.hyphenate = true;
  for (const std::uint32_t node : {4U, 9U}) {
    span.origin = {node};
    setting.shaper.lines({span, plain}, {}, mm(30));
  }
  CHECK(setting.shaper.unhyphenated() == std::vector<Unhyphenated>{{"se", {4}}});
}

TEST_CASE("a face says which features it lacks", "[text]") {
  Setting setting;
  FontStyle vollkorn = span_of("").font, inter = vollkorn;
  vollkorn.features = "smcp ss11";
  vollkorn.tabular = true;
  inter.family = "Inter";
  inter.features = "smcp";
  CHECK(setting.shaper.lacking_features(vollkorn).empty());
  CHECK(setting.shaper.lacking_features(inter) == std::vector<std::string>{"onum", "smcp"});
}
