// SPDX-License-Identifier: Apache-2.0
#include "build/proofread.hpp"

#include "content/figure_forms.hpp"
#include "definition/proof_words.hpp"
#include "proof/proofreader.hpp"

namespace tilstand::build {

std::optional<content::Tree> compose_proofread(content::Inputs inputs, const std::string& language_folder, Sources& sources, Diagnostics& diagnostics) {
  const definition::ProofWords words = definition::read_proof_words(language_folder, sources, diagnostics);
  std::optional<std::vector<definition::Reason>> reasons = definition::read_reasons(inputs.prose_folder + "/reasons.toml", sources, diagnostics);
  const bool asked = reasons.has_value();
  const content::FigureForms forms(inputs.forms, inputs.words, inputs.definition.flat_within);
  Diagnostics found;
  const proof::Report report = [&](Diagnostic one) {
    if (asked || one.code == "proof.literal-fails") inputs.definition.checks.report(std::move(one), found);  // a condition is asked for where it stands
  };
  proof::Proofreader reader(words, std::move(reasons).value_or(std::vector<definition::Reason>{}), [&forms](const content::FigureValue& figure) { return forms.trend(figure); }, report);
  inputs.passages = [&reader](const content::Passage& passage) { reader.read(passage); };
  std::optional<content::Tree> tree = content::compose(inputs, sources, diagnostics);
  if (tree) {  // what was cut short by a mistake misses words and figures
    reader.finish();
    proof::check_unused(*tree, inputs.dataset, report);
  }
  for (const Diagnostic& one : found.list()) diagnostics.add(one);
  return tree;
}

}  // namespace tilstand::build
