// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <utility>

#include "data/derived.hpp"
#include "data/reckoner.hpp"

namespace tilstand::data {
namespace {

using expression::Expression;

constexpr std::size_t deepest = 500;

/// Reckons derived figures one after the other, each after those it rests on.
class Deriver {
 public:
  Deriver(std::vector<DerivedSpec> specs, Dataset& dataset, Diagnostics& diagnostics)
      : specs_(std::move(specs)), dataset_(dataset), diagnostics_(diagnostics), first_(dataset.figures.size()), states_(specs_.size()), sound_(specs_.size(), false) {}

  void run() {
    for (DerivedSpec& spec : specs_) {
      places_.emplace(spec.figure.name, dataset_.figures.size() - first_);
      spec.figure.id = {static_cast<std::uint32_t>(dataset_.figures.size())};
      dataset_.figures.push_back(spec.figure);
      expressions_.push_back(spec.expression.empty() ? std::nullopt : expression::parse_expression(definition::Located(spec.expression), diagnostics_));
    }
    for (std::size_t at = 0; at < specs_.size(); ++at) visit(at);
  }

 private:
  enum class State { unseen, open, done };

  /// The derived figures that an expression names, in its order.
  std::vector<std::size_t> below(std::size_t at) const {
    std::vector<std::size_t> found;
    if (!expressions_[at]) return found;
    for (const Expression::Node& node : expressions_[at]->nodes)
      if (const auto other = places_.find(node.text); node.kind == Expression::Kind::name && other != places_.end()) found.push_back(other->second);
    return found;
  }

  void visit(std::size_t at) {
    if (states_[at] == State::done) return;
    if (states_[at] == State::open) return report_cycle(at);
    if (path_.size() >= deepest) {
      diagnostics_.error("data.too-deep", "figures are derived from derived figures more than " + std::to_string(deepest) + " deep", specs_[at].expression.span);
      return;
    }
    states_[at] = State::open;
    path_.push_back(at);
    bool sound = expressions_[at].has_value();
    for (const std::size_t other : below(at)) {
      visit(other);
      sound = sound && sound_[other];
    }
    path_.pop_back();
    states_[at] = State::done;
    if (sound) sound_[at] = reckon(at);
  }

  void report_cycle(std::size_t at) {
    const auto begin = std::find(path_.begin(), path_.end(), at);
    std::string way;
    std::vector<Note> notes;
    for (auto one = begin; one != path_.end(); ++one) {
      way += specs_[*one].figure.name + " → ";
      if (one != begin) notes.push_back({"\"" + specs_[*one].figure.name + "\" is reckoned here", specs_[*one].expression.span});
    }
    diagnostics_.add({Severity::error, "data.cyclic-figures", "this figure is reckoned from itself: " + way + specs_[at].figure.name, specs_[at].expression.span,
                      std::move(notes), "take one of them out of the other's expression"});
  }

  bool reckon(std::size_t at) {
    const DerivedSpec& spec = specs_[at];
    Figure& figure = dataset_.figures[first_ + at];
    table_sources_.clear();
    Reckoner reckoner(dataset_, *expressions_[at]);
    std::vector<int> years = spec.years.empty() ? reckoner.years() : spec.years;
    if (years.empty()) years.push_back(figure.status_year);
    std::optional<Diagnostic> lacking;
    bool sound = true, unit_known = !spec.unit.empty();
    for (const int year : years) {
      auto result = reckoner.reckon(year);
      if (const auto* trouble = std::get_if<Diagnostic>(&result)) {
        const bool other_year_may_do = trouble->code == "data.missing-input";
        if (other_year_may_do && spec.years.empty()) {
          lacking = *trouble;
          continue;
        }
        diagnostics_.add(*trouble);
        if (!other_year_may_do) return false;
        sound = false;
        continue;
      }
      Reckoning& found = std::get<Reckoning>(result);
      if (!unit_known) figure.unit = found.quantity.unit, unit_known = true;
      if (!add(figure, spec, year, found)) return false;
    }
    if (figure.observations.empty() && lacking) diagnostics_.add(*lacking);
    return sound && finish(figure);
  }

  bool add(Figure& figure, const DerivedSpec& spec, int year, Reckoning& found) {
    const std::optional<tables::Rational> exact = counted_in(found.quantity, figure.unit);
    if (!exact) {
      const SourceSpan place = spec.unit.empty() ? spec.expression.span : spec.unit.span;
      const std::string ratio = found.quantity.unit == Unit::number && figure.unit == Unit::percent ? "make a ratio a share by percent(…)" : "";
      diagnostics_.add({Severity::error, "data.wrong-unit", "\"" + figure.name + "\" is declared as \"" + unit_name(figure.unit) + "\", its expression gives \"" + unit_name(found.quantity.unit) + "\"",
                        place, {{"the expression", spec.expression.span}}, ratio.empty() ? "declare the unit \"" + unit_name(found.quantity.unit) + "\"" : ratio});
      return false;
    }
    const std::optional<tables::Decimal> value = exact->kept();
    if (!value) {
      diagnostics_.error("data.too-large", "\"" + figure.name + "\" is too large to be printed in " + std::to_string(year), spec.expression.span);
      return false;
    }
    Observation one;
    one.year = year, one.value = *value, one.span = spec.expression.span, one.exact = exact;
    one.acknowledged = spec.acknowledged.value, one.acknowledged_span = spec.acknowledged.span;
    for (std::string& source : found.sources)
      if (std::find(table_sources_.begin(), table_sources_.end(), source) == table_sources_.end()) table_sources_.push_back(std::move(source));
    one.cells = std::move(found.cells), one.inputs = std::move(found.inputs);
    decimals_ = std::max(figure.observations.empty() ? 0 : decimals_, found.decimals);
    figure.observations.push_back(std::move(one));
    return true;
  }

  /// What the author left to the figures below: decimals, sources.
  bool finish(Figure& figure) {
    if (!figure.precision) figure.precision = decimals_;
    if (figure.observations.empty()) return false;
    if (figure.current() == nullptr) {
      diagnostics_.error("data.no-values", "\"" + figure.name + "\" has no value up to " + std::to_string(figure.status_year), figure.span, "look at its years");
      return false;
    }
    std::vector<std::string> sources;
    std::swap(sources, table_sources_);
    for (const Observation& one : figure.observations)
      for (const Input& input : one.inputs) {
        const std::string& source = dataset_.figures[input.figure.value].source;
        if (!source.empty() && std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(source);
      }
    if (figure.source.empty())
      for (const std::string& source : sources) figure.source += (figure.source.empty() ? "" : "; ") + source;
    for (const auto& [column, text] : {std::pair("name", figure.name), std::pair("label", figure.label), std::pair("unit", unit_name(figure.unit)), std::pair("source", figure.source)})
      if (figure.fields.contains(column)) figure.fields[column] = text;
    return true;
  }

  std::vector<DerivedSpec> specs_;
  Dataset& dataset_;
  Diagnostics& diagnostics_;
  std::size_t first_;
  std::vector<std::optional<Expression>> expressions_;
  std::map<std::string, std::size_t> places_;
  std::vector<State> states_;
  std::vector<bool> sound_;
  std::vector<std::size_t> path_;
  std::vector<std::string> table_sources_;  ///< of the figure that is reckoned
  int decimals_ = 0;
};

}  // namespace

void add_derived(std::vector<DerivedSpec> specs, Dataset& dataset, Diagnostics& diagnostics) { Deriver(std::move(specs), dataset, diagnostics).run(); }

}  // namespace tilstand::data
