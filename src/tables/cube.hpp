// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "tables/json_tree.hpp"
#include "tables/row_taker.hpp"

namespace tilstand::tables {

/// What a JSON-stat dataset says of its cells.
struct CubeShape {
  struct Category {
    Cell id, label;          ///< the label is the id when the file gives none
    std::string unit{};
  };
  struct Dimension {
    Cell name;
    std::vector<Category> categories;
  };
  std::vector<std::string> path;        ///< the parts of the pointer to the dataset
  std::vector<Dimension> dimensions;
  std::uint64_t cells = 1;              ///< product of the sizes

  std::string pointer() const;
  Cube cube() const;
  /// Columns NAME and NAME-label of each dimension, then value, status, unit.
  std::vector<FileColumn> columns() const;
};

/// Reads the shape of the dataset that `at` leads to. Reports data.json-stat (what is no dataset, what is missing in it) and
/// data.wrong-size (sizes that disagree with the categories); nothing then.
std::optional<CubeShape> read_shape(const JsonNode& root, const TableSpec& spec, FileId file, Diagnostics& diagnostics);

}  // namespace tilstand::tables
