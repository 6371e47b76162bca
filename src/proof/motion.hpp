// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "content/value.hpp"

namespace tilstand::proof {

/// How a figure moved from one year to another. For a rank the words speak of the placing.
struct Motion {
  data::Direction direction = data::Direction::none;  ///< none when there is no earlier value; flat when the values are equal
  std::string told{};                                 ///< "trust falls from 50 (2020) to 47 (2021)"
};

/// The place of the observation that a value stands for; that of the status year unless it names one.
std::size_t index_of(const content::FigureValue& value);

/// The motion between the first and the last of the observations `mentioned`; with fewer than two, up to the one that `value`
/// stands for, or on to that of the status year when it stands for an earlier one.
Motion motion_of(const content::FigureValue& value, std::vector<std::size_t> mentioned);

}  // namespace tilstand::proof
