// SPDX-License-Identifier: Apache-2.0
#include "data/read_claims.hpp"

#include <optional>
#include <utility>

#include "data/derived.hpp"
#include "tables/numbers.hpp"

namespace tilstand::data {
namespace {

using definition::Need;
using definition::Toml;

/// Nothing when it says nothing that can be compared; then a mistake has been reported.
std::optional<Claim> read_one(const Toml::Member& member, definition::ReadContext& context) {
  Claim claim;
  claim.name = member.key;
  claim.span = member.key_span;
  Toml table = member.value;
  if (auto* members = std::get_if<Toml::Table>(&table.value)) claim.years = take_years(*members, context.diagnostics);
  definition::KeyReader keys(table, context);
  const int kinds = static_cast<int>(keys.has("total")) + static_cast<int>(keys.has("shares")) + static_cast<int>(keys.has("same"));
  if (kinds != 1 && std::holds_alternative<Toml::Table>(table.value))
    context.diagnostics.error("data.bad-check", "a check has \"total\" and \"parts\", or \"shares\", or \"same\"", member.key_span);
  if (keys.text("total", claim.total)) {
    claim.kind = Claim::Kind::total;
    keys.texts("parts", claim.parts, Need::required);
  } else {
    claim.kind = keys.has("shares") ? Claim::Kind::shares : Claim::Kind::same;
    keys.texts(keys.has("shares") ? "shares" : "same", claim.parts);
  }
  const bool too_few = claim.parts.size() < (claim.kind == Claim::Kind::total ? 1U : 2U);
  if (kinds == 1 && too_few)
    context.diagnostics.error("data.bad-check", "the check \"" + claim.name + "\" has too few expressions to compare", member.key_span);
  definition::Text within;
  if (keys.text("within", within)) claim.within = tables::read_decimal(within.value);
  if (!within.empty() && !claim.within) keys.error("within", "data.bad-number", "\"" + within.value + "\" is no number", "write it in quotes with a point, as \"0.5\"");
  keys.text("acknowledged", claim.acknowledged);
  keys.finish();
  if (kinds != 1 || too_few) return std::nullopt;
  return claim;
}

}  // namespace

std::vector<Claim> read_claims(const Toml* table, definition::ReadContext& context) {
  std::vector<Claim> claims;
  const auto* members = table != nullptr ? std::get_if<Toml::Table>(&table->value) : nullptr;
  if (members == nullptr) return claims;
  for (const Toml::Member& member : *members)
    if (std::optional<Claim> claim = read_one(member, context)) claims.push_back(std::move(*claim));
  return claims;
}

}  // namespace tilstand::data
