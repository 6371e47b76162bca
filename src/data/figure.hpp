// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/source.hpp"
#include "tables/rational.hpp"
#include "tables/unit.hpp"

namespace tilstand::data {

using tables::Unit;

enum class Favourable { higher, lower, none };
enum class Direction { none, rising, falling, flat };
enum class Judgement { none, positive, negative, flat };

/// Derived from two values and the favourable direction, never typed. For a rank the words speak of the
/// placing: a larger number is `falling`.
struct Trend {
  Judgement judgement = Judgement::none;
  Direction direction = Direction::none;
  bool operator==(const Trend&) const = default;
};

/// The column of any table of the data whose cells say why a finding at their row may stand.
constexpr const char* acknowledgement_column = "acknowledged";

/// A cell that a value came from; cells of one column in rows that follow one another are one stretch.
struct Cell {
  SourceSpan span{};         ///< the first cell, or the stretch from the first to the last
  std::string pointer{};     ///< the JSON pointer of the first cell when the file is JSON: "/value/12"
  std::size_t count = 1;
  bool operator==(const Cell&) const = default;
};

/// An observation that a derived value was reckoned from.
struct Input {
  FigureId figure{};
  int year = 0;
  constexpr auto operator<=>(const Input&) const = default;
};

/// One year's value, with the cell it came from.
struct Observation {
  int year = 0;
  tables::Decimal value{};        ///< never rounded for print; a derived value that no decimal number says is kept with nine decimals
  SourceSpan span{};              ///< the value's cell; of a derived value its expression
  std::string source_label;      ///< trend label that the source gives, "judgement direction"; empty: none
  SourceSpan source_label_span{};
  std::string acknowledged;      ///< reason why a disagreement stands; empty: not acknowledged
  SourceSpan acknowledged_span{};
  std::vector<Cell> cells{};      ///< every cell that the value rests on, in order of place; one for a value that was read
  std::optional<tables::Rational> exact{};  ///< of a derived value: the value itself, of which `value` may be short
  std::vector<Input> inputs{};    ///< of a derived value: the observations it was reckoned from at first hand
  SourceSpan year_span{};         ///< the year's cell; none for a derived value
};

/// How a derived figure is reckoned.
struct Derivation {
  std::string expression;
  SourceSpan span{};
};

/// A number with unit, year, source and favourable direction, over one or more years.
struct Figure {
  FigureId id;
  std::string name;               ///< "trust"
  std::string label;
  Unit unit = Unit::number;
  tables::Decimal scope{};                ///< for a rank: among how many; 0: unknown
  Favourable favourable = Favourable::none;
  std::string source;
  std::map<std::string, std::string> fields;  ///< every other column of its row, by column name
  SourceSpan span{};              ///< its row
  std::vector<Observation> observations;      ///< ordered by year
  int status_year = 0;            ///< the year that is printed as the value
  std::optional<int> precision{};  ///< decimals at print; none: as the cell is written
  tables::Rounding rounding = tables::Rounding::half_away;
  std::optional<int> max_age{};    ///< years that its latest value may lie before the status year
  std::optional<Derivation> derivation{};  ///< none: its values were read

  const Observation* current() const;  ///< of the status year, else the latest before it; null when empty
  const Observation* before() const;   ///< the latest before `current`; null when there is none
  const Observation* at(int year) const;
  /// A value as it is printed: rounded to the figure's precision, the only place where that happens.
  tables::Decimal printed(tables::Decimal value) const;
};

/// "negative rising", as data files write trend labels; "flat", "none".
std::string label_of(Trend trend);

/// The trend of the figure's last change; a change of at most `flat_within` (same unit as the value) is flat.
Trend trend_of(const Figure& figure, double flat_within);

}  // namespace tilstand::data
