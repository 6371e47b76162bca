// SPDX-License-Identifier: Apache-2.0
#include "definition/checks.hpp"

#include "definition/read_checks.hpp"

namespace tilstand::definition {
namespace {

using Weight = std::optional<Severity>;

constexpr std::array<std::pair<std::string_view, Weight>, 4> weights{
    {{"error", Severity::error}, {"warning", Severity::warning}, {"notice", Severity::notice}, {"off", std::nullopt}}};

/// The checks of prose, which are made only where the prose has a reasons.toml: a definition says what they count as.
constexpr CheckKind prose_kinds[] = {
    {"proof.literal-fails", Severity::warning},   {"proof.literal-without-reason", Severity::warning}, {"proof.typed-number", Severity::warning},
    {"proof.unused-figure", Severity::warning},   {"proof.unused-reason", Severity::warning},          {"proof.wrong-direction", Severity::warning},
    {"proof.wrong-trend", Severity::warning},
};

/// The checks of charts as they are drawn.
constexpr CheckKind chart_kinds[] = {
    {"legibility.faint-mark", Severity::warning},      {"legibility.faint-text", Severity::warning},     {"legibility.labels-dropped", Severity::notice},
    {"legibility.labels-touch", Severity::warning},    {"legibility.similar-colours", Severity::warning}, {"legibility.similar-greys", Severity::warning},
    {"legibility.too-many-colours", Severity::warning}, {"legibility.truncated-axis", Severity::warning},
};

/// `data.outlier = …` without quotation marks is a table in TOML; here it is the code.
Toml flattened(const Toml& table) {
  const auto* members = std::get_if<Toml::Table>(&table.value);
  if (members == nullptr) return table;
  Toml::Table flat;
  for (const Toml::Member& member : *members) {
    const auto* inner = std::get_if<Toml::Table>(&member.value.value);
    if (inner == nullptr) flat.push_back(member);
    for (std::size_t at = 0; inner != nullptr && at < inner->size(); ++at) {
      flat.push_back((*inner)[at]);
      flat.back().key = member.key + "." + flat.back().key;
    }
  }
  return {std::move(flat), table.span};
}

}  // namespace

std::optional<Severity> Checks::severity(const std::string& code) const {
  const auto found = set_.find(code);
  if (found != set_.end()) return found->second;
  for (const CheckKind& kind : check_kinds)
    if (kind.code == code) return kind.severity;
  for (const CheckKind& kind : prose_kinds)
    if (kind.code == code) return kind.severity;
  for (const CheckKind& kind : chart_kinds)
    if (kind.code == code) return kind.severity;
  return Severity::error;
}

void Checks::report(Diagnostic found, Diagnostics& diagnostics) const {
  const std::optional<Severity> weight = severity(found.code);
  if (!weight) return;
  found.severity = *weight;
  diagnostics.add(std::move(found));
}

void Checks::report_acknowledged(Diagnostic found, const std::string& reason, Diagnostics& diagnostics) const {
  if (!severity(found.code)) return;
  found.severity = Severity::notice;
  found.message += "; acknowledged: " + reason;
  found.hint.clear();
  diagnostics.add(std::move(found));
}

Checks read_checks(const Toml& table, ReadContext& context) {
  Checks checks;
  const Toml flat = flattened(table);
  KeyReader keys(flat, context);
  const auto read = [&](const CheckKind& kind) {
    Weight weight;
    if (keys.choice(kind.code, weight, weights)) checks.set(std::string(kind.code), weight);
  };
  for (const CheckKind& kind : check_kinds) read(kind);
  for (const CheckKind& kind : prose_kinds) read(kind);
  for (const CheckKind& kind : chart_kinds) read(kind);
  keys.finish();
  return checks;
}

}  // namespace tilstand::definition
