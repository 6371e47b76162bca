// SPDX-License-Identifier: Apache-2.0
#include "graph/plan.hpp"

#include <algorithm>
#include <initializer_list>

#include "graph/plan_parts.hpp"

namespace tilstand::graph {

namespace {

bool is_one_of(Kind kind, std::initializer_list<Kind> kinds) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); }

}  // namespace

bool stands_on_zero(Kind kind) {
  return is_one_of(kind, {Kind::area, Kind::column, Kind::bar, Kind::lollipop, Kind::histogram, Kind::pictogram, Kind::bullet, Kind::gauge});
}

bool is_field(Kind kind) { return is_one_of(kind, {Kind::heat_map, Kind::waffle, Kind::gauge, Kind::tree_map, Kind::tile_map, Kind::map}); }

bool has_free_base(Kind kind) {
  return is_one_of(kind, {Kind::line, Kind::area, Kind::column, Kind::bar, Kind::dot, Kind::lollipop, Kind::scatter, Kind::bump});
}

bool takes_doubles(Kind kind) { return is_one_of(kind, {Kind::scatter, Kind::histogram, Kind::box}); }

bool is_horizontal(Kind kind) { return is_one_of(kind, {Kind::bar, Kind::dot, Kind::lollipop, Kind::dumbbell, Kind::box, Kind::pictogram, Kind::bullet}); }

bool takes_steps(Kind kind) { return is_one_of(kind, {Kind::line, Kind::dot, Kind::dumbbell, Kind::slope, Kind::scatter}); }

std::string said(const Plan& plan, double value, const Speech& speech) {
  const std::vector<std::string>& levels = plan.input.value.levels;
  if (!levels.empty()) return levels[std::min(levels.size() - 1, static_cast<std::size_t>(std::max(value, 0.0)))];
  return short_value(value, plan.decimals, plan.input.value.unit, speech);
}

std::string spoken(const Plan& plan, double value, const Speech& speech) {
  return plan.input.value.levels.empty() ? spoken_value(value, plan.decimals, plan.input.value.unit, speech) : said(plan, value, speech);
}

std::optional<Plan> plan(Input input, const Speech& speech, Diagnostics& diagnostics, const Lister& list) {
  if (!has_free_base(input.kind) || input.base.scale == ScaleKind::ordinal || input.base.scale == ScaleKind::rank) input.base.scale = ScaleKind::bands;
  if (input.value.scale == ScaleKind::ordinal) number_levels(input);
  if (!check(input, diagnostics)) return std::nullopt;
  Plan result;
  result.bin_width = recast(input, speech, list);
  result.decimals = decimals_of(input);
  result.input = std::move(input);
  arrange(result);
  if (result.input.kind == Kind::map) draw_up(result, diagnostics);
  if (result.input.kind == Kind::box) result.boxes = boxes_of(result, speech, list);
  if (result.input.kind == Kind::waffle) result.parts = parts_of(result, speech, list);
  settle_scales(result, speech);
  describe(result, speech);
  result.table = tabulate(result, speech);
  return result;
}

}  // namespace tilstand::graph
