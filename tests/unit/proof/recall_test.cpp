// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>

#include "content/inlines.hpp"
#include "content/prose.hpp"
#include "definition/read.hpp"
#include "definition/toml.hpp"
#include "proof/proofreader.hpp"

namespace tilstand {
namespace {

const std::string root = TILSTAND_ROOT;

/// The annual report's prose, read with its own data, words and reasons.
struct Setting {
  Setting() : words(*definition::read_words(root + "/layouts/lang/nb/words.toml", sources, diagnostics)), forms("nb", words.entries), figure_forms(forms, words, flat) {
    dataset = *data::read_dataset(root + "/data/2021", sources, diagnostics);
    proof_words = definition::read_proof_words(root + "/layouts/lang/nb", sources, diagnostics);
    reasons = *definition::read_reasons(root + "/data/2021/nb/reasons.toml", sources, diagnostics);
  }

  Sources sources;
  Diagnostics diagnostics;
  std::vector<definition::FlatWithin> flat{{"percent", 1}};
  definition::Words words;
  locale::Forms forms;
  content::FigureForms figure_forms;
  data::Dataset dataset;
  definition::ProofWords proof_words;
  std::vector<definition::Reason> reasons;
};

/// A prose file with the bindings of figures typed out, and where they stand.
struct Typed {
  std::string text;
  struct Place {
    std::size_t begin = 0, end = 0;
  };
  std::vector<Place> places;
};

bool has_number(const std::string& text) { return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }); }

/// What is typed for a binding: as it prints, or with its number in words when the language has such.
std::string typed_form(const Setting& setting, const content::Bound& bound, bool in_words) {
  const std::regex digits("[0-9]+");
  std::smatch found;
  if (!in_words || !std::regex_search(bound.text, found, digits) || found.str().size() > 2) return bound.text;
  return found.prefix().str() + setting.forms.in_words(std::stoi(found.str())) + found.suffix().str();
}

Typed type_out(Setting& setting, const std::string& markdown, const content::Evaluator& evaluator, bool in_words) {
  const FileId file = setting.sources.add("prose", markdown);
  const content::BoundText bound = content::bind({setting.sources.text(file), file, {1, 1}}, {}, evaluator, setting.diagnostics);
  Typed typed;
  std::size_t binding = 0, fences = 0;
  for (std::size_t at = 0; at < markdown.size();) {
    const std::string_view rest = std::string_view(markdown).substr(at);
    if ((at == 0 || markdown[at - 1] == '\n') && rest.starts_with("```")) ++fences;
    if (fences % 2 != 0 || !rest.starts_with("{{")) {
      typed.text.push_back(markdown[at++]);
      continue;
    }
    const content::Bound& one = bound.bounds.at(binding++);
    const std::size_t end = markdown.find("}}", at) + 2;
    const bool figure = one.piece.kind == content::Passage::Piece::Kind::bound && (one.figure || one.piece.of.figure != nullptr) && (has_number(one.text) || one.piece.member == "words" || one.piece.member == "change");
    const std::string words = figure ? typed_form(setting, one, in_words) : markdown.substr(at, end - at);
    if (figure) typed.places.push_back({typed.text.size(), typed.text.size() + words.size()});
    typed.text += words;
    at = end;
  }
  return typed;
}

/// Which places of the typed text no finding touches.
std::vector<std::string> missed(Setting& setting, const Typed& typed, const content::Evaluator& evaluator) {
  const FileId file = setting.sources.add("typed", typed.text);
  std::vector<SourceSpan> found;
  proof::Proofreader reader(
      setting.proof_words, setting.reasons, [&](const content::FigureValue& figure) { return setting.figure_forms.trend(figure); },
      [&](const Diagnostic& one) { if (one.code == "proof.typed-number") found.push_back(one.span); });
  const content::PassageSink sink = [&](const content::Passage& passage) { reader.read(passage); };
  content::Tree tree;
  content::Grower grower(tree);
  const NodeId document = grower.add({}, content::Document{}, {});
  const content::Scope scope;
  content::grow_prose(grower, document, {setting.sources.text(file), file, {1, 1}}, {scope, evaluator, setting.diagnostics, "side-head", "body", {}, &sink});
  std::vector<std::string> list;
  for (const Typed::Place& place : typed.places) {
    const Position begin = setting.sources.position(file, place.begin), end = setting.sources.position(file, place.end);
    if (std::none_of(found.begin(), found.end(), [&](const SourceSpan& span) { return span.begin < end && begin < span.end; }))
      list.push_back(typed.text.substr(place.begin > 30 ? place.begin - 30 : 0, 60));
  }
  return list;
}

TEST_CASE("each number of the report would be found if it were typed") {
  Setting setting;
  const content::Evaluator evaluator(setting.dataset, setting.figure_forms, setting.diagnostics);
  std::size_t count = 0;
  for (const bool in_words : {false, true})
    for (const auto& entry : std::filesystem::directory_iterator(root + "/data/2021/nb")) {
      if (entry.path().extension() != ".md") continue;
      const FileId file = *definition::load_file(entry.path().string(), {}, setting.sources, setting.diagnostics);
      const Typed typed = type_out(setting, setting.sources.text(file), evaluator, in_words);
      INFO(entry.path().filename().string() << (in_words ? " in words" : ""));
      count += typed.places.size();
      CHECK(missed(setting, typed, evaluator) == std::vector<std::string>{});
    }
  CHECK(count > 200);
  CHECK_FALSE(setting.diagnostics.has_errors());
}

}  // namespace
}  // namespace tilstand
