// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>

#include "content/inline_lists.hpp"
#include "unit/content/written.hpp"

using namespace tilstand;
using namespace tilstand::content;

namespace {

/// Says a reason of every run of digits, and of the words "tre områder".
std::vector<Reasoned> every_number(const std::string& text, bool literal) {
  std::vector<Reasoned> found;
  if (literal) return {{0, text.size(), "of the literal"}};
  for (const PrintedRange& range : numbers_in(text, {0})) found.push_back({range.begin, range.end, "typed"});
  const std::string words = "tre områder";
  if (const std::size_t at = text.find(words); at != std::string::npos) found.push_back({at, at + words.size(), "named beside it"});
  std::sort(found.begin(), found.end(), [](const Reasoned& a, const Reasoned& b) { return a.begin < b.begin; });
  return found;
}

/// "words line:column why" of each number that the tree prints.
std::vector<std::string> listed(const Tree& tree, const data::Dataset& dataset) {
  std::vector<std::string> found;
  for (const Node& node : tree.nodes)
    for (const std::vector<Inline>* list : inline_lists(node.body))
      for (const Inline& one : *list)
        for (const PrintedRange& range : one.printed) {
          const Printed printed = tree.printed.at(range.id, dataset);
          const Position at = printed.cells.front().span.begin;
          found.push_back(one.text.substr(range.begin, range.end - range.begin) + " " + std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
                          (printed.form == literal_form ? printed.derivation : printed.form));
        }
  return found;
}

std::string all_words(const Tree& tree) {
  std::string words;
  for (const Node& node : tree.nodes)
    for (const std::vector<Inline>* list : inline_lists(node.body)) words += words_of(*list) + "|";
  return words;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("typed numbers with a reason are listed where they stand", "[content][printed]") {
  written::Report report;
  report.reasons = every_number;
  const auto tree = report.compose_prose("I mål 3, {{ trust }} og 16–79 år,\nav *tre områder*, står 12.\n");
  REQUIRE(tree);
  CHECK(listed(*tree, report.dataset()) == Found{"3 1:7 typed", "47\u00A0prosent 3:12 value", "16–79 1:25 typed", "tre områder 2:5 named beside it", "12 2:24 typed"});
}

TEST_CASE("a literal is listed with its reason, one without has that of its words", "[content][printed]") {
  written::Report report;
  report.reasons = every_number;
  const auto tree = report.compose_prose("Over {{ literal \"67\" because \"aldersgruppe\" }} år, under {{ literal \"90\" }}, {{ literal \"på vei ned\" while trust < trust.before }}.\n");
  REQUIRE(tree);
  CHECK(listed(*tree, report.dataset()) == Found{"67 1:6 aldersgruppe", "90 1:58 of the literal", "på vei ned 1:78 trust < trust.before"});
}

TEST_CASE("numbers that Markdown needs stay as they are", "[content][printed]") {
  written::Report report;
  const std::string markdown = "Se[^1] og [2021](https://example.org/2021) og `kode 5`.\n\n1. en\n2. to\n\n```text\ntext = \"7 og 8\"\n```\n\n[^1]: Note 4.\n";
  const auto plain = report.compose_prose(markdown);
  REQUIRE(plain);
  written::Report reasoned;
  reasoned.reasons = every_number;
  const auto tree = reasoned.compose_prose(markdown);
  REQUIRE(tree);
  CHECK(all_words(*tree) == all_words(*plain));
  const Found found = listed(*tree, reasoned.dataset());
  CHECK(std::count_if(found.begin(), found.end(), [](const std::string& one) { return one.starts_with("4 "); }) == 1);
}

TEST_CASE("words that are listed are proofread as if they were not", "[content][printed]") {
  const auto passages_of = [](bool known) {
    written::Report report;
    std::vector<Passage> passages;
    report.passages = [&passages](const Passage& one) { passages.push_back(one); };
    if (known) report.reasons = every_number;
    REQUIRE(report.compose_prose("I mål 3 og {{ trust }}, *mål 12* er\n4. i rekken.\n"));
    std::string text;
    for (const Passage& one : passages)
      for (const Passage::Piece& piece : one.pieces)
        text += piece.text + " " + std::to_string(piece.span.begin.line) + ":" + std::to_string(piece.span.begin.column) + "|";
    return text;
  };
  CHECK(passages_of(true) == passages_of(false));
}
