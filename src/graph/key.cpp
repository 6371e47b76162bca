// SPDX-License-Identifier: Apache-2.0
#include "graph/frame.hpp"

namespace tilstand::graph {
namespace {

constexpr double swatch = 2.6, after_swatch = 1.2, between = 5, line = 5, below = 2;

bool needs_key(const Plan& plan) {
  const Kind kind = plan.input.kind;
  if (kind == Kind::bump || kind == Kind::slope || kind == Kind::heat_map || kind == Kind::map || (kind == Kind::waffle && plan.panels.size() == 1)) return false;
  return plan.series.size() > 1 && !has_end_labels(plan);
}

/// Dashes and patterns need some room to be known again.
double swatch_width(const Draft& draft) { return draft.colouring.patterned ? 2 * swatch : swatch; }

/// A square as the marks are filled; of points and lines what tells them apart, where patterns are drawn.
void add_swatch(Draft& draft, drawing::Spot at, std::size_t series) {
  const Kind kind = draft.plan.input.kind;
  const double width = swatch_width(draft);
  const drawing::Spot middle{at.x + width / 2, at.y};
  if (draft.colouring.patterned && (kind == Kind::dot || kind == Kind::scatter || kind == Kind::lollipop)) {
    drawing::add_marker(draft.sheet, middle, swatch * 0.42, draft.ink(series), draft.colouring.places[series]);
  } else if (draft.colouring.patterned && kind == Kind::line) {
    draft.stroke({{at.x, at.y}, {at.x + width, at.y}}, series, drawing::measure::line_pt);
  } else {
    draft.fill(draft.sheet.paths().box({at.x, at.y - swatch / 2}, width, swatch), series);
  }
}

}  // namespace

bool has_value_labels(const Plan& plan) {
  const Kind kind = plan.input.kind;
  if (kind != Kind::column && kind != Kind::bar && kind != Kind::lollipop && kind != Kind::dumbbell) return false;
  const std::size_t most = kind == Kind::column ? 14 : 40;
  return plan.input.stack == Stack::none && plan.panels.size() == 1 && plan.marks.size() <= most && plan.input.value.scale == ScaleKind::linear;
}

bool has_end_labels(const Plan& plan) { return (plan.input.kind == Kind::line || plan.input.kind == Kind::area) && plan.series.size() > 1 && plan.panels.size() == 1; }

bool has_axis_titles(const Plan& plan) { return plan.input.kind == Kind::scatter || plan.input.kind == Kind::histogram; }

double key_height(const Plan& plan, double width) {
  if (!needs_key(plan)) return 0;
  if (plan.input.kind == Kind::dumbbell) return line + below;
  // Entries are about 30 mm wide; the drawing wraps them by their true widths within this many lines or fewer.
  double used = 0, lines = 1;
  for (const Series& series : plan.series) {
    const double entry = swatch + after_swatch + between + 1.7 * static_cast<double>(series.name.size());
    if (used + entry > width && used > 0) used = 0, ++lines;
    used += entry;
  }
  return lines * line + below;
}

double add_key(Draft& draft) {
  if (!needs_key(draft.plan)) return 0;
  const double height = key_height(draft.plan, draft.sheet.width());
  const double beside = swatch_width(draft) + after_swatch;
  double x = 0, y = line / 2 + 0.5;
  if (draft.plan.input.kind == Kind::dumbbell) return add_pair_key(draft, y), height;
  for (std::size_t i = 0; i < draft.plan.series.size(); ++i) {
    const Series& series = draft.plan.series[i];
    const drawing::SetLabel label = drawing::set_fitting(draft.sheet, series.name, "chart-label", draft.sheet.width() - beside, numbers_in(series.name, series.printed));
    if (x > 0 && x + beside + label.width > draft.sheet.width()) x = 0, y += line;
    add_swatch(draft, {x, y}, i);
    drawing::place(draft.sheet, label, {x + beside, y + label.cap / 2}, drawing::Anchor::left);
    x += beside + label.width + between;
  }
  return height;
}

}  // namespace tilstand::graph
