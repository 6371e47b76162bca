// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "base/suggest.hpp"
#include "definition/read.hpp"

namespace tilstand::definition {
namespace {

constexpr const char* needed_styles[] = {
    "body", "side-head", "side-note", "note", "statement", "lead", "h1", "h2", "h3", "overline", "caption-title", "caption-number", "caption-unit",
    "source", "cell", "cell-head", "cell-strong", "tile-label", "tile-value", "tile-unit-sign", "tile-unit", "tile-trend", "tile-before", "tile-source",
    "key-value", "key-sentence", "key-label", "chart-label", "chart-value", "chart-before", "tick", "chart-note", "status-word", "folio", "running",
    "thumb", "toc-title", "toc-subtitle", "toc-page", "list-label", "fact-label", "fact-text", "panel-title"};
constexpr const char* needed_rules[] = {"section", "figure", "table", "head", "row", "group", "tile", "toc", "note", "axis", "grid", "panel"};
constexpr const char* needed_roles[] = {"ink", "structure", "accent", "grey", "water", "hairline", "paper"};

/// Reports names that the theme lacks.
class NameCheck {
 public:
  NameCheck(const Theme& theme, Diagnostics& diagnostics) : theme_(theme), diagnostics_(diagnostics) {
    for (const Style& style : theme.styles) styles_.push_back(style.name);
    for (const Master& master : theme.masters) masters_.push_back(master.name);
  }

  /// What the program sets by name itself. A theme without any has been told so.
  void needed() {
    std::vector<std::string> styles, rules, roles;
    for (const char* name : needed_styles)
      if (theme_.style(name) == nullptr) styles.emplace_back(name);
    for (const char* name : needed_rules)
      if (theme_.rule(name) == nullptr) rules.emplace_back(name);
    for (const char* name : needed_roles)
      if (!theme_.ink(name)) roles.emplace_back(name);
    if (!theme_.styles.empty()) missing("definition.unknown-style", "style", styles);
    if (!theme_.rules.empty()) missing("definition.missing-key", "rule", rules);
    if (!theme_.palette.empty()) missing("definition.unknown-colour", "colour", roles);
  }

  void style(const Text& name) {
    if (name.empty() || theme_.styles.empty() || theme_.style(name.value) != nullptr) return;
    diagnostics_.error("definition.unknown-style", "there is no style \"" + name.value + "\" in the theme", name.span, did_you_mean(name.value, styles_));
  }

  void master(const Text& name) {
    if (name.empty() || theme_.masters.empty() || theme_.master(name.value) != nullptr) return;
    diagnostics_.error("definition.unknown-master", "there is no master \"" + name.value + "\" in the theme", name.span, did_you_mean(name.value, masters_));
  }

  void table_style(const Text& name) {
    if (name.empty() || theme_.table_style(name.value) != nullptr) return;
    std::vector<std::string> known;
    for (const TableStyle& one : theme_.table_styles) known.push_back(one.name);
    diagnostics_.error("definition.unknown-style", "there is no table style \"" + name.value + "\" in the theme", name.span, did_you_mean(name.value, known));
  }

  void panel_style(const Text& name) {
    if (name.empty() || theme_.panel(name.value) != nullptr) return;
    std::vector<std::string> known;
    for (const PanelStyle& one : theme_.panels) known.push_back(one.name);
    diagnostics_.error("definition.unknown-style", "there is no panel \"" + name.value + "\" in the theme", name.span, did_you_mean(name.value, known));
  }

  void block(const Block& block) {
    if (std::holds_alternative<Table>(block.body)) table_style(block.style);
    else if (std::holds_alternative<Panel>(block.body)) panel_style(block.style);
    else style(block.style);
    std::visit([&](const auto& body) { inside(body); }, block.body);
  }

 private:
  void missing(const char* code, const std::string& what, const std::vector<std::string>& names) {
    if (names.empty()) return;
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "\"" : ", \"") + name + "\"";
    diagnostics_.error(code, "the theme has no " + what + " " + list, theme_.source, "add [" + what + "." + names.front() + "]");
  }

  void inside(const Prose& prose) {
    style(prose.head_style);
    style(prose.body_style);
  }
  void inside(const Table& table) {
    for (const Column& column : table.columns) {
      style(column.style);
      for (const CellLine& line : column.lines) style(line.style);
    }
  }
  void inside(const Group& group) {
    for (const Block& child : group.children) block(child);
  }
  void inside(const Panel& panel) {
    master(panel.master);
    for (const Block& child : panel.children) block(child);
  }
  void inside(const PageBreak& page) { master(page.master); }
  template <class Other>
  void inside(const Other&) {}

  const Theme& theme_;
  Diagnostics& diagnostics_;
  std::vector<std::string> styles_, masters_;
};

}  // namespace

void check_names(const Definition& definition, const Theme& theme, Diagnostics& diagnostics) {
  NameCheck check(theme, diagnostics);
  check.needed();
  for (const Part& part : definition.parts) {
    check.master(part.master);
    for (const Block& block : part.blocks) check.block(block);
  }
}

}  // namespace tilstand::definition
