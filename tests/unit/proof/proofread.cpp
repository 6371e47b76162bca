// SPDX-License-Identifier: Apache-2.0
#include "unit/proof/proofread.hpp"

#include <catch2/catch.hpp>

#include "base/utf8.hpp"
#include "content/figure_forms.hpp"

namespace tilstand::written {

Proofread::Proofread(const std::string& language) : report(language) {
  words_ = definition::read_proof_words(std::string(TILSTAND_ROOT) + "/layouts/lang/" + language, report.sources, report.diagnostics);
  REQUIRE_FALSE(report.diagnostics.has_errors());
}

void Proofread::start() {
  findings.clear();
  forms_ = std::make_unique<content::FigureForms>(report.forms, report.words, report.flat);
  reader_ = std::make_unique<proof::Proofreader>(
      words_, reasons_, [this](const content::FigureValue& figure) { return forms_->trend(figure); }, [this](Diagnostic one) { findings.push_back(std::move(one)); });
  report.passages = [this](const content::Passage& passage) { reader_->read(passage); };
}

std::vector<std::string> Proofread::told() {
  std::vector<std::string> list;
  for (const Diagnostic& one : findings) {
    const std::string_view line = report.sources.line(one.span.file, one.span.begin.line);
    const std::u32string points = decode_utf8(line);
    std::string words;
    for (std::size_t column = one.span.begin.column; column < one.span.end.column && column <= points.size(); ++column) append_utf8(words, points[column - 1]);
    list.push_back(one.code.substr(6) + " " + std::to_string(one.span.begin.line) + ":" + std::to_string(one.span.begin.column) + " " + words);
  }
  return list;
}

std::vector<std::string> Proofread::found(const std::string& markdown) {
  start();
  report.compose_prose(markdown);
  return told();
}

std::vector<std::string> Proofread::found_in(const std::string& parts) {
  start();
  report.compose(parts);
  return told();
}

std::vector<std::string> Proofread::numbers(const std::string& markdown) {
  std::vector<std::string> list;
  for (const std::string& one : found(markdown))
    if (one.starts_with("typed-number")) list.push_back(one.substr(one.find(' ', 14) + 1));
  return list;
}

}  // namespace tilstand::written
