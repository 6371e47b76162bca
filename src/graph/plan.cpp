// SPDX-License-Identifier: Apache-2.0
#include "graph/plan.hpp"

#include "graph/plan_parts.hpp"

namespace tilstand::graph {

bool stands_on_zero(Kind kind) { return kind == Kind::area || kind == Kind::column || kind == Kind::bar || kind == Kind::lollipop; }

bool is_horizontal(Kind kind) { return kind == Kind::bar || kind == Kind::dot || kind == Kind::lollipop; }

std::optional<Plan> plan(Input input, const Speech& speech, Diagnostics& diagnostics) {
  if (!check(input, diagnostics)) return std::nullopt;
  Plan result;
  result.decimals = decimals_of(input);
  result.input = std::move(input);
  arrange(result);
  settle_scales(result, speech);
  describe(result, speech);
  result.table = tabulate(result, speech);
  return result;
}

}  // namespace tilstand::graph
