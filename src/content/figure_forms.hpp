// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/translator.hpp"
#include "content/value.hpp"
#include "definition/definition.hpp"
#include "definition/words.hpp"
#include "locale/forms.hpp"

namespace tilstand::content {

/// How figures are said in the report's language: every member that an expression can ask a figure for.
class FigureForms {
 public:
  /// `translator` says sources and units of the data in the edition's language; null: as they are written.
  FigureForms(const locale::Forms& forms, const definition::Words& words, const std::vector<definition::FlatWithin>& flat, const Translator* translator = nullptr)
      : forms_(forms), words_(words), flat_(flat), translator_(translator) {}

  /// The member of a figure or observation; nothing when there is no such member.
  std::optional<Value> member(const FigureValue& value, std::string_view name) const;
  /// All members that `member` knows for this figure, for did-you-mean.
  static std::vector<std::string> member_names(const data::Figure& figure);

  /// "47 prosent", "18. plass", "9 257"; empty when the figure has no value.
  std::string long_form(const FigureValue& value) const;
  /// "47 %", "18.", "9 257"
  std::string short_form(const FigureValue& value) const;
  /// "47", "18.", "9 257": what a tile prints large.
  std::string large_form(const FigureValue& value) const;
  /// What follows the large number in small type: " %" with its no-break space, or nothing.
  std::string large_sign(const FigureValue& value) const;
  /// "Ned fra 50 % i 2020"; the words for no earlier value when there is none.
  std::string moved(const FigureValue& value) const;
  /// "ned fra 50 prosent i 2020", for the middle of a sentence; empty when there is no earlier value.
  std::string moved_words(const FigureValue& value) const;
  /// "10–12 prosent", "4.–5. plass"; nothing when the units differ or a value is missing.
  std::optional<std::string> range(const FigureValue& first, const FigureValue& last) const;
  std::string range_of(const tables::Decimal& first, const tables::Decimal& last) const;
  /// "50 % i 2020"; empty when there is none.
  std::string before_line(const FigureValue& value) const;

  data::Trend trend(const FigureValue& value) const;
  /// "Negativ, stigende"; "Flat"; "Ingen tidligere måling".
  std::string trend_words(data::Trend trend) const;
  /// Words for missing values, and number forms, for others.
  const definition::Words& words() const { return words_; }
  const locale::Forms& forms() const { return forms_; }

 private:
  std::string number(const tables::Decimal& value) const;
  std::string in_words(const tables::Decimal& value) const;
  /// A value of the figure with its unit; in short form when `short_unit`.
  std::string with_unit(const FigureValue& value, bool short_unit) const;
  /// A number with the words or the sign of a unit; `plural` is the number's category.
  std::string in_unit(const data::Unit& unit, const std::string& number, const std::string& plural, bool short_unit) const;
  /// The move from the earlier value, which is said as `before`.
  std::string moved_from(const FigureValue& value, const std::string& before) const;
  std::string short_or_place(const FigureValue& value) const;
  /// "5." or "femte"; a number with decimals as it is.
  std::string ordinal(const tables::Decimal& value, bool words) const;
  std::string change(const FigureValue& value) const;
  std::string percent_change(const FigureValue& value) const;
  /// What the data write, in the edition's language.
  std::string translated(const std::string& written) const;
  std::string source(const data::Figure& figure) const;
  /// The source as a sentence; says so when there is none.
  std::string source_line(const data::Figure& figure) const;
  std::optional<Value> printed(const FigureValue& value, std::string_view name) const;
  std::optional<Value> coded(const FigureValue& value, std::string_view name) const;

  const locale::Forms& forms_;
  const definition::Words& words_;
  const std::vector<definition::FlatWithin>& flat_;
  const Translator* translator_;
};

/// The observation that stands for a figure value, and the one before it; null when there is none.
const data::Observation* observation_of(const FigureValue& value);
const data::Observation* earlier_than(const FigureValue& value);

/// Reads a trend written as code words, "positive rising", "negative", "flat"; nothing when it is none.
std::optional<data::Trend> read_trend(std::string_view text);

}  // namespace tilstand::content
