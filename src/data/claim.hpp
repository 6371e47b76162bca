// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "definition/text.hpp"
#include "tables/decimal.hpp"

namespace tilstand::data {

/// `[check.NAME]` of `data.toml`: numbers that the author says belong together.
struct Claim {
  enum class Kind {
    total,   ///< `total` is the sum of `parts`
    shares,  ///< `shares` sum to 100 per cent
    same,    ///< all of `same` say one number
  };
  std::string name;
  SourceSpan span{};
  Kind kind = Kind::same;
  definition::Text total;
  std::vector<definition::Text> parts;      ///< expressions; of `shares` and `same` too
  std::vector<int> years;                   ///< empty: every year that one of its figures has
  std::optional<tables::Decimal> within;    ///< largest difference that is none; nothing: what rounding explains
  definition::Text acknowledged;
};

}  // namespace tilstand::data
