// SPDX-License-Identifier: Apache-2.0
#include "content/figure_forms.hpp"

#include <algorithm>
#include <array>

namespace tilstand::content {
namespace {

using data::Direction;
using data::Judgement;
using tables::unit_name;

__extension__ using Wide = __int128;  // a percentage of a 64-bit number passes 64 bits

tables::Decimal without_trailing_zeros(tables::Decimal value) {
  while (value.decimals > 0 && value.mantissa % 10 == 0) value.mantissa /= 10, --value.decimals;
  return value;
}

tables::Decimal size_of_change(const data::Figure& figure, const data::Observation& now, const data::Observation& before) {
  const tables::Decimal change = without_trailing_zeros(figure.printed(now.value - before.value));
  return {change.mantissa < 0 ? -change.mantissa : change.mantissa, change.decimals};
}

/// |now − before| as whole percent of |before|, half rounded away from zero; nothing when `before` is zero.
std::optional<std::int64_t> rounded_percent(const data::Observation& now, const data::Observation& before) {
  const tables::Decimal difference = now.value - before.value;
  Wide change = difference.mantissa, base = before.value.mantissa;
  for (int at = before.value.decimals; at < difference.decimals; ++at) base *= 10;
  for (int at = difference.decimals; at < before.value.decimals; ++at) change *= 10;
  if (base == 0) return std::nullopt;
  if (change < 0) change = -change;
  if (base < 0) base = -base;
  return static_cast<std::int64_t>((change * 200 + base) / (base * 2));
}

/// The words of a change of a unit: shares change by percentage points, ranks by places.
std::string change_key(const data::Unit& unit) {
  if (unit == data::Unit::percentage_points) return "change.percent";
  return unit == data::Unit::places ? "change.rank" : "change." + unit_name(unit);
}

FigureValue earlier_value(const FigureValue& value) {
  const data::Observation* before = earlier_than(value);
  if (!before) return {};
  return {value.figure, static_cast<std::size_t>(before - value.figure->observations.data())};
}

const char* judgement_code(Judgement judgement) {
  if (judgement == Judgement::positive) return "positive";
  if (judgement == Judgement::negative) return "negative";
  return judgement == Judgement::flat ? "flat" : "none";
}

const char* direction_code(Direction direction) {
  if (direction == Direction::rising) return "rising";
  if (direction == Direction::falling) return "falling";
  return direction == Direction::flat ? "flat" : "none";
}

Value as_written(const std::string& text) {
  Value value{text, {}};
  value.written = true;
  return value;
}

constexpr std::array<std::string_view, 22> all_members = {
    "value", "short", "number", "year", "words", "scope", "label", "source", "source-line", "name", "unit", "change", "change-number",
    "percent-change", "trend", "judgement", "direction", "moved", "moved-words", "ordinal", "ordinal-words", "derived"};

}  // namespace

const data::Observation* observation_of(const FigureValue& value) {
  if (!value.figure) return nullptr;
  return value.observation ? &value.figure->observations[*value.observation] : value.figure->current();
}

const data::Observation* earlier_than(const FigureValue& value) {
  const data::Observation* now = observation_of(value);
  return now && now != value.figure->observations.data() ? now - 1 : nullptr;
}

std::optional<data::Trend> read_trend(std::string_view text) {
  const std::size_t gap = text.find(' ');
  const std::string_view judgement = text.substr(0, gap);
  const std::string_view direction = gap == std::string_view::npos ? std::string_view() : text.substr(gap + 1);
  data::Trend trend;
  if (judgement == "flat") return data::Trend{Judgement::flat, Direction::flat};
  if (judgement != "positive" && judgement != "negative") return std::nullopt;
  trend.judgement = judgement == "positive" ? Judgement::positive : Judgement::negative;
  if (direction == "rising") trend.direction = Direction::rising;
  else if (direction == "falling") trend.direction = Direction::falling;
  else if (direction.empty()) trend.direction = judgement == "positive" ? Direction::rising : Direction::falling;
  else return std::nullopt;
  return trend;
}

std::vector<std::string> FigureForms::member_names(const data::Figure& figure) {
  std::vector<std::string> names(all_members.begin(), all_members.end());
  names.push_back("before");
  for (const auto& [name, text] : figure.fields) names.push_back(name);
  return names;
}

std::string FigureForms::number(const tables::Decimal& value) const { return forms_.number(value.mantissa, value.decimals); }

std::string FigureForms::in_words(const tables::Decimal& value) const {
  return value.decimals == 0 ? forms_.in_words(value.mantissa) : number(value);
}

std::string FigureForms::ordinal(const tables::Decimal& value, bool words) const {
  if (value.decimals != 0) return number(value);
  return words ? forms_.ordinal_in_words(value.mantissa) : forms_.ordinal(value.mantissa);
}

std::string FigureForms::large_form(const FigureValue& value) const {
  const data::Observation* now = observation_of(value);
  if (!now) return {};
  const tables::Decimal printed = value.figure->printed(now->value);
  const bool ordinal = value.figure->unit == data::Unit::rank && printed.decimals == 0;
  return ordinal ? forms_.ordinal(printed.mantissa) : number(printed);
}

std::string FigureForms::in_unit(const data::Unit& unit, const std::string& number, const std::string& plural, bool short_unit) const {
  const auto pattern = [&]() -> std::string {
    if (unit.kind == data::Unit::named) return translated(short_unit ? unit.short_form : plural == "one" ? unit.one : unit.long_form);
    if (unit == data::Unit::percentage_points || unit == data::Unit::places) return words_.plural(change_key(unit), plural);
    return words_((short_unit ? "short." : "value.") + unit_name(unit));
  };
  return definition::fill(pattern(), {{"number", number}});
}

std::string FigureForms::with_unit(const FigureValue& value, bool short_unit) const {
  const data::Observation* now = observation_of(value);
  if (!now) return {};
  const tables::Decimal printed = value.figure->printed(now->value);
  return in_unit(value.figure->unit, large_form(value), forms_.plural(printed.mantissa, printed.decimals), short_unit);
}

std::string FigureForms::range_of(const tables::Decimal& first, const tables::Decimal& last) const {
  const int decimals = std::max(first.decimals, last.decimals);
  const auto scaled = [decimals](tables::Decimal value) {
    for (; value.decimals < decimals; ++value.decimals) value.mantissa *= 10;
    return value.mantissa;
  };
  return forms_.range(scaled(first), scaled(last), decimals);
}

std::optional<std::string> FigureForms::range(const FigureValue& first, const FigureValue& last) const {
  const data::Observation *a = observation_of(first), *b = observation_of(last);
  if (!a || !b || !(first.figure->unit == last.figure->unit)) return std::nullopt;
  const data::Unit& unit = first.figure->unit;
  std::string numbers = unit == data::Unit::rank ? definition::fill(words_("range.pages"), {{"first", large_form(first)}, {"last", large_form(last)}})
                                                 : range_of(first.figure->printed(a->value), last.figure->printed(b->value));
  if (a->value == b->value) numbers = large_form(last);
  const tables::Decimal end = last.figure->printed(b->value);
  return in_unit(unit, numbers, a->value == b->value ? forms_.plural(end.mantissa, end.decimals) : "other", false);
}

std::string FigureForms::long_form(const FigureValue& value) const { return with_unit(value, false); }

std::string FigureForms::short_form(const FigureValue& value) const { return with_unit(value, true); }

std::string FigureForms::large_sign(const FigureValue& value) const {
  if (!observation_of(value)) return {};
  const data::Unit& unit = value.figure->unit;
  if (unit == data::Unit::percentage_points || unit == data::Unit::places) return {};
  const std::string pattern = unit.kind == data::Unit::named ? translated(unit.short_form) : words_("short." + unit_name(unit));
  constexpr std::string_view slot = "{number}";
  return pattern.starts_with(slot) ? pattern.substr(slot.size()) : std::string();
}

std::string FigureForms::change(const FigureValue& value) const {
  const data::Observation* now = observation_of(value);
  const data::Observation* before = earlier_than(value);
  if (!now || !before) return {};
  const tables::Decimal size = size_of_change(*value.figure, *now, *before);
  const bool rank = value.figure->unit == data::Unit::rank && size.decimals == 0;
  const data::Unit& unit = value.figure->unit;
  const std::string text = rank ? forms_.in_words(size.mantissa) : number(size), plural = forms_.plural(size.mantissa, size.decimals);
  if (unit.kind == data::Unit::named) return definition::fill(translated(plural == "one" ? unit.one : unit.long_form), {{"number", text}});
  return definition::fill(words_.plural(change_key(unit), plural), {{"number", text}});
}

std::string FigureForms::percent_change(const FigureValue& value) const {
  const data::Observation* now = observation_of(value);
  const data::Observation* before = earlier_than(value);
  const std::optional<std::int64_t> percent = now && before ? rounded_percent(*now, *before) : std::nullopt;
  return percent ? definition::fill(words_("value.percent"), {{"number", forms_.number(*percent, 0)}}) : std::string();
}

std::string FigureForms::translated(const std::string& written) const { return translator_ == nullptr ? written : translator_->words(written); }

std::string FigureForms::source(const data::Figure& figure) const {
  return figure.source.empty() ? words_("source.none") : translated(figure.source);
}

std::string FigureForms::source_line(const data::Figure& figure) const {
  if (figure.source.empty()) return forms_.capitalised(words_("source.none")) + ".";
  return definition::fill(words_("source.one"), {{"sources", translated(figure.source)}});
}

data::Trend FigureForms::trend(const FigureValue& value) const {
  const data::Observation* now = observation_of(value);
  if (!now) return {};
  double flat_within = 0;
  for (const definition::FlatWithin& flat : flat_)
    if (flat.unit == unit_name(value.figure->unit)) flat_within = flat.change;
  if (!value.observation) return data::trend_of(*value.figure, flat_within);
  data::Figure as_of_then = *value.figure;
  as_of_then.status_year = now->year;
  return data::trend_of(as_of_then, flat_within);
}

std::string FigureForms::trend_words(data::Trend trend) const {
  if (trend.direction == Direction::none) return forms_.capitalised(words_("trend.none"));
  if (trend.direction == Direction::flat) return forms_.capitalised(words_("trend.flat"));
  const std::string& direction = words_(std::string("trend.") + direction_code(trend.direction));
  if (trend.judgement == Judgement::none) return forms_.capitalised(direction);
  const std::string& judgement = words_(std::string("trend.") + judgement_code(trend.judgement));
  return forms_.capitalised(definition::fill(words_("trend.pair"), {{"judgement", judgement}, {"direction", direction}}));
}

std::string FigureForms::moved_from(const FigureValue& value, const std::string& before) const {
  const data::Observation *now = observation_of(value), *then = earlier_than(value);
  if (!now || !then) return {};
  const Direction direction = trend(value).direction;
  std::string key = direction == Direction::rising ? "moved.up" : direction == Direction::falling ? "moved.down" : "moved.nearly";
  if (now->value == then->value) key = "moved.unchanged";
  return definition::fill(words_(key), {{"before", before}, {"year", std::to_string(then->year)}});
}

std::string FigureForms::moved(const FigureValue& value) const {
  const std::string words = moved_from(value, short_or_place(value));
  return forms_.capitalised(words.empty() ? words_("trend.none") : words);
}

std::string FigureForms::moved_words(const FigureValue& value) const { return moved_from(value, long_form(earlier_value(value))); }

std::string FigureForms::before_line(const FigureValue& value) const {
  const data::Observation* before = earlier_than(value);
  if (!before) return {};
  return definition::fill(words_("figure.before"), {{"before", short_or_place(value)}, {"year", std::to_string(before->year)}});
}

std::string FigureForms::short_or_place(const FigureValue& value) const {
  const FigureValue before = earlier_value(value);
  return value.figure->unit == data::Unit::rank ? long_form(before) : short_form(before);
}

std::optional<Value> FigureForms::member(const FigureValue& value, std::string_view name) const {
  if (same_name(name, "before")) {
    const FigureValue before = earlier_value(value);
    return before.figure ? Value{before, value.figure->id} : Value{};
  }
  for (const std::string_view known : all_members) {
    if (!same_name(name, known)) continue;
    const std::optional<Value> code = coded(value, known);
    return code ? code : printed(value, known);
  }
  for (const auto& [field, text] : value.figure->fields)
    if (same_name(field, name)) return as_written(text);
  return std::nullopt;
}

std::optional<Value> FigureForms::coded(const FigureValue& value, std::string_view name) const {
  const data::Figure& figure = *value.figure;
  const data::Observation* now = observation_of(value);
  if (name == "name") return Value{figure.name, {}};
  if (name == "derived") return Value{figure.derivation.has_value(), {}};
  if (name == "label") return as_written(figure.label);
  if (name == "unit") return Value{unit_name(figure.unit), {}};
  if (name == "source") return Value{source(figure), {}};
  if (name == "source-line") return Value{source_line(figure), {}};
  if (name == "scope") return figure.scope.mantissa == 0 ? Value{} : Value{figure.scope, figure.id};
  if (name == "judgement") return Value{std::string(judgement_code(trend(value).judgement)), {}};
  if (name == "direction") return Value{std::string(direction_code(trend(value).direction)), {}};
  if (name == "trend") return Value{trend_words(trend(value)), {}};
  if (name == "year") return now ? Value{std::int64_t{now->year}, {}} : Value{};
  return std::nullopt;
}

std::optional<Value> FigureForms::printed(const FigureValue& value, std::string_view name) const {
  const data::Observation* now = observation_of(value);
  const data::Observation* before = earlier_than(value);
  if (name == "moved") return Value{moved(value), value.figure->id};
  std::string text;
  if (name == "value") text = long_form(value);
  if (name == "short") text = short_form(value);
  if (name == "number" && now) text = number(value.figure->printed(now->value));
  if (name == "words" && now) text = in_words(value.figure->printed(now->value));
  if (name == "change") text = change(value);
  if (name == "moved-words") text = moved_words(value);
  if (name.starts_with("ordinal") && now) text = ordinal(value.figure->printed(now->value), name == "ordinal-words");
  if (name == "change-number" && now && before) text = number(size_of_change(*value.figure, *now, *before));
  if (name == "percent-change") text = percent_change(value);
  return text.empty() ? Value{} : Value{std::move(text), value.figure->id};
}

}  // namespace tilstand::content
