// SPDX-License-Identifier: Apache-2.0
#include "proof/motion.hpp"

#include <algorithm>

#include "base/number_text.hpp"

namespace tilstand::proof {
namespace {

using data::Direction;

std::string with_year(const data::Observation& one) { return decimal(one.value.to_double(), 9) + " (" + std::to_string(one.year) + ")"; }

}  // namespace

std::size_t index_of(const content::FigureValue& value) {
  if (value.observation) return *value.observation;
  const data::Observation* current = value.figure->current();
  return current == nullptr ? 0 : static_cast<std::size_t>(current - value.figure->observations.data());
}

Motion motion_of(const content::FigureValue& value, std::vector<std::size_t> mentioned) {
  const data::Figure& figure = *value.figure;
  if (figure.observations.empty()) return {};
  const std::size_t own = index_of(value), current = index_of({value.figure, {}});
  std::sort(mentioned.begin(), mentioned.end());
  std::size_t from = own == 0 ? 0 : own - 1, to = own;
  if (mentioned.size() > 1 && mentioned.front() != mentioned.back()) from = mentioned.front(), to = mentioned.back();
  else if (value.observation && own < current) from = own, to = current;
  if (from == to) return {};
  const data::Observation &then = figure.observations[from], &now = figure.observations[to];
  const bool rises = figure.unit == data::Unit::rank ? now.value < then.value : then.value < now.value;
  const Direction direction = now.value == then.value ? Direction::flat : rises ? Direction::rising : Direction::falling;
  const char* verb = direction == Direction::flat ? " stays at " : direction == Direction::rising ? " rises from " : " falls from ";
  return {direction, "\"" + figure.name + "\"" + verb + with_year(then) + (direction == Direction::flat ? " in " + std::to_string(now.year) : " to " + with_year(now))};
}

}  // namespace tilstand::proof
