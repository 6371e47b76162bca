// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>

#include "chart/plot.hpp"

namespace tilstand::chart {
namespace {

constexpr double mark_radius = 1.1, mark_width = 3, after_mark = 0.8, between = 3, line_width = 6;

/// One entry: a mark that is drawn round a middle, and its words.
struct Entry {
  double mark = mark_width;
  std::function<void(Sheet&, Spot)> draw;
  std::string text;
  bool year = true;            ///< names a year of the marks, or none
  PrintedRanges printed{};     ///< of other words
};

struct Found {
  bool before = false, favourable = false, unfavourable = false, missing = false;
};

Found found_in(const std::vector<Row>& rows) {
  Found found;
  for (const Row& row : rows) {
    const bool has_before = before_of(row) != nullptr, bad = row.trend.judgement == data::Judgement::negative;
    found.before |= has_before;
    found.missing |= !has_before;
    found.favourable |= has_before && !bad;
    found.unfavourable |= has_before && bad;
  }
  return found;
}

Entry disc_entry(const std::string& role, std::string text) {
  return {mark_width, [role](Sheet& sheet, Spot at) { add_disc(sheet, at, mark_radius, sheet.ink(role)); }, std::move(text)};
}

Entry diamond_entry(std::string text) {
  return {mark_width, [](Sheet& sheet, Spot at) { add_diamond(sheet, at, mark_radius * 1.2, sheet.ink("grey")); }, std::move(text)};
}

Entry line_entry(const std::string& role, std::string text) {
  const auto draw = [role](Sheet& sheet, Spot at) {
    add_line(sheet, Layer::line, {at.x - line_width / 2, at.y}, {at.x + line_width / 2, at.y}, sheet.ink(role), measure::line_pt);
  };
  return {line_width, draw, std::move(text)};
}

std::vector<Entry> change_entries(const Plan& plan, const definition::Words& words) {
  const std::vector<Row>& rows = plan.input.rows;
  const Found found = found_in(rows);
  const std::string year = year_text(usual_current_year(rows));
  std::vector<Entry> entries;
  if (found.before) {
    const auto ring = [](Sheet& sheet, Spot at) { add_ring(sheet, at, mark_radius, sheet.ink("water")); };
    entries.push_back({mark_width, ring, year_text(usual_before_year(rows))});
  }
  // With one judgement only there is nothing to tell apart but the years.
  const bool judged = found.unfavourable;
  if (found.favourable) entries.push_back(disc_entry("structure", judged ? definition::fill(words("chart.key.favourable"), {{"year", year}}) : year));
  if (found.unfavourable) entries.push_back(disc_entry("accent", definition::fill(words("chart.key.unfavourable"), {{"year", year}})));
  if (found.missing) entries.push_back(diamond_entry(definition::fill(words("chart.key.missing"), {{"year", year}})));
  return entries;
}

std::vector<Entry> slope_entries(const Plan& plan, const definition::Words& words) {
  const Found found = found_in(plan.input.rows);
  std::vector<Entry> entries;
  if (found.favourable && found.unfavourable) entries.push_back(line_entry("structure", words("chart.key.favourable-line")));
  if (found.unfavourable) entries.push_back(line_entry("accent", words("chart.key.unfavourable-line")));
  if (found.missing) {
    entries.push_back(diamond_entry(definition::fill(words("chart.key.missing"), {{"year", year_text(usual_current_year(plan.input.rows))}})));
  }
  return entries;
}

std::vector<Entry> pair_entries(const Plan& plan) {
  const auto square = [](Sheet& sheet, Spot at) { add_square(sheet, at, 1, sheet.ink("water")); };
  std::vector<Entry> entries;
  entries.push_back(disc_entry("structure", plan.input.series_a));
  entries.push_back({mark_width, square, plan.input.series_b});
  entries[0].year = entries[1].year = false;
  entries[0].printed = plan.input.series_a_printed, entries[1].printed = plan.input.series_b_printed;
  return entries;
}

std::vector<Entry> entries_of(const Plan& plan, const definition::Words& words) {
  switch (plan.input.kind) {
    case Kind::dumbbell:
    case Kind::rank_dumbbell: return change_entries(plan, words);
    case Kind::slope: return slope_entries(plan, words);
    case Kind::pairs: return pair_entries(plan);
    default: return {};
  }
}

}  // namespace

drawing::Drawing draw_key(const Plan& plan, Length width, const drawing::Context& context) {
  if (plan.graph) return {};  // it holds its key
  Sheet sheet({}, context);
  const std::vector<Entry> entries = entries_of(plan, context.words);
  if (entries.empty()) return std::move(sheet).finish();
  const double leading = leading_of(sheet, "chart-note");
  double x = 0, widest = 0, baseline = leading - 0.95;
  for (const Entry& entry : entries) {
    const double before_text = entry.mark + after_mark;
    SetLabel label = set_fitting(sheet, entry.text, "chart-note", std::max(width.in_mm() - before_text, 0.0), entry.printed);
    label.tick = entry.year;
    if (x > 0 && x + between + before_text + label.width > width.in_mm()) {
      x = 0;
      baseline += leading;
    }
    if (x > 0) x += between;
    entry.draw(sheet, {x + entry.mark / 2, baseline - label.cap / 2});
    place(sheet, label, {x + before_text, baseline}, Anchor::left);
    x += before_text + label.width;
    widest = std::max(widest, x);
  }
  drawing::Drawing drawing = std::move(sheet).finish();
  drawing.size = {mm(widest), mm(baseline + 0.95)};
  return drawing;
}

}  // namespace tilstand::chart
