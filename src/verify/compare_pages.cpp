// SPDX-License-Identifier: Apache-2.0
#include "verify/compare_pages.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/number_text.hpp"
#include "verify/words.hpp"

namespace tilstand::verify {
namespace {

using pdf::Mark;
using pdf::Spot;
constexpr double mm_of_point = 25.4 / 72;
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

std::string shown(double mm) { return decimal(mm, 2) + " mm"; }

std::string quoted(const std::string& text) {
  constexpr std::size_t most = 80;
  if (text.size() <= most) return "\"" + text + "\"";
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return "\"" + text.substr(0, end) + "…\"";
}

std::string direction(Spot shift) {
  std::string text;
  constexpr double least = 0.02;  // points
  if (std::abs(shift.x) > least) text += shown(std::abs(shift.x) * mm_of_point) + (shift.x > 0 ? " to the right" : " to the left");
  if (std::abs(shift.y) > least) text += (text.empty() ? "" : " and ") + shown(std::abs(shift.y) * mm_of_point) + (shift.y > 0 ? " lower" : " higher");
  return text;
}

/// Finds what differs on two pages.
class Comparison {
 public:
  explicit Comparison(const PagePair& pages)
      : pages_(pages), a_(pages.first.marks), b_(pages.second.marks), match_a_(a_.size(), nowhere), match_b_(b_.size(), nowhere) {}

  std::vector<Finding> run() {
    compare_size();
    match_marks();
    find_order();
    match_words();
    const bool is_complete = std::find(match_a_.begin(), match_a_.end(), nowhere) == match_a_.end() && std::find(match_b_.begin(), match_b_.end(), nowhere) == match_b_.end();
    if (findings_.empty() && !is_complete) add(0, Finding::Kind::figure, {}, "the page looks otherwise in the other edition");
    std::stable_sort(findings_.begin(), findings_.end(), [](const auto& one, const auto& other) { return one.first < other.first; });
    std::vector<Finding> in_order;
    for (auto& [place, finding] : findings_) in_order.push_back(std::move(finding));
    return in_order;
  }

 private:
  /// Tokens in a run of the first page and in the run of the second that stands in its place.
  struct Change {
    std::vector<const Token*> first{}, second{};
  };

  void compare_size();
  void match_marks();
  void find_order();
  void match_words();
  void report_moves(const std::vector<std::pair<const Token*, const Token*>>& pairs);
  void report_pair(const Token& a, const Token& b);
  void report_changes(std::vector<Change> changes);
  void report_runs(std::vector<Change>& changes);
  void report_change(const Change& change);
  Finding& add(std::size_t place, Finding::Kind kind, Spot at, std::string message);
  std::vector<const Token*> unmatched(const std::vector<Token>& tokens, const std::vector<std::size_t>& matches) const;
  static std::string text_of(const std::vector<const Token*>& tokens);

  PagePair pages_;
  const std::vector<Mark>&a_, &b_;
  std::vector<std::size_t> match_a_, match_b_;
  std::vector<Token> tokens_a_{}, tokens_b_{};
  std::vector<std::pair<std::size_t, Finding>> findings_{};  ///< each with its place on the first page
};

Finding& Comparison::add(std::size_t place, Finding::Kind kind, Spot at, std::string message) {
  Finding finding{kind, pages_.first_page, pages_.second_page, at.x * mm_of_point, at.y * mm_of_point, {}, {}, std::move(message)};
  return findings_.emplace_back(place, std::move(finding)).second;
}

void Comparison::compare_size() {
  constexpr double most = 0.05;  // points
  const pdf::Content &one = pages_.first, &other = pages_.second;
  if (std::abs(one.width - other.width) <= most && std::abs(one.height - other.height) <= most) return;
  const auto size = [](const pdf::Content& page) { return decimal(page.width * mm_of_point, 2) + " × " + shown(page.height * mm_of_point); };
  Finding& finding = add(0, Finding::Kind::size, {}, "the trimmed page is " + size(one) + ", in the other edition " + size(other));
  finding.first = size(one);
  finding.second = size(other);
}

/// Pairs marks that are the same at the same place: at equal ends of the pages first, then anywhere.
void Comparison::match_marks() {
  const auto pair = [&](std::size_t in_a, std::size_t in_b) { match_a_[in_a] = in_b; match_b_[in_b] = in_a; };
  std::size_t begin = 0, end_a = a_.size(), end_b = b_.size();
  for (; begin < end_a && begin < end_b && is_same(a_[begin], b_[begin]); ++begin) pair(begin, begin);
  for (; end_a > begin && end_b > begin && is_same(a_[end_a - 1], b_[end_b - 1]); --end_a, --end_b) pair(end_a - 1, end_b - 1);
  using Field = std::pair<long long, long long>;  // of a grid of one point
  const auto field = [](const Mark& mark) { return mark.spots.empty() ? Field{} : Field{std::llround(mark.spots[0].x), std::llround(mark.spots[0].y)}; };
  std::map<Field, std::vector<std::size_t>> fields;
  for (std::size_t at = begin; at < end_a; ++at) fields[field(a_[at])].push_back(at);
  for (std::size_t at = begin; at < end_b; ++at) {
    const Field middle = field(b_[at]);
    std::size_t found = nowhere;
    for (long long x = middle.first - 1; x <= middle.first + 1; ++x) {
      for (long long y = middle.second - 1; y <= middle.second + 1; ++y) {
        const auto here = fields.find({x, y});
        if (here == fields.end()) continue;
        for (const std::size_t in_a : here->second)
          if (match_a_[in_a] == nowhere && in_a < found && is_same(a_[in_a], b_[at])) found = in_a;
      }
    }
    if (found != nowhere) pair(found, at);
  }
}

/// What is at its place but not in its turn: all that is outside a longest run of rising places.
void Comparison::find_order() {
  std::vector<std::size_t> ends, before(a_.size(), nowhere);  // ends[n]: the mark with the least match that ends a run of n + 1
  for (std::size_t at = 0; at < a_.size(); ++at) {
    if (match_a_[at] == nowhere) continue;
    const auto place = std::lower_bound(ends.begin(), ends.end(), match_a_[at], [&](std::size_t end, std::size_t match) { return match_a_[end] < match; });
    if (place != ends.begin()) before[at] = *(place - 1);
    if (place == ends.end()) ends.push_back(at);
    else *place = at;
  }
  std::vector<bool> in_turn(a_.size(), false);
  for (std::size_t at = ends.empty() ? nowhere : ends.back(); at != nowhere; at = before[at]) in_turn[at] = true;
  for (std::size_t at = 0; at < a_.size();) {
    const auto is_out = [&](std::size_t place) { return place < a_.size() && match_a_[place] != nowhere && !in_turn[place]; };
    if (!is_out(at)) {
      ++at;
      continue;
    }
    std::string text;
    const std::size_t first = at;
    for (; is_out(at) && (at == first || match_a_[at] == match_a_[at - 1] + 1); ++at) text += a_[at].kind == Mark::Kind::glyph ? a_[at].text : "";
    const bool later = match_a_[first] > first;
    const Spot spot = a_[first].spots.empty() ? Spot{} : a_[first].spots[0];
    const std::string what = text.empty() ? std::string("a figure") : quoted(text);
    add(first, Finding::Kind::order, spot, what + " comes " + (later ? "later" : "earlier") + " in the other edition").first = text;
  }
}

std::vector<const Token*> Comparison::unmatched(const std::vector<Token>& tokens, const std::vector<std::size_t>& matches) const {
  std::vector<const Token*> found;
  for (const Token& token : tokens)
    if (std::any_of(token.marks.begin(), token.marks.end(), [&](std::size_t mark) { return matches[mark] == nowhere; })) found.push_back(&token);
  return found;
}

std::string Comparison::text_of(const std::vector<const Token*>& tokens) {
  std::string text;
  for (const Token* token : tokens) {
    if (!token->is_word) continue;
    if (!text.empty() && !text.ends_with(' ')) text += ' ';  // a new line
    text += token->text;
  }
  return text;
}

/// Pairs what is left by its text: what has a pair has moved, what has none has changed.
void Comparison::match_words() {
  tokens_a_ = tokens_of(a_);
  tokens_b_ = tokens_of(b_);
  const auto left_a = unmatched(tokens_a_, match_a_), left_b = unmatched(tokens_b_, match_b_);
  const auto texts = [](const std::vector<const Token*>& tokens) {
    std::vector<std::string> all;
    for (const Token* token : tokens) all.push_back(token->text);
    return all;
  };
  std::vector<std::pair<const Token*, const Token*>> moved;
  std::vector<Change> changes(1);
  std::size_t next_a = 0, next_b = 0;
  auto pairs = common_order(texts(left_a), texts(left_b));
  pairs.emplace_back(left_a.size(), left_b.size());
  for (const auto& [in_a, in_b] : pairs) {
    for (; next_a < in_a; ++next_a) changes.back().first.push_back(left_a[next_a]);
    for (; next_b < in_b; ++next_b) changes.back().second.push_back(left_b[next_b]);
    if (in_a < left_a.size()) moved.emplace_back(left_a[next_a++], left_b[next_b++]);
    if (!changes.back().first.empty() || !changes.back().second.empty()) changes.emplace_back();
  }
  changes.pop_back();
  report_moves(moved);
  report_changes(std::move(changes));
}

/// Neighbours that have moved alike are one finding.
void Comparison::report_moves(const std::vector<std::pair<const Token*, const Token*>>& pairs) {
  const auto shift_of = [&](const std::pair<const Token*, const Token*>& pair) -> std::optional<Spot> {
    std::optional<Spot> shift;
    if (pair.first->marks.size() != pair.second->marks.size()) return std::nullopt;
    for (std::size_t glyph = 0; glyph < pair.first->marks.size(); ++glyph) {
      const Mark &one = a_[pair.first->marks[glyph]], &other = b_[pair.second->marks[glyph]];
      if (one.spots.size() != other.spots.size() || one.detail != other.detail || one.actual != other.actual || std::abs(one.size - other.size) > 0.02) return std::nullopt;
      for (std::size_t at = 0; at < one.spots.size(); ++at) {
        const Spot here{other.spots[at].x - one.spots[at].x, other.spots[at].y - one.spots[at].y};
        if (shift && !is_same(*shift, here)) return std::nullopt;
        shift = shift.value_or(here);
      }
    }
    return shift;
  };
  for (std::size_t at = 0; at < pairs.size();) {
    const std::size_t first = at;
    const auto shift = shift_of(pairs[at]);
    if (!shift) {
      report_pair(*pairs[first].first, *pairs[first].second);
      ++at;
      continue;
    }
    std::vector<const Token*> run;
    for (std::optional<Spot> next = shift; next && is_same(*next, *shift); next = at < pairs.size() ? shift_of(pairs[at]) : std::nullopt) run.push_back(pairs[at++].first);
    const std::string text = text_of(run);
    const std::size_t mark = run.front()->marks.front();
    if (direction(*shift).empty()) continue;  // the word's other glyphs: what did change is told there
    add(mark, Finding::Kind::moved, a_[mark].spots[0], (text.empty() ? "a " + run.front()->text.substr(0, run.front()->text.find(' ')) : quoted(text)) + " stands " + direction(*shift) + " in the other edition").first = text;
  }
}

/// A word whose letters have not moved alike, or a figure whose points have not.
void Comparison::report_pair(const Token& a, const Token& b) {
  for (std::size_t place = 0; place < std::min(a.marks.size(), b.marks.size()); ++place) {
    const Mark &one = a_[a.marks[place]], &other = b_[b.marks[place]];
    if (is_same(one, other)) continue;
    const std::string what = a.is_word ? quoted(one.text) + " of " + quoted(a.text) : a.text.substr(0, a.text.find(' '));
    const Finding::Kind kind = a.is_word ? Finding::Kind::moved : one.kind == Mark::Kind::image ? Finding::Kind::picture : Finding::Kind::figure;
    std::size_t at = 0;
    while (at < std::min(one.spots.size(), other.spots.size()) && is_same(one.spots[at], other.spots[at])) ++at;
    if (!one.actual.empty() && !other.actual.empty() && one.actual != other.actual) {
      Finding& finding = add(a.marks[place], Finding::Kind::text, one.spots[0], what + " is to be read as " + quoted(one.actual) + ", in the other edition as " + quoted(other.actual));
      finding.first = one.actual;
      finding.second = other.actual;
    } else if (at < std::min(one.spots.size(), other.spots.size())) {
      const std::string where = direction({other.spots[at].x - one.spots[at].x, other.spots[at].y - one.spots[at].y});
      const std::string point = a.is_word ? "" : "point " + std::to_string(at + 1) + " of a ";
      add(a.marks[place], kind, one.spots[at], point + what + " stands " + where + " in the other edition").first = a.is_word ? a.text : "";
    } else {
      const bool is_sized = std::abs(one.size - other.size) > 0.02;
      const std::string how = is_sized ? " is " + decimal(one.size, 2) + " pt, in the other edition " + decimal(other.size, 2) + " pt" : " looks otherwise in the other edition";
      add(a.marks[place], kind, one.spots.empty() ? Spot{} : one.spots[0], (a.is_word ? "" : "a ") + what + how).first = a.is_word ? a.text : "";
    }
  }
}

/// Text that is gone in one run and stands in another has changed its turn.
void Comparison::report_runs(std::vector<Change>& changes) {
  for (Change& change : changes) {
    const std::string text = text_of(change.first);
    if (text.size() < 2) continue;
    for (Change& other : changes) {
      if (&other == &change || other.second.empty() || text_of(other.second) != text) continue;
      const std::size_t mark = change.first.front()->marks.front();
      add(mark, Finding::Kind::order, a_[mark].spots[0], quoted(text) + " comes at another place in the other edition").first = text;
      std::erase_if(change.first, [](const Token* token) { return token->is_word; });
      std::erase_if(other.second, [](const Token* token) { return token->is_word; });
      break;
    }
  }
}

void Comparison::report_changes(std::vector<Change> changes) {
  report_runs(changes);
  for (const Change& change : changes) report_change(change);
}

void Comparison::report_change(const Change& change) {
  const std::string first = text_of(change.first), second = text_of(change.second);
  const auto spot = [&](bool words) {
    for (const auto& [tokens, marks] : {std::pair(&change.first, &a_), std::pair(&change.second, &b_)})
      for (const Token* token : *tokens)
        if (token->is_word == words && !(*marks)[token->marks[0]].spots.empty()) return (*marks)[token->marks[0]].spots[0];
    return Spot{};
  };
  const std::size_t place = change.first.empty() ? nowhere : change.first.front()->marks.front();
  if (!first.empty() || !second.empty()) {
    const std::string message = second.empty() ? quoted(first) + " is missing in the other edition" : first.empty() ? quoted(second) + " stands only in the other edition"
                                               : quoted(first) + " is " + quoted(second) + " in the other edition";
    Finding& finding = add(place, Finding::Kind::text, spot(true), message);
    finding.first = first;
    finding.second = second;
  }
  const auto figures = [](const std::vector<const Token*>& tokens) { return std::count_if(tokens.begin(), tokens.end(), [](const Token* token) { return !token->is_word; }); };
  const auto one = figures(change.first), other = figures(change.second);
  if (one + other == 0) return;
  bool picture = false;
  for (const auto* tokens : {&change.first, &change.second})
    for (const Token* token : *tokens) picture = picture || token->text.starts_with("picture");
  add(place, picture ? Finding::Kind::picture : Finding::Kind::figure, spot(false),
      std::to_string(one) + " shapes or pictures stand here, in the other edition " + std::to_string(other) + " that are not the same");
}

}  // namespace

std::vector<Finding> compare_pages(const PagePair& pages) { return Comparison(pages).run(); }

}  // namespace tilstand::verify
