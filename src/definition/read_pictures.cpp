// SPDX-License-Identifier: Apache-2.0
#include "definition/read_pictures.hpp"

#include "base/suggest.hpp"
#include "definition/read_blocks.hpp"
#include "definition/read_styles.hpp"

namespace tilstand::definition {
namespace {

constexpr std::array<std::pair<std::string_view, Fit>, 3> fits{{{"contain", Fit::contain}, {"cover", Fit::cover}, {"none", Fit::none}}};
using Edges = PanelStyle::Edges;
constexpr std::array<std::pair<std::string_view, Edges>, 3> edge_words{{{"all", Edges::all}, {"head-and-foot", Edges::head_and_foot}, {"side", Edges::side}}};

/// A length above zero.
void read_extent(KeyReader& keys, std::string_view key, std::optional<Length>& into) {
  if (!keys.length(key, into) || into->units > 0) return;
  keys.error(key, "definition.out-of-range", "expected a length above zero");
  into.reset();
}

void read_focus(KeyReader& keys, std::string_view key, double& into) {
  std::optional<double> given;
  if (!keys.real(key, given) || !given) return;
  if (*given >= 0 && *given <= 100) into = *given;
  else keys.error(key, "definition.out-of-range", "expected per cent, from 0 to 100");
}

}  // namespace

Image read_image(KeyReader& keys) {
  Image body;
  keys.text("file", body.file, Need::required);
  keys.text("alt", body.alt);
  keys.boolean("decorative", body.decorative);
  keys.text("title", body.title);
  keys.text("caption", body.caption);
  keys.text("credit", body.credit);
  read_extent(keys, "width", body.width);
  read_extent(keys, "height", body.height);
  keys.choice("fit", body.fit, fits);
  read_focus(keys, "focus-x", body.focus_x);
  read_focus(keys, "focus-y", body.focus_y);
  if (body.alt.empty() && !body.decorative)
    keys.error("alt", "definition.missing-key", "missing key \"alt\": what the picture shows", "describe it for those who can't see it, or set decorative = true");
  if (body.decorative && (!body.alt.empty() || !body.title.empty() || !body.caption.empty() || !body.credit.empty()))
    keys.error("decorative", "definition.conflict", "a decorative picture has words; expected none", "take out decorative, or the words");
  if (body.fit == Fit::cover && !body.height)
    keys.error("fit", "definition.missing-key", "missing key \"height\": without it nothing is cut off");
  return body;
}

PullQuote read_pull_quote(KeyReader& keys) {
  PullQuote body;
  keys.text("text", body.text, Need::required);
  keys.text("attribution", body.attribution);
  return body;
}

MasterPicture read_master_picture(const Toml& table, ReadContext& context) {
  MasterPicture picture;
  KeyReader keys(table, context);
  keys.text("file", picture.file, Need::required);
  keys.length("left", picture.left);
  keys.length("top", picture.top);
  read_extent(keys, "width", picture.width);
  read_extent(keys, "height", picture.height);
  keys.boolean("cover", picture.cover);
  if (picture.cover && (!picture.width || !picture.height))
    keys.error("cover", "definition.missing-key", "missing key \"width\" or \"height\": there is no room to cover");
  keys.finish();
  return picture;
}

void read_panels(const Toml* table, Theme& theme, ReadContext& context) {
  const auto* members = table == nullptr ? nullptr : std::get_if<Toml::Table>(&table->value);
  if (members == nullptr) return;
  for (const Toml::Member& member : *members) {
    KeyReader keys(member.value, context);
    PanelStyle style;
    style.name = member.key;
    style.span = member.key_span;
    Ink ground;
    if (read_ink(keys, "ground", theme, ground)) style.ground = ground;
    Text rule;
    if (keys.text("rule", rule)) style.rule = rule.value;
    if (!style.rule.empty() && theme.rule(style.rule) == nullptr) {
      std::vector<std::string> known;
      for (const Rule& one : theme.rules) known.push_back(one.name);
      keys.error("rule", "definition.unknown-value", "there is no rule \"" + style.rule + "\" in the theme", did_you_mean(style.rule, known));
    }
    keys.choice("edges", style.edges, edge_words);
    keys.length("padding", style.padding);
    if (style.padding < Length{}) keys.error("padding", "definition.out-of-range", "expected a length of zero or more");
    keys.finish();
    theme.panels.push_back(std::move(style));
  }
}

}  // namespace tilstand::definition
