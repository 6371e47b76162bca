// SPDX-License-Identifier: Apache-2.0
#include "text/break_lines.hpp"

#include <catch2/catch.hpp>
#include <functional>
#include <limits>
#include <random>

using namespace tilstand;
using namespace tilstand::text;

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

struct Workshop {
  Sources sources;
  Diagnostics diagnostics;
  std::optional<font::Library> library = font::read_library(TILSTAND_ROOT "/fonts", {}, sources, diagnostics);
  Faces faces{*library};
  Itemiser itemiser{faces};
  WordShaper words{faces};
  std::map<std::string, Hyphenator> hyphenators = made();
  std::map<std::string, NoBreakWords> no_break;
  std::vector<Unhyphenated> unhyphenated;

  static std::map<std::string, Hyphenator> made() {
    std::map<std::string, Hyphenator> map;
    map.emplace("nb", Hyphenator(TILSTAND_ROOT "/layouts/lang/nb/hyphenation.dic"));
    return map;
  }
  Paragraph measured(const std::string& words_of_it) {
    Span span;
    span.text = words_of_it;
    span.font = {"Vollkorn", 400, false, pt(11), 0, Figures::old_style, false, text::Position::normal, {}};
    span.hyphenate = true;
    Tools tools{faces, itemiser, words, hyphenators, no_break, unhyphenated};
    return measure_paragraph({span}, tools);
  }
};

std::string random_words(std::mt19937& random, int count) {
  static const std::vector<std::string> some{"og",     "tjenester", "i",        "«deling»", "offentlige", "nå,", "samhandling", "data.", "vi",
                                             "kommune", "åpen",     "16–79",    "år;",      "ab\u00ADi",  "e-post", "tilliten",  "mål",   "digitalt"};
  std::string text;
  for (int i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + some[random() % some.size()];
  return text;
}

/// The least demerits of all ways to break the paragraph.
double least_demerits(const Paragraph& paragraph, const ParagraphStyle& style, const Measures& measure) {
  const std::size_t last = paragraph.breaks.size() - 1;
  double least = infinite;
  std::vector<std::uint32_t> ends;
  const std::function<void(std::size_t)> visit = [&](std::size_t at) {
    if (at == last) {
      ends.push_back(static_cast<std::uint32_t>(last));
      least = std::min(least, demerits_of(paragraph, style, measure, ends));
      ends.pop_back();
      return;
    }
    if (!paragraph.breaks[at].forced) visit(at + 1);
    ends.push_back(static_cast<std::uint32_t>(at));
    visit(at + 1);
    ends.pop_back();
  };
  visit(0);
  return least;
}

}  // namespace

TEST_CASE("the lines chosen cost no more than the best of all ways to break", "[text][property]") {
  Workshop workshop;
  std::mt19937 random(20220615);
  int compared = 0;
  for (int i = 0; i < 160; ++i) {
    const Paragraph paragraph = workshop.measured(random_words(random, 3 + static_cast<int>(random() % 8)));
    if (paragraph.breaks.size() > 15) continue;
    ParagraphStyle style;
    style.align = i % 2 == 0 ? Align::left : Align::justified;
    if (i % 5 == 0) style.first_indent = mm(5);
    style.hang_lines = i % 3 == 0 ? 2 : 0;
    style.hang_indent = mm(4);
    style.most_hyphens = 1 + i % 3;
    style.letter_fit = i % 4 == 0 ? 0 : 10;
    style.space_most = i % 7 == 0 ? 200 : 133;
    const Length measure = mm(22 + static_cast<double>(random() % 40));
    const double least = least_demerits(paragraph, style, measure);
    const Breaking breaking = break_lines(paragraph, style, measure);
    INFO("paragraph " << i << ": " << paragraph.text << " in " << measure.in_mm() << " mm");
    CHECK(breaking.overfull == (least == infinite));
    if (least == infinite) continue;
    CHECK(demerits_of(paragraph, style, measure, breaking.ends) == least);
    ++compared;
  }
  CHECK(compared >= 100);
}

TEST_CASE("forced breaks end lines in every way of breaking", "[text]") {
  Workshop workshop;
  const Paragraph paragraph = workshop.measured("en to\ntre fire\n\nfem");
  std::vector<std::uint32_t> forced;
  for (std::uint32_t i = 0; i < paragraph.breaks.size(); ++i)
    if (paragraph.breaks[i].forced) forced.push_back(i);
  REQUIRE(forced.size() == 4);
  CHECK(break_lines(paragraph, {}, mm(100)).ends == forced);
}

TEST_CASE("two divided lines follow one another only when nothing else can be set", "[text]") {
  Workshop workshop;
  std::mt19937 random(7);
  for (int i = 0; i < 60; ++i) {
    const Paragraph paragraph = workshop.measured(random_words(random, 30));
    ParagraphStyle style;
    style.most_hyphens = 1;
    style.align = i % 2 == 0 ? Align::left : Align::justified;
    const Breaking breaking = break_lines(paragraph, style, mm(45));
    if (breaking.overfull) continue;
    for (std::size_t line = 1; line < breaking.ends.size(); ++line)
      CHECK_FALSE((paragraph.breaks[breaking.ends[line]].divides && paragraph.breaks[breaking.ends[line - 1]].divides));
  }
}

TEST_CASE("a last line is no runt when another way is nearly as good", "[text]") {
  Workshop workshop;
  std::mt19937 random(11);
  int runts = 0, paragraphs = 0;
  for (int i = 0; i < 80; ++i) {
    const Paragraph paragraph = workshop.measured(random_words(random, 40));
    const Length measure = mm(80);
    const Breaking breaking = break_lines(paragraph, {}, measure);
    const Length start = paragraph.breaks[breaking.ends[breaking.ends.size() - 2]].start;
    ++paragraphs;
    if ((paragraph.breaks.back().end - start) * 5 < measure) ++runts;
  }
  CHECK(paragraphs == 80);
  CHECK(runts == 0);
}

TEST_CASE("words are divided with three letters on both sides, names and last words never", "[text][property]") {
  Workshop workshop;
  const std::string text = "Personopplysninger Personopplysninger om Kommunesektoren og tjenesteutvikling, samhandlingsarenaer til personopplysningsvernet.";
  const Paragraph paragraph = workshop.measured(text);
  int divided = 0;
  for (const Breakpoint& point : paragraph.breaks) {
    if (!point.hyphen) continue;
    ++divided;
    const Piece& piece = paragraph.pieces[point.piece];
    const std::string word = text.substr(piece.begin, piece.end - piece.begin);
    INFO(word << " at " << point.offset - piece.begin);
    CHECK(point.offset - piece.begin >= 3);
    CHECK(piece.end - point.offset >= 3);
    CHECK((word == "tjenesteutvikling," || word == "samhandlingsarenaer" || piece.begin == 0));
    if (word.ends_with(",")) CHECK(piece.end - 1 - point.offset >= 3);
  }
  CHECK(divided >= 4);
}

TEST_CASE("a capital at the start of a sentence makes no name of a word, one after an initial does", "[text]") {
  Workshop workshop;
  const auto divides = [&workshop](const std::string& text, const std::string& word) {
    const Paragraph paragraph = workshop.measured(text + " og mer");
    return std::any_of(paragraph.breaks.begin(), paragraph.breaks.end(), [&](const Breakpoint& point) {
      const Piece& piece = paragraph.pieces[point.piece];
      return point.hyphen && paragraph.text.substr(piece.begin, piece.end - piece.begin).find(word) != std::string::npos;
    });
  };
  CHECK(divides("Kommunesektoren deler", "Kommunesektoren"));
  CHECK(divides("Slik er det. Kommunesektoren deler", "Kommunesektoren"));
  CHECK(divides("Er det slik? «Kommunesektoren deler", "Kommunesektoren"));
  CHECK(divides("«Slik er det.» Kommunesektoren deler", "Kommunesektoren"));
  CHECK_FALSE(divides("Med Kommunesektoren deler", "Kommunesektoren"));
  CHECK_FALSE(divides("J. Kommunesektoren deler", "Kommunesektoren"));
  CHECK_FALSE(divides("Her er dr. Kommunesektoren", "Kommunesektoren"));
  CHECK_FALSE(divides("KOMMUNESEKTOREN deler", "KOMMUNESEKTOREN"));
  CHECK_FALSE(divides("Slik er det: Kommunesektoren deler", "Kommunesektoren"));
}

TEST_CASE("letters, not bytes, are counted around a hyphen", "[text]") {
  Workshop workshop;
  Hyphenator& nb = workshop.hyphenators.at("nb");
  for (const std::string word : {"ærøyene", "øyåpne", "tilgjengelighetserklæring", "båndbredde", "ålesund", "påvirkning", "høstløvåå"}) {
    std::vector<std::uint32_t> starts;  // of letters
    for (std::uint32_t i = 0; i < word.size(); ++i)
      if ((static_cast<unsigned char>(word[i]) & 0xC0) != 0x80) starts.push_back(i);
    for (const std::uint32_t point : nb.points(word)) {
      const auto letter = std::find(starts.begin(), starts.end(), point);
      INFO(word << " at " << point);
      REQUIRE(letter != starts.end());
      CHECK(letter - starts.begin() >= 3);
      CHECK(starts.end() - letter >= 3);
    }
  }
  CHECK_FALSE(nb.points("tilgjengelighetserklæring").empty());
}

TEST_CASE("a word that is hyphenated twice gets the same points, capitals or not", "[text]") {
  Workshop workshop;
  Hyphenator& nb = workshop.hyphenators.at("nb");
  CHECK(nb.points("tjenesteutvikling") == nb.points("TJENESTEUTVIKLING"));
  CHECK(nb.points("").empty());
  CHECK(nb.points(std::string(5000, 'a')).empty());
  CHECK(Hyphenator("no/such/file.dic").points("tjenesteutvikling").empty());
}

TEST_CASE("the lines chosen beside something cost no more than the best of all ways", "[text][property]") {
  Workshop workshop;
  std::mt19937 random(4);
  int compared = 0;
  for (int i = 0; i < 160; ++i) {
    const Paragraph paragraph = workshop.measured(random_words(random, 3 + static_cast<int>(random() % 8)));
    if (paragraph.breaks.size() > 15) continue;
    ParagraphStyle style;
    style.align = i % 2 == 0 ? Align::left : Align::justified;
    if (i % 5 == 0) style.first_indent = mm(4);
    std::vector<Length> first;
    for (int line = 1 + static_cast<int>(random() % 3); line > 0; --line) first.push_back(mm(24 + static_cast<double>(random() % 20)));
    const Measures measures{first, mm(50)};
    const Breaking breaking = break_lines(paragraph, style, measures);
    if (breaking.overfull) continue;
    ++compared;
    CHECK(demerits_of(paragraph, style, measures, breaking.ends) == Approx(least_demerits(paragraph, style, measures)));
  }
  CHECK(compared > 60);
}

TEST_CASE("first measures that are like the rest change nothing", "[text]") {
  Workshop workshop;
  std::mt19937 random(5);
  for (int i = 0; i < 40; ++i) {
    const Paragraph paragraph = workshop.measured(random_words(random, 60));
    ParagraphStyle style;
    style.align = i % 2 == 0 ? Align::left : Align::justified;
    const Measures same{std::vector<Length>(4, mm(60)), mm(60)};
    CHECK(demerits_of(paragraph, style, mm(60), break_lines(paragraph, style, same).ends) ==
          Approx(demerits_of(paragraph, style, mm(60), break_lines(paragraph, style, mm(60)).ends)));
  }
}
