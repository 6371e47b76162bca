// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <tuple>
#include <variant>

#include "base/number_text.hpp"
#include "legibility/inspector.hpp"

namespace tilstand::legibility {
namespace {

constexpr double least_mark = 3, least_text = 4.5, least_large = 3;  // WCAG 2.1, 1.4.11 and 1.4.3
constexpr Length large{18 * Length::per_pt};
constexpr double capitals = 0.72;    // of the size
constexpr Length slack = Length{360};  // a tenth of a millimetre
constexpr std::size_t most_labels = 2000;

struct Box {
  Length left{}, top{}, right{}, bottom{};
  bool holds(Point at) const { return at.x >= left && at.x <= right && at.y >= top && at.y <= bottom; }
};

Box box_of(const Path& path) {
  Box box;
  bool first = true;
  for (const PathStep& step : path.steps) {
    if (step.verb == PathVerb::close) continue;
    box.left = first ? step.to.x : min(box.left, step.to.x), box.right = first ? step.to.x : max(box.right, step.to.x);
    box.top = first ? step.to.y : min(box.top, step.to.y), box.bottom = first ? step.to.y : max(box.bottom, step.to.y);
    first = false;
  }
  return box;
}

/// Even-odd, by the ends of the steps: curves bulge little between them.
bool holds(const Path& path, Point at) {
  bool inside = false;
  Point last{}, start{};
  const auto cross = [&](Point a, Point b) {
    if ((a.y > at.y) == (b.y > at.y)) return;
    const double x = a.x.in_mm() + (at.y - a.y).in_mm() / (b.y - a.y).in_mm() * (b.x - a.x).in_mm();
    if (at.x.in_mm() < x) inside = !inside;
  };
  for (const PathStep& step : path.steps) {
    if (step.verb == PathVerb::move) {
      cross(last, start);
      start = last = step.to;
      continue;
    }
    const Point to = step.verb == PathVerb::close ? start : step.to;
    cross(last, to);
    last = to;
  }
  cross(last, start);
  return inside;
}

/// A label where it stands, and the shapes that were drawn before it.
struct Words {
  const drawing::Label* label = nullptr;
  Box box;
  std::size_t item = 0;
  std::string text;
};

Words words_of(const drawing::Label& label, std::size_t item) {
  Words words{&label, {}, item, {}};
  Length size{};
  for (const text::GlyphRun& run : label.line.runs) words.text += run.text, size = max(size, run.size);
  const Length left = label.baseline.x + label.line.left;
  words.box = {left, label.baseline.y - scaled(size, static_cast<std::int64_t>(capitals * 100), 100), left + label.line.width, label.baseline.y};
  return words;
}

class DrawingCheck {
 public:
  DrawingCheck(const drawing::Drawing& drawing, SourceSpan span, const Inputs& inputs, Diagnostics& diagnostics)
      : drawing_(drawing), span_(span), in_(inputs), diagnostics_(diagnostics) {}

  void run() {
    for (std::size_t i = 0; i < drawing_.items.size(); ++i) {
      if (const auto* shape = std::get_if<drawing::Shape>(&drawing_.items[i])) {
        shapes_.push_back({shape, box_of(shape->path)});
        if (shape->mark) check_mark(*shape);
      } else if (words_.size() < most_labels) {
        words_.push_back(words_of(std::get<drawing::Label>(drawing_.items[i]), shapes_.size()));
      }
    }
    for (const Words& words : words_) check_text(words);
    check_touching();
    check_dropped();
  }

 private:
  void report(const char* code, std::string message, const char* hint) { in_.checks.report({Severity::warning, code, std::move(message), span_, {}, hint}, diagnostics_); }

  double contrast(Ink ink, Ink ground) const { return colour::contrast(in_.palette.rgb(ink), in_.palette.rgb(ground)); }

  std::string name_of(Ink ink) const {
    if (ink.role >= in_.theme.palette.size()) return "a colour";
    const std::string tint = ink.permille == 1000 ? "" : " at " + decimal(ink.permille / 10.0, 1) + " %";
    return "\"" + in_.theme.palette[ink.role].name + "\"" + tint;
  }

  /// Tints are values of a scale that begins pale; what has the ground's colour is a seam between marks.
  void check_mark(const drawing::Shape& shape) {
    const auto known = [](const std::optional<Ink>& ink) { return ink ? ink->role * 1001 + ink->permille : -1; };
    if (!seen_.insert({known(shape.fill), known(shape.stroke ? std::optional(shape.stroke->ink) : std::nullopt)}).second) return;
    std::optional<Ink> best;
    for (const std::optional<Ink>& ink : {shape.fill, shape.stroke ? std::optional(shape.stroke->ink) : std::nullopt}) {
      if (!ink || *ink == drawing_.ground) continue;
      if (ink->permille != 1000) return;
      if (!best || contrast(*ink, drawing_.ground) > contrast(*best, drawing_.ground)) best = ink;
    }
    if (!best || contrast(*best, drawing_.ground) >= least_mark || !said_.insert({best->role, drawing_.ground.role, 0}).second) return;
    report("legibility.faint-mark", "marks in " + name_of(*best) + " have a contrast of " + decimal(contrast(*best, drawing_.ground), 2) + ":1 on " + name_of(drawing_.ground) + "; they need 3:1",
           "take a role that stands out more, or mend the role's colour in the theme");
  }

  /// The last shape under the middle of the words that is filled.
  Ink ground_of(const Words& words) const {
    const Point middle{words.box.left + (words.box.right - words.box.left) / 2, words.box.top + (words.box.bottom - words.box.top) / 2};
    for (std::size_t i = std::min(words.item, shapes_.size()); i-- > 0;)
      if (shapes_[i].shape->fill && shapes_[i].box.holds(middle) && holds(shapes_[i].shape->path, middle)) return *shapes_[i].shape->fill;
    return drawing_.ground;
  }

  void check_text(const Words& words) {
    const Ink ground = ground_of(words);
    for (const text::GlyphRun& run : words.label->line.runs) {
      const double ratio = contrast(run.ink, ground), least = run.size >= large ? least_large : least_text;
      if (ratio >= least || !said_.insert({run.ink.role, ground.role, ground.permille}).second) continue;
      report("legibility.faint-text", "\"" + words.text + "\" in " + name_of(run.ink) + " has a contrast of " + decimal(ratio, 2) + ":1 on " + name_of(ground) + "; text of its size needs " + decimal(least, 1) + ":1",
             "take a role that stands out more, or mend the role's colour in the theme");
    }
  }

  /// Words of one line or more lines of one label don't touch: capitals leave room between lines.
  void check_touching() {
    std::vector<const Words*> order;
    for (const Words& words : words_)
      if (!words.text.empty()) order.push_back(&words);
    std::stable_sort(order.begin(), order.end(), [](const Words* a, const Words* b) { return a->box.left < b->box.left; });
    const Words *first = nullptr, *second = nullptr;
    std::size_t count = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
      for (std::size_t j = i + 1; j < order.size() && order[j]->box.left + slack < order[i]->box.right; ++j) {
        const Box &a = order[i]->box, &b = order[j]->box;
        if (a.top + slack >= b.bottom || b.top + slack >= a.bottom) continue;
        if (count++ == 0) first = order[i], second = order[j];
      }
    }
    if (count == 0) return;
    const std::string more = count == 1 ? "" : ", as do " + std::to_string(count - 1) + " other pairs";
    report("legibility.labels-touch", "the labels \"" + first->text + "\" and \"" + second->text + "\" lie on each other" + more, "give the chart more room, shorter names, or fewer rows");
  }

  void check_dropped() {
    constexpr std::size_t most_named = 3;
    if (drawing_.dropped.empty()) return;
    std::string names;
    for (std::size_t i = 0; i < std::min(most_named, drawing_.dropped.size()); ++i) names += (i == 0 ? "\"" : ", \"") + drawing_.dropped[i] + "\"";
    if (drawing_.dropped.size() > most_named) names += " and " + std::to_string(drawing_.dropped.size() - most_named) + " more";
    report("legibility.labels-dropped", "no room was found for " + names, "give the chart more room or shorter names; its table says them all");
  }

  struct Drawn {
    const drawing::Shape* shape = nullptr;
    Box box;
  };
  const drawing::Drawing& drawing_;
  SourceSpan span_;
  const Inputs& in_;
  Diagnostics& diagnostics_;
  std::vector<Drawn> shapes_;
  std::vector<Words> words_;
  std::set<std::pair<int, int>> seen_;        ///< fills and strokes of marks
  std::set<std::tuple<int, int, int>> said_;  ///< each pair of colours once
};

}  // namespace

void check_drawing(const drawing::Drawing& drawing, SourceSpan span, const Inputs& inputs, Diagnostics& diagnostics) { DrawingCheck(drawing, span, inputs, diagnostics).run(); }

}  // namespace tilstand::legibility
