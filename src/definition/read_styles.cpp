// SPDX-License-Identifier: Apache-2.0
#include "definition/read_styles.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "definition/read_inks.hpp"

namespace tilstand::definition {
namespace {

constexpr std::array<std::pair<std::string_view, Align>, 4> aligns{
    {{"left", Align::left}, {"right", Align::right}, {"centre", Align::centre}, {"justified", Align::justified}}};
constexpr std::array<std::pair<std::string_view, TabStop::Align>, 4> tab_aligns{
    {{"left", TabStop::Align::left}, {"right", TabStop::Align::right}, {"centre", TabStop::Align::centre}, {"decimal", TabStop::Align::decimal}}};
constexpr std::array<std::pair<std::string_view, Figures>, 2> figure_kinds{{{"lining", Figures::lining}, {"old-style", Figures::old_style}}};

const Toml::Table* members_of(const Toml* table) { return table == nullptr ? nullptr : std::get_if<Toml::Table>(&table->value); }

template <class Named>
std::vector<std::string> names_of(const std::vector<Named>& list) {
  std::vector<std::string> names;
  for (const Named& one : list) names.push_back(one.name);
  return names;
}

/// Two hexadecimal digits, or −1.
int hex_pair(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/// 0xRRGGBB; nothing when there is no such key or no colour under it.
std::optional<int> read_value(KeyReader& keys, std::string_view key, Need need) {
  Text value;
  if (!keys.text(key, value, need)) return std::nullopt;
  const std::string_view text = value.value;
  const bool shaped = text.size() == 7 && text[0] == '#';
  const int red = shaped ? hex_pair(text.substr(1, 2)) : -1, green = shaped ? hex_pair(text.substr(3, 2)) : -1, blue = shaped ? hex_pair(text.substr(5, 2)) : -1;
  if (std::min({red, green, blue}) >= 0) return red << 16 | green << 8 | blue;
  keys.error(key, "definition.unknown-value", "\"" + value.value + "\" is no colour", "write six hexadecimal digits, as \"#123F5A\"");
  return std::nullopt;
}

Colour read_colour(const Toml::Member& member, ReadContext& context) {
  Colour colour{member.key, 0, 0, 0, {}, member.key_span};
  KeyReader keys(member.value, context);
  const int value = read_value(keys, "value", Need::required).value_or(0);
  colour.red = value >> 16, colour.green = value >> 8 & 0xFF, colour.blue = value & 0xFF;
  colour.print = read_value(keys, "print", Need::optional);
  keys.string("reversed", colour.reversed);
  read_inks(keys, colour);
  keys.finish();
  return colour;
}

/// Tags as registered for OpenType: four letters or digits each.
void read_features(KeyReader& keys, Style& style) {
  Text features;
  if (!keys.text("features", features)) return;
  if (features.value.empty()) return style.features.clear();
  std::size_t letters = 0;
  for (const char c : features.value + " ") {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool ends = c == ' ' && letters == 4;
    if (!plain && !ends) return keys.error("features", "definition.unknown-value", "\"" + features.value + "\" is no list of OpenType features", "write four-letter tags between spaces, as \"ss11 smcp\"");
    letters = ends ? 0 : letters + 1;
  }
  style.features = features.value;
}

void read_justification(KeyReader& keys, Justification& into) {
  keys.integer("space-least", into.space_least, {10, 100});
  keys.integer("space", into.space, {10, 300});
  keys.integer("space-most", into.space_most, {100, 1000});
  keys.integer("letter-fit", into.letter_fit, {0, 100});
  if (into.space < into.space_least || into.space > into.space_most)
    keys.error("space", "definition.unknown-value", "the space lies outside its limits", "give a value from \"space-least\" to \"space-most\"");
}

void read_hyphenation(KeyReader& keys, Hyphenation& into) {
  keys.integer("hyphen-letters", into.letters, {1, 20});
  keys.integer("most-hyphens", into.most_in_row, {1, 10});
  int penalty = 0;
  if (keys.integer("hyphen-penalty", penalty, {0, 10000})) into.penalty = penalty;
}

TabStop read_tab(const Toml& table, ReadContext& context) {
  TabStop stop;
  KeyReader keys(table, context);
  keys.length("at", stop.at, Need::required);
  keys.choice("align", stop.align, tab_aligns);
  keys.string("leader", stop.leader);
  keys.finish();
  return stop;
}

void read_own(KeyReader& keys, const Theme& theme, Style& style, Need need) {
  keys.string("family", style.family, need);
  keys.integer("weight", style.weight, {100, 900});
  keys.boolean("italic", style.italic);
  keys.length("size", style.size, need);
  keys.length("leading", style.leading, need);
  keys.integer("tracking", style.tracking, {-500, 2000});
  read_ink(keys, "colour", theme, style.ink, need);
  keys.choice("figures", style.figures, figure_kinds);
  keys.boolean("tabular", style.tabular);
  read_features(keys, style);
  keys.boolean("hyphenate", style.hyphenate);
  read_hyphenation(keys, style.hyphenation);
  read_justification(keys, style.justification);
  keys.integer("last-line", style.last_line, {0, 100});
  keys.integer("drop-cap", style.drop_cap, {0, 4});
  if (style.drop_cap == 1) keys.error("drop-cap", "definition.unknown-value", "an initial stands beside two lines or more", "give 2, 3 or 4, or take the key out");
  if (keys.has("tab")) style.tabs.clear();
  for (const Toml* tab : keys.tables("tab")) style.tabs.push_back(read_tab(*tab, keys.context()));
  keys.string("language", style.language);
  keys.choice("align", style.align, aligns);
  keys.boolean("balance", style.balance);
  keys.length("indent", style.indent);
  keys.length("before", style.before);
  keys.length("after", style.after);
}

}  // namespace

bool read_ink(KeyReader& keys, std::string_view key, const Theme& theme, Ink& into, Need need) {
  Text role;
  if (!keys.text(key, role, need)) return false;
  const std::optional<Ink> ink = theme.ink(role.value);
  if (ink) return into = *ink, true;
  keys.error(key, "definition.unknown-colour", "there is no colour \"" + role.value + "\" in the palette", did_you_mean(role.value, names_of(theme.palette)));
  return false;
}

void read_palette(const Toml* table, Theme& theme, ReadContext& context) {
  const Toml::Table* members = members_of(table);
  if (members == nullptr) return;
  for (const Toml::Member& member : *members) theme.palette.push_back(read_colour(member, context));
  for (const Colour& colour : theme.palette)
    if (!colour.reversed.empty() && !theme.ink(colour.reversed))
      context.diagnostics.error("definition.unknown-colour", "\"" + colour.name + "\" is reversed to \"" + colour.reversed + "\", which is no colour of the palette",
                                colour.span, did_you_mean(colour.reversed, names_of(theme.palette)));
}

void read_styles(const Toml* table, Theme& theme, ReadContext& context) {
  const Toml::Table* members = members_of(table);
  if (members == nullptr) return;
  for (const Toml::Member& member : *members) {
    KeyReader keys(member.value, context);
    Style style;
    Text like;
    if (keys.text("like", like)) {  // only a style above can be meant, so no circle can arise
      const Style* model = theme.style(like.value);
      if (model != nullptr) {
        style = *model;
      } else {
        keys.error("like", "definition.unknown-style", "there is no style \"" + like.value + "\" above this one", did_you_mean(like.value, names_of(theme.styles)));
      }
    }
    style.name = member.key;
    style.span = member.key_span;
    read_own(keys, theme, style, like.empty() ? Need::required : Need::optional);
    keys.finish();
    theme.styles.push_back(std::move(style));
  }
}

void read_rules(const Toml* table, Theme& theme, ReadContext& context) {
  const Toml::Table* members = members_of(table);
  if (members == nullptr) return;
  for (const Toml::Member& member : *members) {
    KeyReader keys(member.value, context);
    Rule rule{member.key, {}, {}};
    keys.length("width", rule.width, Need::required);
    read_ink(keys, "colour", theme, rule.ink, Need::required);
    keys.finish();
    theme.rules.push_back(std::move(rule));
  }
}

}  // namespace tilstand::definition
