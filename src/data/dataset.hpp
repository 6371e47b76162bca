// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "data/figure.hpp"
#include "definition/definition.hpp"
#include "tables/table.hpp"

namespace tilstand::data {

/// A named set of single values (`data.toml`, `[record.report]`).
struct Record {
  struct Member {
    std::string name;
    tables::Value value;
    SourceSpan span;
  };
  std::string name;
  std::vector<Member> members;
};

/// All data of one year.
struct Dataset {
  std::string folder;
  std::map<std::string, tables::Table> tables;
  std::map<std::string, std::string> keys;  ///< column of each table that tells its rows apart, by the table's name; none: no entry
  std::map<std::string, Record> records;
  std::vector<Figure> figures;  ///< in file order; a figure's id is its index

  const Figure* figure(const std::string& name) const;
};

/// Reads `<folder>/data.toml` and every file it names. Reports all mistakes (data.missing-file, data.ragged-row,
/// data.wrong-type, data.duplicate-key, data.unknown-column, definition.invalid-utf8, data.bad-number, …) and returns what could be read.
std::optional<Dataset> read_dataset(const std::string& folder, Sources& sources, Diagnostics& diagnostics);

/// The checks on figures: a source's trend label against the derived trend (data.source-disagrees, a notice; when
/// acknowledged the message carries the reason), a figure without source (data.no-source, a notice when acknowledged, else a
/// warning), a rank outside its scope (data.rank-out-of-scope).
void check_figures(const Dataset& dataset, const std::vector<definition::FlatWithin>& flat, Diagnostics& diagnostics);

}  // namespace tilstand::data
