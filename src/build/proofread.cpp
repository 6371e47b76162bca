// SPDX-License-Identifier: Apache-2.0
#include "build/proofread.hpp"

#include "content/figure_forms.hpp"
#include "definition/proof_words.hpp"
#include "proof/proofreader.hpp"
#include "proof/reasons.hpp"

namespace tilstand::build {
namespace {

/// The edition's reasons, then those of the report's own language, in which words without a translation stand.
std::vector<definition::Reason> all_reasons(const content::Inputs& inputs, const std::optional<std::vector<definition::Reason>>& own, Sources& sources) {
  std::vector<definition::Reason> all = own.value_or(std::vector<definition::Reason>{});
  if (inputs.home == nullptr) return all;
  Diagnostics unheard;  // they are told when the report is made in its own language
  const auto home = definition::read_reasons(inputs.home->prose_folder + "/reasons.toml", sources, unheard);
  if (home) all.insert(all.end(), home->begin(), home->end());
  return all;
}

}  // namespace

std::optional<content::Tree> compose_proofread(content::Inputs inputs, const std::string& language_folder, Sources& sources, Diagnostics& diagnostics) {
  const definition::ProofWords words = definition::read_proof_words(language_folder, sources, diagnostics);
  std::optional<std::vector<definition::Reason>> reasons = definition::read_reasons(inputs.prose_folder + "/reasons.toml", sources, diagnostics);
  const bool asked = reasons.has_value();
  const proof::Reasons known(all_reasons(inputs, reasons, sources));
  const content::FigureForms forms(inputs.forms, inputs.words, inputs.definition.flat_within);
  Diagnostics found;
  const proof::Report report = [&](Diagnostic one) {
    if (asked || one.code == "proof.literal-fails") inputs.definition.checks.report(std::move(one), found);  // a condition is asked for where it stands
  };
  proof::Proofreader reader(words, std::move(reasons).value_or(std::vector<definition::Reason>{}), [&forms](const content::FigureValue& figure) { return forms.trend(figure); }, report);
  inputs.passages = [&reader](const content::Passage& passage) { reader.read(passage); };
  inputs.reasons = [&known](const std::string& text, bool literal) { return known.find(text, literal); };
  std::optional<content::Tree> tree = content::compose(inputs, sources, diagnostics);
  if (tree) {  // what was cut short by a mistake misses words and figures
    reader.finish();
    proof::check_unused(*tree, inputs.dataset, report);
  }
  for (const Diagnostic& one : found.list()) diagnostics.add(one);
  return tree;
}

}  // namespace tilstand::build
