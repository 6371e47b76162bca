// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <utility>

#include "graph/frame.hpp"

namespace tilstand::graph {
namespace {

using drawing::Anchor, drawing::Layer, drawing::SetLabel, drawing::Spot;

constexpr double end_gap = 2, muted_pt = 1;
constexpr std::size_t most_spots = 2000;

/// Of many points those that a line of its width can show: the first, least, greatest and last in each tenth of a millimetre.
std::vector<Spot> thinned(const std::vector<Spot>& spots) {
  if (spots.size() <= most_spots) return spots;
  std::vector<Spot> kept;
  const auto column = [](const Spot& spot) { return std::floor(spot.x * 10); };
  for (std::size_t from = 0, to = 0; from < spots.size(); from = to) {
    std::size_t low = from, high = from;
    for (to = from; to < spots.size() && column(spots[to]) == column(spots[from]); ++to) {
      if (spots[to].y < spots[low].y) low = to;
      if (spots[to].y > spots[high].y) high = to;
    }
    std::vector<std::size_t> chosen{from, low, high, to - 1};
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    for (const std::size_t i : chosen) kept.push_back(spots[i]);
  }
  return kept;
}

/// The uncertainty of a line: a pale band between its ends.
void add_band(Draft& draft, const Frame& frame, const std::vector<const Mark*>& run, Ink ink) {
  Ink pale = ink;
  pale.permille = static_cast<std::uint16_t>(ink.permille / 5);
  std::vector<Spot> over, under;
  const auto close = [&] {
    if (over.size() > 1) {
      over = thinned(over), under = thinned(under);
      over.insert(over.end(), under.rbegin(), under.rend());
      draft.sheet.fill(Layer::grid, draft.sheet.paths().polygon(over), pale);
    }
    over.clear(), under.clear();
  };
  for (const Mark* mark : run) {
    const Datum& datum = draft.plan.input.rows[mark->row];
    if (!datum.low || !datum.high) {
      close();
      continue;
    }
    over.push_back(frame.spot(frame.base.at(mark->at), frame.value.at(*datum.high)));
    under.push_back(frame.spot(frame.base.at(mark->at), frame.value.at(*datum.low)));
  }
  close();
}

}  // namespace

std::vector<std::vector<const Mark*>> runs_of(const Plan& plan, std::size_t panel, std::size_t series) {
  std::vector<std::vector<const Mark*>> runs;
  bool open = false;
  const auto key = [](const Mark& mark) { return std::pair(mark.panel, mark.series); };
  auto mark = std::partition_point(plan.marks.begin(), plan.marks.end(), [&](const Mark& one) { return key(one) < std::pair(panel, series); });
  for (; mark != plan.marks.end() && key(*mark) == std::pair(panel, series); ++mark) {
    if (mark->value && !open) runs.emplace_back();
    open = mark->value.has_value();
    if (open) runs.back().push_back(&*mark);
  }
  return runs;
}

void add_lines(Draft& draft, const Frame& frame) {
  for (const bool muted : {true, false}) {  // highlighted lines stand over the others
    for (std::size_t series = 0; series < draft.plan.series.size(); ++series) {
      if (draft.plan.series[series].muted != muted) continue;
      for (const auto& run : runs_of(draft.plan, frame.panel, series)) {
        std::vector<Spot> spots;
        add_band(draft, frame, run, draft.ink(series));
        for (const Mark* mark : run) spots.push_back(frame.spot(frame.base.at(mark->at), frame.value.at(*mark->value)));
        if (spots.size() > 1) draft.stroke(thinned(spots), series, muted ? muted_pt : drawing::measure::line_pt);
        else add_disc(draft.sheet, spots.front(), 0.9, draft.ink(series));
      }
    }
  }
}

void add_areas(Draft& draft, const Frame& frame) {
  for (std::size_t series = 0; series < draft.plan.series.size(); ++series) {
    for (const auto& run : runs_of(draft.plan, frame.panel, series)) {
      std::vector<Spot> spots;
      for (const Mark* mark : run) spots.push_back(frame.spot(frame.base.at(mark->at), frame.value.at(mark->to)));
      spots = thinned(spots);
      std::vector<Spot> back;
      for (auto mark = run.rbegin(); mark != run.rend(); ++mark) back.push_back(frame.spot(frame.base.at((*mark)->at), frame.value.at((*mark)->from)));
      back = thinned(back);
      spots.insert(spots.end(), back.begin(), back.end());
      const Path outline = draft.sheet.paths().polygon(spots);
      if (draft.colouring.patterned) draft.fill(outline, series);
      draft.sheet.add(Layer::mark, {outline, draft.colouring.patterned ? std::nullopt : std::optional(draft.ink(series)), drawing::Stroke{draft.sheet.ground(), pt(0.6)}});
    }
  }
}

void add_end_labels(Draft& draft, const Frame& frame) {
  struct End {
    std::size_t series = 0;
    double y = 0;
  };
  std::vector<End> ends;
  for (std::size_t series = 0; series < draft.plan.series.size(); ++series) {
    const auto runs = runs_of(draft.plan, frame.panel, series);
    if (runs.empty()) continue;
    const Mark& last = *runs.back().back();
    ends.push_back({series, frame.value.at(draft.plan.input.kind == Kind::area ? (last.from + last.to) / 2 : *last.value)});
  }
  std::stable_sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.y < b.y; });
  std::vector<drawing::Block> blocks;
  for (const End& end : ends) blocks.push_back({end.y, draft.leading()});
  const std::vector<double> middles = drawing::spread(blocks, 0, draft.sheet.height());
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const Series& series = draft.plan.series[ends[i].series];
    const SetLabel label = set_fitting(draft.sheet, series.name, "chart-label", draft.sheet.width() - frame.right - end_gap, numbers_in(series.name, series.printed), series.muted ? "grey" : "");
    draft.taken.push_back(place(draft.sheet, label, {frame.right + end_gap, middles[i] + label.cap / 2}, Anchor::left));
  }
}

}  // namespace tilstand::graph
