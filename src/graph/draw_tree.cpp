// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <sstream>

#include "graph/frame.hpp"
#include "graph/squarify.hpp"

namespace tilstand::graph {
namespace {

using drawing::Anchor, drawing::LabelBox, drawing::Layer, drawing::SetLabel;

constexpr double seam = 0.3, padding = 1.5;

struct Group {
  std::vector<const Mark*> marks;  ///< by falling value
  double sum = 0;
  std::size_t series = 0;
};

std::vector<Group> groups_of(const Plan& plan, std::size_t panel) {
  std::vector<Group> groups(plan.series.size());
  for (const Mark& mark : plan.marks) {
    if (mark.panel != panel || mark.value.value_or(0) <= 0) continue;
    groups[mark.series].marks.push_back(&mark);
    groups[mark.series].sum += *mark.value;
    groups[mark.series].series = mark.series;
  }
  std::erase_if(groups, [](const Group& group) { return group.marks.empty(); });
  for (Group& group : groups) std::stable_sort(group.marks.begin(), group.marks.end(), [](const Mark* a, const Mark* b) { return *a->value > *b->value; });
  std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.sum > b.sum; });
  return groups;
}

/// The name and, under it, the value; both or the name alone or nothing, as there is room.
void add_words(Draft& draft, const Mark& mark, Ink ink, const LabelBox& box) {
  const double measure = box.right - box.left - 2 * padding, height = box.bottom - box.top - 2 * padding, leading = draft.leading();
  if (measure < 3 || height < 2) return draft.sheet.drop(draft.plan.input.rows[mark.row].base);
  const std::string role = draft.role_on(ink);
  const auto most = static_cast<std::size_t>(std::max(1.0, (height + 1) / leading));
  std::vector<SetLabel> lines = name_lines(draft, draft.plan.input.rows[mark.row].base, "chart-label", role, measure, most, draft.ids(mark).base);
  if (lines.empty()) return draft.sheet.drop(draft.plan.input.rows[mark.row].base);
  const SetLabel value = set_label(draft.sheet, draft.said(*mark.value), "chart-value", draft.ids(mark).value, role);
  if (value.width <= measure && lines.size() + 1 <= most) lines.push_back(value);
  double y = box.top + padding + lines.front().cap;
  for (const SetLabel& line : lines) {
    const LabelBox words = box_of(line, {box.left + padding, y}, Anchor::left);
    if (draft.colouring.patterned)  // words stand on plain colour
      draft.sheet.fill(Layer::mark, draft.sheet.paths().box({words.left - 0.6, words.top - 0.7}, line.width + 1.2, line.cap + 1.5), ink);
    place(draft.sheet, line, {box.left + padding, y}, Anchor::left);
    y += leading;
  }
}

}  // namespace

std::vector<SetLabel> name_lines(Draft& draft, const std::string& name, const std::string& style, const std::string& role, double measure, std::size_t most,
                                  PrintedId printed) {
  std::vector<SetLabel> lines;
  if (name.size() > 200) return lines;
  std::istringstream words(name);
  std::string word, line;
  while (words >> word) {
    const std::string longer = line.empty() ? word : line + " " + word;
    const SetLabel set = set_words(draft.sheet, longer, style, numbers_in(longer, printed), role);
    if (set.width <= measure) {
      line = longer;
      if (lines.empty()) lines.push_back(set);
      else lines.back() = set;
      continue;
    }
    if (line.empty()) return {};
    line = word;
    lines.push_back(set_words(draft.sheet, word, style, numbers_in(word, printed), role));
    if (lines.back().width > measure || lines.size() > most) return {};
  }
  return lines;
}

void add_tree_map(Draft& draft, const Frame& frame) {
  const std::vector<Group> groups = groups_of(draft.plan, frame.panel);
  std::vector<double> sums;
  for (const Group& group : groups) sums.push_back(group.sum);
  const std::vector<LabelBox> places = squarify(sums, {frame.left, frame.top, frame.right, frame.bottom});
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::vector<double> values;
    for (const Mark* mark : groups[i].marks) values.push_back(*mark->value);
    const std::vector<LabelBox> boxes = squarify(values, places[i]);
    const Ink ink = draft.ink(groups[i].series);
    for (std::size_t j = 0; j < boxes.size(); ++j) {
      const LabelBox& box = boxes[j];
      const double width = box.right - box.left, height = box.bottom - box.top, inset = std::min({seam, width * 0.1, height * 0.1});
      draft.fill(draft.sheet.paths().box({box.left + inset, box.top + inset}, width - 2 * inset, height - 2 * inset), groups[i].series);
      add_words(draft, *groups[i].marks[j], ink, box);
    }
  }
}

}  // namespace tilstand::graph
