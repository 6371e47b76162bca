// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "tables/readers.hpp"

namespace tilstand::tables {

using Rows = std::vector<std::vector<std::string>>;
using Mistakes = std::vector<std::string>;

/// What a reader makes of a text.
struct Reading {
  using Reader = std::vector<Table> (*)(const TableSpec&, FileId, Sources&, Diagnostics&);

  Sources sources;
  Diagnostics diagnostics;
  std::vector<Table> tables;

  Reading(Reader reader, const TableSpec& spec, const std::string& text) { tables = reader(spec, sources.add("file", text), sources, diagnostics); }

  Rows rows(std::size_t table = 0) const {
    Rows rows;
    for (std::size_t row = 0; table < tables.size() && row < tables[table].rows(); ++row) {
      rows.emplace_back();
      for (std::size_t column = 0; column < tables[table].columns().size(); ++column) rows.back().emplace_back(tables[table].text(row, column));
    }
    return rows;
  }
  /// "code line:column" of each mistake.
  Mistakes mistakes() const {
    Mistakes list;
    for (const Diagnostic& one : diagnostics.list())
      list.push_back(one.code + " " + std::to_string(one.span.begin.line) + ":" + std::to_string(one.span.begin.column));
    return list;
  }
};

inline TableSpec spec_of(std::vector<ColumnSpec> columns, const std::string& at = {}) {
  TableSpec spec;
  spec.name = "t";
  spec.at = {at, {}};
  spec.columns = std::move(columns);
  return spec;
}

}  // namespace tilstand::tables
