// SPDX-License-Identifier: Apache-2.0
#include "cli/list_figures.hpp"

#include <algorithm>
#include <iostream>
#include <vector>

#include "base/suggest.hpp"
#include "provenance/entries.hpp"
#include "provenance/write.hpp"

namespace tilstand::cli {
namespace {

using Listing = Command::Listing;
using provenance::Entry;

/// Names that `--of` can be: figures, and columns and members of the data.
std::vector<std::string> names_in(const data::Dataset& dataset) {
  std::vector<std::string> names;
  for (const data::Figure& figure : dataset.figures) names.push_back(figure.name);
  for (const auto& [name, table] : dataset.tables)
    for (const tables::Column& column : table.columns()) names.push_back(name + "." + column.name);
  for (const auto& [name, record] : dataset.records)
    for (const data::Record::Member& member : record.members) names.push_back(name + "." + member.name);
  return names;
}

bool is_known(const Command& command, const build::Report& report, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.list().size();
  const std::vector<std::string>& labels = report.settled().labels;
  if (command.at && std::find(labels.begin(), labels.end(), *command.at) == labels.end())
    diagnostics.error("cli.no-such-page", "no page is printed \"" + *command.at + "\"; the report has " + std::to_string(labels.size()) + " pages", {},
                      did_you_mean(*command.at, labels));
  const std::vector<std::string> names = names_in(report.dataset());
  if (command.of && std::find(names.begin(), names.end(), *command.of) == names.end())
    diagnostics.error("cli.no-such-figure", "the data have no figure \"" + *command.of + "\"", {}, did_you_mean(*command.of, names));
  return diagnostics.list().size() == before;
}

/// A value may rest on several columns, "rows.low, rows.high".
bool tells_of(const std::string& names, const std::string& name) { return (", " + names + ", ").find(", " + name + ", ") != std::string::npos; }

class Lister {
 public:
  explicit Lister(Listing listing) : listing_(listing) {
    if (listing_ == Listing::csv) std::cout << provenance::csv_head();
    if (listing_ == Listing::json) std::cout << "[";
    if (listing_ == Listing::table) std::cout << provenance::table_head();
  }
  void add(const Entry& entry) {
    if (listing_ == Listing::csv) std::cout << provenance::csv_line(entry);
    if (listing_ == Listing::json) std::cout << (count_ == 0 ? "\n  " : ",\n  ") << provenance::json_object(entry);
    if (listing_ == Listing::table) std::cout << provenance::table_line(entry);
    ++count_;
  }
  void end() {
    if (listing_ == Listing::json) std::cout << (count_ == 0 ? "]\n" : "\n]\n");
    std::cout << std::flush;
  }

 private:
  Listing listing_;
  std::size_t count_ = 0;
};

}  // namespace

void list_figures(const Command& command, build::Report& report, const Sources& sources, Diagnostics& diagnostics) {
  if (!is_known(command, report, diagnostics)) return;
  Lister lister(command.listing);
  report.scenes([&](scene::Page&& page) {
    if (command.at && page.label != *command.at) return;
    for (const Entry& entry : provenance::entries_of(page, {report.tree(), report.dataset(), sources}))
      if (!command.of || tells_of(entry.name, *command.of)) lister.add(entry);
  }, diagnostics);
  lister.end();
  if (!std::cout) diagnostics.error("build.cannot-write", "standard output can't be written", {});
}

}  // namespace tilstand::cli
