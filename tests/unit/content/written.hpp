// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "content/compose.hpp"
#include "content/evaluate.hpp"

namespace tilstand::written {

/// Figures of all units: trust 50→47 % (higher is better), wait 30→24 % (lower), rank 4→5 of 27, datasets 4213→9257,
/// steady 60→60.5 %, fresh 12 % without earlier value or source, ratio 2.5→3.1, loss −2→−4.
extern const std::string figures_csv, values_csv;
/// Three goals with a level each: "a", "b", "c"; the middle one stands in another group.
extern const std::string goals_csv;

/// A report written as strings and read by the program's own readers. Its files live in a folder that goes with the object.
class Report {
 public:
  explicit Report(std::string language = "nb");
  ~Report();
  Report(const Report&) = delete;
  Report& operator=(const Report&) = delete;

  /// A prose file of the report.
  void prose(const std::string& name, const std::string& markdown) const { write("data/" + language_ + "/" + name, markdown); }
  void write(const std::string& name, const std::string& text) const;
  /// `[table.NAME]` in data.toml with text columns, and its file.
  void table(const std::string& name, const std::string& columns, const std::string& csv);
  /// Composes what `parts` define. The result is empty when there are errors.
  std::optional<content::Tree> compose(const std::string& parts, const std::string& head = {});
  /// The same in an edition of another language of the layouts, whose texts.toml holds these pairs.
  std::optional<content::Tree> compose_as(const std::string& language, const std::vector<std::pair<std::string, std::string>>& texts, const std::string& parts);
  /// A report of one part with one prose block of this Markdown.
  std::optional<content::Tree> compose_prose(const std::string& markdown);
  /// Reads the data alone.
  const data::Dataset& dataset();
  /// The value of an expression over the data, as prose would print it.
  std::string said(const std::string& expression);
  bool holds(const std::string& condition);

  /// "code file:line:column" of each mistake, in the order of finding.
  std::vector<std::string> mistakes() const;

  Sources sources;
  Diagnostics diagnostics;
  content::Scope scope;
  definition::Words words;
  locale::Forms forms;
  content::PassageSink passages;  ///< takes the passages of what is composed
  content::ReasonFinder reasons;  ///< knows which typed numbers have a reason
  std::vector<definition::FlatWithin> flat{{"percent", 1}};

 private:
  void read(const std::string& parts, const std::string& head);

  std::string language_, folder_, tables_;
  std::optional<definition::Definition> definition_;
  std::optional<data::Dataset> dataset_;
};

/// The words of inlines, marks and line ends left out.
std::string text_of(const std::vector<content::Inline>& inlines);
/// All nodes of one kind, in order.
template <class Kind>
std::vector<NodeId> nodes_of(const content::Tree& tree) {
  std::vector<NodeId> found;
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i)
    if (std::holds_alternative<Kind>(tree.nodes[i].body)) found.push_back({i});
  return found;
}
template <class Kind>
const Kind& body_of(const content::Tree& tree, NodeId id) { return std::get<Kind>(tree[id].body); }
/// The words of every paragraph, in order.
std::vector<std::string> paragraphs(const content::Tree& tree);

}  // namespace tilstand::written
