// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "graph/plan_parts.hpp"

namespace tilstand::graph {
namespace {

const Datum& datum_of(const Plan& plan, const Mark& mark) { return plan.input.rows[mark.row]; }

/// "Norge, 2021": what a mark is of.
std::string place_of(const Plan& plan, const Mark& mark) {
  const Datum& datum = datum_of(plan, mark);
  std::string place = datum.panel;
  const bool labelled = plan.input.kind == Kind::scatter && !datum.label.empty();
  for (const std::string* part : {&datum.series, labelled ? &datum.label : &datum.base})
    if (!part->empty()) place += (place.empty() ? "" : ", ") + *part;
  return place;
}

/// Who is first and who last at the last place of the base.
std::string rank_ends(const Plan& plan, const Speech& speech) {
  double last = plan.marks.front().at;
  for (const Mark& mark : plan.marks)
    if (mark.value) last = std::max(last, mark.at);
  const Mark *first = nullptr, *final = nullptr;
  for (const Mark& mark : plan.marks) {
    if (mark.at < last || !mark.value || mark.panel != 0) continue;
    if (first == nullptr || *mark.value < *first->value) first = &mark;
    if (final == nullptr || *mark.value > *final->value) final = &mark;
  }
  if (first == nullptr || first == final) return {};
  return definition::fill(speech.words("graph.rank-ends"),
                          {{"base", datum_of(plan, *first).base}, {"first", plan.series[first->series].name}, {"last", plan.series[final->series].name}});
}

}  // namespace

void describe(Plan& plan, const Speech& speech) {
  const auto said = [&](const Mark& mark) { return spoken(plan, *mark.value, speech); };
  const Mark *low = nullptr, *high = nullptr;
  for (const Mark& mark : plan.marks) {
    if (!mark.value) continue;
    if (low == nullptr || *mark.value < *low->value) low = &mark;
    if (high == nullptr || *mark.value > *high->value) high = &mark;
  }
  const std::string kind = speech.words("graph.kind." + name_of(plan.input.kind));
  plan.sentence = definition::fill(speech.words(plan.input.base.label.empty() ? "graph.sentence-plain" : "graph.sentence"), {{"kind", kind},
                                                                   {"value", plan.input.value.label},
                                                                   {"base", plan.input.base.label},
                                                                   {"low", said(*low)},
                                                                   {"high", said(*high)}});
  plan.paragraph = definition::fill(speech.words("graph.extremes"), {{"high", said(*high)},
                                                                    {"high-place", place_of(plan, *high)},
                                                                    {"low", said(*low)},
                                                                    {"low-place", place_of(plan, *low)}});
  if (plan.input.kind == Kind::bump) plan.paragraph = rank_ends(plan, speech);
  if (const std::string compared = comparison_of(plan, speech); !compared.empty()) plan.paragraph += (plan.paragraph.empty() ? "" : " ") + compared;
  if (!plan.input.description.empty()) plan.sentence = plan.input.description;
}

}  // namespace tilstand::graph
