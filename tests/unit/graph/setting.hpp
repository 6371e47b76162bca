// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "graph/draw.hpp"
#include "graph/plan.hpp"
#include "unit/drawing/setting.hpp"

namespace tilstand::graph {

/// The charts that are printed.
struct Setting : drawing::Setting {
  std::optional<Plan> planned(Input input) { return plan(std::move(input), {words, forms}, diagnostics); }
  drawing::Drawing drawn(const Plan& plan, Length width) {
    return draw(plan, natural_size(plan, width, theme), context());
  }
  std::vector<std::string> codes() const {
    std::vector<std::string> found;
    for (const Diagnostic& one : diagnostics.list()) found.push_back(one.code);
    return found;
  }
};

inline Datum datum(std::string base, std::optional<double> value, std::string series = {}) {
  Datum made;
  made.base = std::move(base), made.value = value, made.series = std::move(series);
  return made;
}

inline Input input_of(Kind kind, std::vector<Datum> rows) {
  Input input;
  input.kind = kind;
  input.base = {"gruppe", "", ScaleKind::bands, {}, {}, {}};
  input.value.label = "antall";
  input.rows = std::move(rows);
  return input;
}

inline std::vector<std::string> words_of(const drawing::Drawing& drawing) {
  std::vector<std::string> found;
  for (const auto& item : drawing.items) {
    const auto* label = std::get_if<drawing::Label>(&item);
    if (label == nullptr) continue;
    found.emplace_back();
    for (const text::GlyphRun& run : label->line.runs) found.back() += run.text;
  }
  return found;
}

inline bool says(const drawing::Drawing& drawing, const std::string& text) {
  const std::vector<std::string> found = words_of(drawing);
  return std::find(found.begin(), found.end(), text) != found.end();
}

}  // namespace tilstand::graph
