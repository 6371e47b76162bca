// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "data/claim.hpp"
#include "data/figure.hpp"
#include "data/units.hpp"
#include "definition/definition.hpp"
#include "tables/geometry.hpp"
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
  /// The columns that together tell the rows of a table apart, by the table's name; none: no entry. A selection has those of its table.
  std::map<std::string, std::vector<std::string>> keys;
  std::map<std::string, tables::Geometry> geometries;  ///< shapes of maps
  std::map<std::string, Record> records;
  std::vector<Figure> figures;  ///< in file order, derived ones last; a figure's id is its index
  int status_year = 0;          ///< 0: not said
  Units units;                  ///< units that the data name themselves
  std::vector<Claim> claims;    ///< what the data say must agree

  /// The cells of each figure's fields, by column name; derived figures have none.
  std::vector<std::map<std::string, SourceSpan>> field_places;

  const Figure* figure(const std::string& name) const;
  /// The cell of a figure's field; no file when it has none.
  SourceSpan field_place(FigureId figure, const std::string& field) const;
};

/// Reads `<folder>/data.toml` and every file it names. Reports all mistakes (data.missing-file, data.ragged-row,
/// data.wrong-type, data.duplicate-key, data.unknown-column, definition.invalid-utf8, data.bad-number, …) and returns what could be read.
std::optional<Dataset> read_dataset(const std::string& folder, Sources& sources, Diagnostics& diagnostics);

/// The checks on figures and claims, each with the severity that the definition gives it; what is acknowledged is a notice that carries
/// the reason. Codes: those of `definition::check_kinds`, those of `Reckoner` for claims, definition.unknown-value for a unit of
/// `[trend.flat-within]` that there is not.
void check_dataset(const Dataset& dataset, const definition::Definition& definition, Diagnostics& diagnostics);

}  // namespace tilstand::data
