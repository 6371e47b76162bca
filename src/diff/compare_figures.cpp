// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "diff/compare.hpp"
#include "tables/numbers.hpp"

namespace tilstand::diff {
namespace {

using manifest::Figure;
using manifest::Value;

bool same_number(const std::string& a, const std::string& b) {
  const auto first = tables::read_decimal(a), second = tables::read_decimal(b);
  return first && second ? *first == *second : a == b;
}

/// Compares one figure.
class Comparison {
 public:
  Comparison(const Figure& before, const Figure& after, const locale::Forms& forms) : before_(before), after_(after), forms_(forms) {}

  std::vector<Change> run() {
    values();
    years();
    std::set<std::string> keys;
    for (const Figure* side : {&before_, &after_})
      for (const auto& [key, text] : side->fields) keys.insert(key);
    for (const std::string& key : keys) add(key, before_.field(key), after_.field(key));
    return std::move(changes_);
  }

 private:
  void add(const std::string& what, const std::string& before, const std::string& after) {
    if (before != after) changes_.push_back({what, before, after});
  }
  std::string said(const Figure& figure, const Value& value) const { return printed(value.number, figure.field("unit"), forms_); }
  std::string with_year(const Figure& figure, const Value* value) const {
    return value == nullptr ? std::string() : said(figure, *value) + " (" + std::to_string(value->year) + ")";
  }

  /// The printed value, then every earlier one that has been revised.
  void values() {
    const Value *old = before_.current(), *now = after_.current();
    const bool same = old != nullptr && now != nullptr && old->year == now->year && same_number(old->number, now->number);
    if (!same && (old != nullptr || now != nullptr))
      changes_.push_back({"value", with_year(before_, old), with_year(after_, now), old != nullptr ? old->place : "", now != nullptr ? now->place : ""});
    for (const Value& value : before_.values) {
      const Value* other = after_.at(value.year);
      if (other == nullptr || same_number(value.number, other->number) || (&value == old && other == now)) continue;
      changes_.push_back({std::to_string(value.year), said(before_, value), said(after_, *other), value.place, other->place});
    }
  }
  void years() {
    const auto listed = [](const Figure& figure) {
      std::string list;
      for (const Value& value : figure.values) list += (list.empty() ? "" : ", ") + std::to_string(value.year);
      return list;
    };
    add("years", listed(before_), listed(after_));
  }

  const Figure &before_, &after_;
  const locale::Forms& forms_;
  std::vector<Change> changes_;
};

Entry whole(Kind kind, const Figure& figure, const locale::Forms& forms) {
  Entry entry{kind, figure.name, figure.field("label"), {}};
  if (const Value* value = figure.current()) {
    const std::string text = printed(value->number, figure.field("unit"), forms) + " (" + std::to_string(value->year) + ")";
    if (kind == Kind::added) entry.changes.push_back({"value", {}, text, {}, value->place});
    else entry.changes.push_back({"value", text, {}, value->place, {}});
  }
  return entry;
}

}  // namespace

std::string printed(const std::string& number, const std::string& unit, const locale::Forms& forms) {
  const auto value = tables::read_decimal(number);
  if (!value) return number;
  if (unit == "rank" && value->decimals == 0) return forms.ordinal(value->mantissa);
  const std::string text = forms.number(value->mantissa, value->decimals);
  if (unit == "percent") return text + "\u00A0%";
  if (unit == "percentage-points") return text + "\u00A0percentage points";
  const bool bare = unit.empty() || unit == "count" || unit == "number" || unit == "rank" || unit == "places";
  return bare ? text : text + "\u00A0" + unit;
}

Section compare_figures(const std::vector<Figure>& before, const std::vector<Figure>& after, const locale::Forms& forms) {
  Section section{"figures", "Figures", {}};
  std::map<std::string, const Figure*> old;
  std::set<std::string> kept;
  for (const Figure& figure : before) old[figure.name] = &figure;
  for (const Figure& figure : after) {
    const auto found = old.find(figure.name);
    if (found == old.end()) {
      section.entries.push_back(whole(Kind::added, figure, forms));
      continue;
    }
    kept.insert(figure.name);
    const std::string label = figure.field("label");
    if (auto changes = Comparison(*found->second, figure, forms).run(); !changes.empty())
      section.entries.push_back({Kind::changed, figure.name, label.empty() ? found->second->field("label") : label, std::move(changes)});
  }
  for (const Figure& figure : before)
    if (!kept.contains(figure.name)) section.entries.push_back(whole(Kind::gone, figure, forms));
  return section;
}

}  // namespace tilstand::diff
