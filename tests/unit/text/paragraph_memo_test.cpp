// SPDX-License-Identifier: Apache-2.0
#include "text/paragraph_memo.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace tilstand;
using namespace tilstand::text;

namespace {

struct Workshop {
  Sources sources;
  Diagnostics diagnostics;
  std::optional<font::Library> library = font::read_library(TILSTAND_ROOT "/fonts", {}, sources, diagnostics);
  Faces faces{*library};
  Itemiser itemiser{faces};
  WordShaper words{faces};
  std::map<std::string, Hyphenator> hyphenators;
  std::map<std::string, NoBreakWords> no_break;
  std::vector<Unhyphenated> unhyphenated;
  Tools tools{faces, itemiser, words, hyphenators, no_break, unhyphenated};

  Length width(ParagraphMemo& memo, const Span& span) { return memo.measured({span}, tools).breaks.back().end; }
};

Span span_of(std::string text, int size = 11) {
  Span span;
  span.text = std::move(text);
  span.font = {"Vollkorn", 400, false, pt(size), 0, Figures::lining, false, text::Position::normal};
  return span;
}

const std::string prose(100, 'a');

}  // namespace

TEST_CASE("text that is measured again is found, whoever it belongs to", "[text]") {
  Workshop workshop;
  ParagraphMemo memo({});
  Span span = span_of(prose);
  const Paragraph* first = &memo.measured({span}, workshop.tools);
  span.origin = {7};
  span.leaf = 3;
  CHECK(&memo.measured({span}, workshop.tools) == first);
  CHECK(memo.count() == 1);
}

TEST_CASE("whatever a measure hangs on tells paragraphs apart", "[text]") {
  Workshop workshop;
  ParagraphMemo memo({});
  const Span plain = span_of("16 av 100");
  std::vector<Span> others(11, plain);
  others[0].text = "16 av 101";
  others[1].font.family = "Source Sans 3";
  others[2].font.weight = 700;
  others[3].font.italic = true;
  others[4].font.size = pt(12);
  others[5].font.tracking = 20;
  others[6].font.figures = Figures::old_style;
  others[7].font.tabular = true;
  others[8].font.position = text::Position::superscript;
  others[9].language = "se";
  others[10].space = 120;
  for (const bool hyphenate : {false, true}) {
    Span one = plain;
    one.hyphenate = hyphenate;
    others.push_back(one);
    one.hyphen_letters = 5;
    others.push_back(one);
  }
  Span features = plain;
  features.font.features = "smcp";
  others.push_back(features);
  for (const int width : {10, 20}) {
    Span box = plain;
    box.text.clear();
    box.box = InlineBox{0, pt(width), pt(5)};
    others.push_back(box);
  }
  for (const Span& span : others) {
    const Paragraph fresh = measure_paragraph({span}, workshop.tools);
    CHECK(workshop.width(memo, span) == fresh.breaks.back().end);
  }
  CHECK(memo.count() == others.size());
  CHECK(workshop.width(memo, span_of("ab")) != workshop.width(memo, span_of("ab", 12)));
  memo.measured({span_of("a"), span_of("b")}, workshop.tools);
  CHECK(memo.measured({span_of("ab")}, workshop.tools).items.size() == 1);
}

TEST_CASE("what finds no room is measured all the same, and leaves what is kept", "[text]") {
  Workshop workshop;
  ParagraphMemo memo({4000, 2000});
  const Length kept = workshop.width(memo, span_of(prose));
  for (int number = 0; number < 100; ++number) CHECK(workshop.width(memo, span_of(std::to_string(number))) > Length{});
  const std::size_t filled = memo.count();
  CHECK(filled < 10);
  CHECK(workshop.width(memo, span_of(prose)) == kept);
  CHECK(workshop.width(memo, span_of("99")) == measure_paragraph({span_of("99")}, workshop.tools).breaks.back().end);
  CHECK(memo.count() == filled);
}
