// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/suggest.hpp"
#include "definition/read_styles.hpp"

namespace tilstand::definition {
namespace {

constexpr int percent = 10;  // in thousandths, which inks are counted in

template <class Named>
std::vector<std::string> names_of(const std::vector<Named>& list) {
  std::vector<std::string> names;
  for (const Named& one : list) names.push_back(one.name);
  return names;
}

/// A name that must be among `known`, or `otherwise` when one is given.
void read_name(KeyReader& keys, std::string_view key, std::string& into, const std::vector<std::string>& known, const char* code, std::string_view otherwise = {}) {
  Text name;
  if (!keys.text(key, name)) return;
  into = name.value;
  if (name.value == otherwise || std::find(known.begin(), known.end(), name.value) != known.end()) return;
  keys.error(key, code, "the theme has no \"" + name.value + "\" to use here", did_you_mean(name.value, known));
}

void read_zebra(KeyReader& keys, const Theme& theme, TableStyle& style) {
  Ink ink;
  int tint = 100;
  const bool striped = read_ink(keys, "zebra", theme, ink);
  keys.integer("zebra-tint", tint, {1, 100});
  ink.permille = static_cast<std::uint16_t>(tint * percent);
  if (striped) style.zebra = ink;
}

}  // namespace

void read_table_styles(const Toml* table, Theme& theme, ReadContext& context) {
  const auto* members = table == nullptr ? nullptr : std::get_if<Toml::Table>(&table->value);
  if (members == nullptr) return;
  const std::vector<std::string> rules = names_of(theme.rules), styles = names_of(theme.styles);
  for (const Toml::Member& member : *members) {
    KeyReader keys(member.value, context);
    TableStyle style;
    style.name = member.key;
    read_zebra(keys, theme, style);
    const std::pair<std::string_view, std::string*> rule_keys[] = {
        {"above-head", &style.above_head},         {"below-head", &style.below_head},   {"between-rows", &style.between_rows},
        {"between-groups", &style.between_groups}, {"above-total", &style.above_total}, {"below", &style.below}};
    for (const auto& [key, into] : rule_keys) read_name(keys, key, *into, rules, "definition.unknown-rule", "none");
    const std::pair<std::string_view, std::string*> style_keys[] = {{"head", &style.head}, {"total", &style.total}, {"group-head", &style.group_head}};
    for (const auto& [key, into] : style_keys) read_name(keys, key, *into, styles, "definition.unknown-style");
    keys.length("padding", style.padding);
    keys.length("gap", style.gap);
    keys.finish();
    theme.table_styles.push_back(std::move(style));
  }
}

}  // namespace tilstand::definition
