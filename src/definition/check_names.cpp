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

  void needed() {
    const SourceSpan at = theme_.styles.empty() ? SourceSpan{} : theme_.styles.front().span;
    const SourceSpan place{at.file, {1, 1}, {1, 2}};
    for (const char* name : needed_styles)
      if (theme_.style(name) == nullptr) diagnostics_.error("definition.unknown-style", std::string("the theme has no style \"") + name + "\"", place);
    for (const char* name : needed_rules)
      if (theme_.rule(name) == nullptr) diagnostics_.error("definition.missing-key", std::string("the theme has no rule \"") + name + "\"", place);
    for (const char* name : needed_roles)
      if (!theme_.ink(name)) diagnostics_.error("definition.unknown-colour", std::string("the theme has no colour \"") + name + "\"", place);
  }

  void style(const Text& name) {
    if (name.empty() || theme_.style(name.value) != nullptr) return;
    diagnostics_.error("definition.unknown-style", "there is no style \"" + name.value + "\" in the theme", name.span, did_you_mean(name.value, styles_));
  }

  void master(const Text& name) {
    if (name.empty() || theme_.master(name.value) != nullptr) return;
    diagnostics_.error("definition.unknown-master", "there is no master \"" + name.value + "\" in the theme", name.span, did_you_mean(name.value, masters_));
  }

  void block(const Block& block) {
    style(block.style);
    std::visit([&](const auto& body) { inside(body); }, block.body);
  }

 private:
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
