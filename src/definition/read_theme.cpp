// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "base/suggest.hpp"
#include "definition/read.hpp"
#include "definition/read_inks.hpp"
#include "definition/read_pictures.hpp"
#include "definition/read_styles.hpp"
#include "definition/reader.hpp"

namespace tilstand::definition {
namespace {

constexpr int most_columns = 48;

void read_page(const Toml* table, Theme& theme, ReadContext& context) {
  if (table == nullptr) return;
  KeyReader keys(*table, context);
  Page& page = theme.page;
  keys.length("width", page.trim.width, Need::required);
  keys.length("height", page.trim.height, Need::required);
  keys.length("head", page.head, Need::required);
  keys.length("foot", page.foot, Need::required);
  keys.length("inner", page.inner, Need::required);
  keys.length("outer", page.outer, Need::required);
  keys.integer("columns", page.columns, {1, most_columns}, Need::required);
  keys.length("gutter", page.gutter, Need::required);
  keys.length("baseline", page.baseline, Need::required);
  keys.integer("facing", page.facing, {0, 400});
  keys.finish();
  const bool room = page.live_width() > Length{} && page.live_height() > Length{} && page.column_width() > Length{} && page.baseline > Length{};
  if (!room && !context.diagnostics.has_errors())
    context.diagnostics.error("definition.unknown-value", "the margins and gutters leave no room on the page", table->span, "make the margins smaller than the page");
}

void read_running(const Toml* table, Theme& theme, ReadContext& context) {
  if (table == nullptr) return;
  KeyReader keys(*table, context);
  keys.length("baseline", theme.running_baseline, Need::required);
  keys.integer("column", theme.running_column, {1, most_columns});
  keys.finish();
}

Frame read_frame(const Toml& table, ReadContext& context) {
  Frame frame;
  KeyReader keys(table, context);
  keys.string("name", frame.name, Need::required);
  keys.integer("column", frame.column, {1, most_columns});
  keys.integer("span", frame.span, {1, most_columns});
  keys.length("top", frame.top);
  keys.length("shift", frame.shift);
  keys.length("height", frame.height);
  keys.boolean("flow", frame.flow);
  keys.finish();
  return frame;
}

Master read_master(const Toml& table, const Theme& theme, ReadContext& context) {
  Master master;
  KeyReader keys(table, context);
  master.span = table.span;
  keys.string("name", master.name, Need::required);
  Ink ground;
  if (read_ink(keys, "ground", theme, ground)) master.ground = ground;
  keys.boolean("reversed", master.reversed);
  keys.boolean("folio", master.folio);
  keys.boolean("thumb", master.thumb);
  keys.string("next", master.next);
  keys.string("left", master.left);
  keys.boolean("turned", master.turned);
  keys.string("right", master.right);
  for (const Toml* frame : keys.tables("frame", Need::required)) master.frames.push_back(read_frame(*frame, context));
  for (const Toml* picture : keys.tables("picture")) master.pictures.push_back(read_master_picture(*picture, context));
  keys.finish();
  return master;
}

void check_masters(const Theme& theme, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const Master& master : theme.masters) names.push_back(master.name);
  for (const Master& master : theme.masters)
    for (const std::string& other : {master.next, master.left, master.right})
      if (!other.empty() && theme.master(other) == nullptr)
        diagnostics.error("definition.unknown-master", "master \"" + master.name + "\" leads to \"" + other + "\", which there is not", master.span,
                          did_you_mean(other, names));
}

constexpr std::array<std::pair<std::string_view, NoteNumbers>, 3> note_numbers{
    {{"report", NoteNumbers::report}, {"part", NoteNumbers::part}, {"page", NoteNumbers::page}}};

constexpr std::array<std::pair<std::string_view, RuleLevel>, 3> rule_levels{
    {{"off", RuleLevel::off}, {"warning", RuleLevel::warning}, {"error", RuleLevel::error}}};

void read_guarantees(const Toml* table, Theme& theme, ReadContext& context) {
  if (table == nullptr) return;
  KeyReader keys(*table, context);
  Guarantees& rules = theme.guarantees;
  keys.choice("widow", rules.widow, rule_levels);
  keys.choice("orphan", rules.orphan, rule_levels);
  keys.choice("heading", rules.heading, rule_levels);
  keys.choice("last-page", rules.last_page, rule_levels);
  keys.choice("overfull", rules.overfull, rule_levels);
  keys.choice("stretch", rules.stretch, rule_levels);
  keys.choice("hyphens", rules.hyphens, rule_levels);
  keys.integer("heading-part", rules.heading_part, {2, 100});
  keys.integer("last-page-lines", rules.least_last_lines, {1, 100});
  keys.integer("most-space", rules.most_space, {100, 1000});
  keys.integer("most-hyphens", rules.most_hyphens, {1, 100});
  keys.finish();
}

void read_notes(const Toml* table, Theme& theme, ReadContext& context) {
  if (table == nullptr) return;
  KeyReader keys(*table, context);
  keys.choice("numbers", theme.note_numbers, note_numbers);
  keys.finish();
}

}  // namespace

std::optional<Theme> read_theme(const std::string& path, Sources& sources, Diagnostics& diagnostics, SourceSpan wanted_by) {
  const std::optional<FileId> file = load_file(path, wanted_by, sources, diagnostics);
  if (!file) return std::nullopt;
  const std::optional<Toml> root = parse_toml(*file, sources, diagnostics);
  if (!root) return std::nullopt;
  ReadContext context{diagnostics};
  Theme theme;
  theme.source = {*file, {1, 1}, {1, 2}};
  KeyReader keys(*root, context);
  int format = 0;
  keys.integer("format", format, {1, 1});
  keys.integer("side-span", theme.side_span, {1, most_columns});
  read_page(keys.table("page", Need::required), theme, context);
  context.unit = theme.page.baseline;
  read_running(keys.table("running", Need::required), theme, context);
  read_notes(keys.table("notes"), theme, context);
  read_guarantees(keys.table("guarantees"), theme, context);
  read_palette(keys.table("colour", Need::required), theme, context);
  read_chart_palettes(keys.table("palette"), theme, context);
  read_styles(keys.table("style", Need::required), theme, context);
  read_rules(keys.table("rule", Need::required), theme, context);
  read_table_styles(keys.table("table-style"), theme, context);
  read_panels(keys.table("panel"), theme, context);
  keys.integer("least-resolution", theme.least_resolution, {0, 2400});
  for (const Toml* master : keys.tables("master", Need::required)) theme.masters.push_back(read_master(*master, theme, context));
  keys.finish();
  check_masters(theme, diagnostics);
  check_spots(theme, diagnostics);
  return theme;
}

}  // namespace tilstand::definition
