// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <random>

#include "content/prose.hpp"
#include "unit/content/written.hpp"

using namespace tilstand;
using namespace tilstand::content;
using written::Report;

namespace {

/// The author's text under a span.
std::string written_at(const Sources& sources, const SourceSpan& span) {
  const std::string& text = sources.text(span.file);
  const auto offset = [&](Position place) {
    std::size_t at = 0;
    for (Position here{1, 1}; here < place && at < text.size();) {
      std::size_t next = at + 1;
      while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
      here = advanced(here, std::string_view(text).substr(at, next - at));
      at = next;
    }
    return at;
  };
  const std::size_t begin = offset(span.begin);
  return text.substr(begin, offset(span.end) - begin);
}

std::string random_markdown(std::mt19937& random) {
  static const std::vector<std::string> some{"åpen ", "*øker {{ trust }}* ", "{{ wait.short }}", "\n\n", "\n", "**{{ place\n}}** ", "- {{ datasets }} ", "> æ ", "[@borte] ", "## ",
                                             "<br>",  "{{ trsut }} ",        "[^a] ",            "`{{ ratio }}` ", "{{ literal \"å}}\" }}", "1. ", "[lenke {{ loss }}](https://a.no) ", "  "};
  std::string text;
  for (unsigned i = 0; i < 4 + random() % 40; ++i) text += some[random() % some.size()];
  return text + "\n\n[^a]: Note {{ steady }}.\n";
}

}  // namespace

TEST_CASE("every mistake and every figure of random prose leads to what the author wrote", "[content][property]") {
  std::mt19937 random(99);
  int figures = 0, mistakes = 0;
  for (int i = 0; i < 300; ++i) {
    Report report;
    const std::string markdown = random_markdown(random);
    INFO(markdown);
    const FigureForms forms(report.forms, report.words, report.flat);
    const Evaluator evaluator(report.dataset(), forms, report.diagnostics);
    const FileId file = report.sources.add("text.md", markdown);
    Tree tree;
    Grower grower(tree);
    grower.add({}, Document{}, {});
    grow_prose(grower, {0}, definition::Located(report.sources.text(file), file, {1, 1}), {report.scope, evaluator, report.diagnostics, "side-head", "body", {}});
    for (const Node& node : tree.nodes) {
      const auto* paragraph = std::get_if<Paragraph>(&node.body);
      if (paragraph == nullptr) continue;
      for (const Inline& one : paragraph->inlines) {
        if (!one.figure) continue;
        ++figures;
        CHECK(written_at(report.sources, one.span).starts_with("{{"));
        CHECK(written_at(report.sources, one.span).ends_with("}}"));
      }
    }
    for (const Diagnostic& one : report.diagnostics.list()) {
      ++mistakes;
      const std::string at = written_at(report.sources, one.span);
      INFO(one.code << " at " << one.span.begin.line << ":" << one.span.begin.column << ": " << at);
      if (one.code == "content.unknown-binding") CHECK(at == "trsut");
      if (one.code == "content.unused-note") CHECK(at.starts_with("[^a]"));
    }
  }
  CHECK(figures > 500);
  CHECK(mistakes > 200);
}

TEST_CASE("references and HTML of a paragraph are found where they stand, behind bindings too", "[content][property]") {
  std::mt19937 random(100);
  static const std::vector<std::string> some{"åpen ", "*øker {{ trust }}* ", "{{ wait.short }} ", "\n", "{{ place\n}} ", "**æ** ", "`ø` "};
  for (int i = 0; i < 100; ++i) {
    std::string markdown = "Å ";
    for (unsigned word = 0; word < random() % 9; ++word) markdown += some[random() % some.size()];
    markdown += "[@borte] og <br> og [^b].\n";
    Report report;
    report.compose_prose(markdown);
    INFO(markdown);
    std::vector<std::string> found;
    for (const Diagnostic& one : report.diagnostics.list()) found.push_back(one.code + " " + written_at(report.sources, one.span));
    CHECK(found == std::vector<std::string>{"content.html-not-allowed <br>", "content.unknown-note [^b]", "content.unknown-reference [@borte]"});
  }
}
