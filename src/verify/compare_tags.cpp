// SPDX-License-Identifier: Apache-2.0
#include "verify/compare_tags.hpp"

#include <algorithm>
#include <set>

#include "verify/words.hpp"

namespace tilstand::verify {
namespace {

using pdf::TagStep;
using Kind = TagStep::Kind;
constexpr double mm_of_point = 25.4 / 72;

std::string shortened(const std::string& text) {
  constexpr std::size_t most = 40;
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

/// Steps of both sides that stand in the same gap between equal ones.
struct Gap {
  std::size_t first = 0, first_end = 0, second = 0, second_end = 0;
};

std::vector<Gap> gaps_between(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  std::vector<Gap> gaps;
  std::size_t a = 0, b = 0;
  auto equal = common_order(one, other);
  equal.emplace_back(one.size(), other.size());
  for (const auto& [in_a, in_b] : equal) {
    if (a < in_a || b < in_b) gaps.push_back({a, in_a, b, in_b});
    a = in_a + 1;
    b = in_b + 1;
  }
  return gaps;
}

/// Tells of gaps what differs there.
class Telling {
 public:
  Telling(const TaggedSide& first, const TaggedSide& second) : first_(first), second_(second), keys_a_(first.text.keys(first.steps, first.pages)), keys_b_(second.text.keys(second.steps, second.pages)) {}

  std::vector<Finding> run() {
    const std::vector<Gap> gaps = gaps_between(keys_a_, keys_b_);
    for (const Gap& gap : gaps) {
      left_a_.insert(keys_a_.begin() + static_cast<std::ptrdiff_t>(gap.first), keys_a_.begin() + static_cast<std::ptrdiff_t>(gap.first_end));
      left_b_.insert(keys_b_.begin() + static_cast<std::ptrdiff_t>(gap.second), keys_b_.begin() + static_cast<std::ptrdiff_t>(gap.second_end));
    }
    std::vector<Finding> findings;
    for (const Gap& gap : gaps) findings.push_back(tell(gap));
    return findings;
  }

 private:
  static std::string name(const TaggedSide& side, std::size_t at) {
    const std::string text = side.text.text(side.steps, at), &alt = side.steps[at].alt;
    const std::string shown = alt.empty() ? text : shortened(alt);
    const std::string type = side.steps[at].kind == Kind::mark ? "a mark of " + side.steps[at].type : side.steps[at].type;
    return type + (shown.empty() ? "" : " \"" + shown + "\"");
  }

  std::string message(const Gap& gap) const {
    const bool has_first = gap.first < gap.first_end, has_second = gap.second < gap.second_end;
    if (has_first && left_b_.contains(keys_a_[gap.first]) && !(has_second && left_a_.contains(keys_b_[gap.second]))) return name(first_, gap.first) + " comes at another place in the other edition";
    if (has_first && has_second && name(first_, gap.first) == name(second_, gap.second)) return name(first_, gap.first) + " belongs to another part in the other edition";
    if (has_first && has_second) return name(first_, gap.first) + " is " + name(second_, gap.second) + " in the other edition";
    if (has_first) return name(first_, gap.first) + " is missing in the other edition";
    const bool is_moved = left_a_.contains(keys_b_[gap.second]);
    return name(second_, gap.second) + (is_moved ? " comes here in the other edition" : " stands only in the other edition");
  }

  Finding tell(const Gap& gap) const {
    const bool has_first = gap.first < gap.first_end, has_second = gap.second < gap.second_end;
    const TaggedSide& side = has_first ? first_ : second_;
    const std::size_t at = has_first ? gap.first : gap.second, page = side.steps[at].page;
    const pdf::Spot spot = side.text.spot(side.steps, at);
    Finding finding{Finding::Kind::tags, page, has_second ? second_.steps[gap.second].page : page, spot.x * mm_of_point, spot.y * mm_of_point, {}, {}, {}};
    if (has_first) finding.first = first_.steps[gap.first].type;
    if (has_second) finding.second = second_.steps[gap.second].type;
    finding.message = "reading order by tags differs" + (page == 0 ? "" : " on page " + std::to_string(page)) + ": " + message(gap);
    return finding;
  }

  const TaggedSide &first_, &second_;
  std::vector<std::string> keys_a_, keys_b_;
  std::set<std::string> left_a_{}, left_b_{};
};

}  // namespace

void TaggedText::add(std::size_t page, const pdf::Content& content) {
  std::vector<Held*> in_order;
  for (const pdf::Mark& mark : content.marks) {
    if (mark.id.number < 0) continue;
    const auto [place, is_new] = held_.try_emplace({page, mark.id});
    if (is_new) {
      in_order.push_back(&place->second);
      if (!mark.spots.empty()) place->second.spot = mark.spots.front();
    }
    if (mark.kind == pdf::Mark::Kind::glyph) place->second.text += mark.text;
  }
  std::map<std::string, std::size_t> turns;
  for (Held* held : in_order) held->turn = ++turns[held->text];
}

const TaggedText::Held* TaggedText::find(const TagStep& step) const {
  const auto place = held_.find({step.page, step.mark});
  return place == held_.end() ? nullptr : &place->second;
}

std::vector<std::string> TaggedText::keys(const std::vector<TagStep>& steps, const std::map<std::size_t, std::size_t>& pages) const {
  std::vector<std::string> all;
  all.reserve(steps.size());
  for (const TagStep& step : steps) {
    const std::string head = std::to_string(step.depth) + " " + step.type + " ";
    const Held* held = step.kind == Kind::mark ? find(step) : nullptr;
    if (step.kind == Kind::element) all.push_back(head + "element " + step.alt);
    else all.push_back(head + std::to_string(pages.at(step.page)) + (held == nullptr ? std::string(" nothing") : " " + std::to_string(held->turn) + " " + held->text));
  }
  return all;
}

std::string TaggedText::text(const std::vector<TagStep>& steps, std::size_t at) const {
  constexpr std::size_t enough = 80;
  std::string text;
  for (std::size_t next = at; next < steps.size() && text.size() < enough && (next == at || steps[next].depth > steps[at].depth); ++next) {
    const Held* held = steps[next].kind == Kind::mark ? find(steps[next]) : nullptr;
    if (held != nullptr && !held->text.empty()) text += (text.empty() || text.ends_with(' ') ? "" : " ") + held->text;
  }
  return shortened(text);
}

pdf::Spot TaggedText::spot(const std::vector<TagStep>& steps, std::size_t at) const {
  for (std::size_t next = at; next < steps.size() && (next == at || steps[next].depth > steps[at].depth); ++next)
    if (const Held* held = steps[next].kind == Kind::mark ? find(steps[next]) : nullptr) return held->spot;
  return {};
}

std::vector<Finding> compare_tags(const TaggedSide& first, const TaggedSide& second) { return Telling(first, second).run(); }

}  // namespace tilstand::verify
