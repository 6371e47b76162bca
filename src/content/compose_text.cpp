// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "content/composer.hpp"
#include "definition/toml.hpp"

namespace tilstand::content {

namespace {

constexpr int deepest_panel = 24;

}  // namespace

void Composer::heading(const definition::Block& source, const definition::Heading& body, NodeId parent, Scope& scope) {
  if (!body.overline.empty())
    grower_.add(parent, Paragraph{"overline", inlines(body.overline, scope), 0, false, false}, source.source, placement(source, scope));
  const std::string otherwise = "h" + std::to_string(std::min(body.level, 3));
  Paragraph head{style(source, otherwise.c_str(), scope), inlines(body.text, scope), body.level, false, body.listed};
  add(parent, std::move(head), source, scope);
}

void Composer::text(const definition::Block& source, const definition::TextBlock& body, NodeId parent, Scope& scope) {
  Paragraph paragraph{style(source, "body", scope), {}, 0, body.artifact, false};
  if (body.items.rows.empty()) {
    paragraph.inlines = inlines(body.text, scope);
  } else {
    std::vector<std::string> items;
    std::vector<PrintedRanges> ranges;
    each(body.items, scope, [&] { items.push_back(printed(body.text, scope, &ranges.emplace_back())); });
    Inline list;
    list.text = in_.forms.capitalised(in_.forms.list(items));
    for (std::size_t i = 0, at = 0; i < items.size(); ++i) {
      const PrintedRanges carried = carried_over(ranges[i], items[i], list.text, at);
      list.printed.insert(list.printed.end(), carried.begin(), carried.end());
      if (!carried.empty()) at = carried.back().end;
    }
    list.span = source.source;
    paragraph.inlines.push_back(std::move(list));
  }
  if (!paragraph.inlines.empty()) add(parent, std::move(paragraph), source, scope);
}

ProseContext Composer::prose_context(const definition::Prose& body, Scope& scope, std::string& path) {
  ProseContext context{scope, evaluator_, diagnostics_, "side-head", "body", {}};
  if (!body.file.empty()) {
    const std::string name = "/" + resolved(body.file, scope);
    std::error_code failure;
    path = in_.prose_folder + name;
    const Home* home = in_.home;
    if (home == nullptr || std::filesystem::exists(path, failure) || !std::filesystem::exists(home->prose_folder + name, failure)) return context;
    path = home->prose_folder + name;
    prose_at_home_.push_back(body.file.span);
  }
  if (in_.home == nullptr || (body.file.empty() && reading(body.markdown).language.empty())) return context;
  return {scope, home_evaluator_, diagnostics_, "side-head", "body", {}, nullptr, in_.home->forms.language()};
}

void Composer::prose(const definition::Block& source, const definition::Prose& body, NodeId parent, Scope& scope) {
  std::string path;
  ProseContext context = prose_context(body, scope, path);
  context.body_style = style(source, "body", scope);
  context.fenced = [&](const definition::Block& fenced, NodeId place) { block(fenced, place, scope); };
  context.passages = tell_ ? &tell_ : nullptr;
  if (!body.head_style.empty()) context.head_style = body.head_style.value;
  if (!body.body_style.empty()) context.body_style = body.body_style.value;
  const NodeId place = add(parent, Group{}, source, scope);
  if (body.file.empty()) return grow_prose(grower_, place, definition::Located(*reading(body.markdown).text), context);
  if (std::find(open_prose_.begin(), open_prose_.end(), path) != open_prose_.end()) {
    diagnostics_.error("definition.include-loop", "\"" + body.file.value + "\" is included by itself, directly or through another file", body.file.span,
                       "take one of the includes out");
    return;
  }
  const auto file = definition::load_file(path, body.file.span, sources_, diagnostics_);
  if (!file) return;
  open_prose_.push_back(path);
  grow_prose(grower_, place, definition::Located(sources_.text(*file), *file, {1, 1}), context);
  open_prose_.pop_back();
}

/// One notice for all files of prose that the edition's language hasn't got.
void Composer::report_prose_at_home() {
  if (prose_at_home_.empty()) return;
  diagnostics_.notice("content.prose-falls-back", std::to_string(prose_at_home_.size()) + " files of prose are not there in \"" + tree_.language + "\"; those in \"" +
                      in_.home->forms.language() + "\" are taken, tagged as such", prose_at_home_.front(), "write them in " + in_.prose_folder);
}

void Composer::facts(const definition::Block& source, const definition::Facts& body, NodeId parent, Scope& scope) {
  const NodeId list = add(parent, List{false, 1, "fact-text"}, source, scope);
  for (const definition::Fact& fact : body.items) {
    ListItem label{{}, true, "fact-label"};
    label.label = printed(fact.label, scope, &label.label_printed);
    const NodeId item = grower_.add(list, std::move(label), fact.label.span);
    grower_.add(item, Paragraph{"fact-text", inlines(fact.text, scope), 0, false, false}, fact.text.span);
  }
}

void Composer::group(const definition::Block& source, const definition::Group& body, NodeId parent, Scope& scope) {
  const NodeId id = add(parent, Group{body.columns, body.ruled, body.flow}, source, scope);
  for (const definition::Block& child : body.children) block(child, id, scope);
}

void Composer::panel(const definition::Block& source, const definition::Panel& body, NodeId parent, Scope& scope) {
  int depth = 0;
  for (NodeId above = parent; above; above = grower_.node(above).parent) depth += std::holds_alternative<Panel>(grower_.node(above).body) ? 1 : 0;
  if (depth >= deepest_panel) {
    diagnostics_.error("content.too-deep", "panels stand inside one another more than " + std::to_string(deepest_panel) + " deep", source.source, "nest panels less deeply");
    return;
  }
  const NodeId id = add(parent, Panel{resolved(body.master, scope), resolved(source.style, scope)}, source, scope);
  if (!body.overline.empty()) grower_.add(id, Paragraph{"overline", inlines(body.overline, scope), 0, false, false}, body.overline.span);
  if (!body.title.empty()) grower_.add(id, Paragraph{"panel-title", inlines(body.title, scope), 2, false, true}, body.title.span);
  for (const definition::Block& child : body.children) block(child, id, scope);
}

}  // namespace tilstand::content
