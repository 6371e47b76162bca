// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/source.hpp"
#include "tables/decimal.hpp"

namespace tilstand::data {

/// What a figure counts.
enum class Unit { percent, rank, count, number };

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

/// One year's value, with the cell it came from.
struct Observation {
  int year = 0;
  tables::Decimal value{};
  SourceSpan span{};              ///< the value's cell
  std::string source_label;      ///< trend label that the source gives, "judgement direction"; empty: none
  SourceSpan source_label_span{};
  std::string acknowledged;      ///< reason why a disagreement stands; empty: not acknowledged
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
  std::map<std::string, SourceSpan> places;   ///< the cell of each field
  SourceSpan span{};              ///< its row
  std::vector<Observation> observations;      ///< ordered by year
  int status_year = 0;            ///< the year that is printed as the value

  const Observation* current() const;  ///< of the status year, else the latest before it; null when empty
  const Observation* before() const;   ///< the latest before `current`; null when there is none
  const Observation* at(int year) const;
};

/// The trend of the figure's last change; a change of at most `flat_within` (same unit as the value) is flat.
Trend trend_of(const Figure& figure, double flat_within);

}  // namespace tilstand::data
