// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace tilstand::manifest {

/// A file with the SHA-256 of its bytes.
struct File {
  std::string path;
  std::string sha256;
};

/// One year's value of a figure.
struct Value {
  int year = 0;
  std::string number;   ///< as the data write it, "47" or "-3.5"
  std::string place;    ///< its cell, "values.csv:12:12"
};

/// A figure of the data.
struct Figure {
  std::string name;
  int year = 0;                               ///< of the value that is printed; 0: it has none
  std::map<std::string, std::string> fields;  ///< label, unit, favourable, scope, source; of a data folder all columns of its row
  std::vector<Value> values;                  ///< ordered by year

  const Value* at(int wanted) const;
  const Value* current() const { return at(year); }
  /// Empty when there is no such field.
  std::string field(const std::string& key) const;
};

/// A run of pages with an own place in the report.
struct Part {
  std::string id, title;
  std::string digest;                         ///< of its blocks
  std::uint32_t first = 0, last = 0;          ///< pages, from 1; 0: it has none
};

/// The smallest thing that is compared: a paragraph, a figure, the row of a table.
struct Block {
  std::string kind;                           ///< "paragraph", "row", …
  std::uint32_t part = 0;                     ///< index into the parts
  std::string digest;                         ///< of what it says, not of how it looks
  std::string words;                          ///< its first words; rows have none
};

/// A page. Its digests leave out running heads, page numbers and change bars.
struct Page {
  std::string label;                          ///< printed number
  std::uint32_t part = no_part;               ///< index into the parts
  std::string text;                           ///< digest of its words
  std::string looks;                          ///< digest of all that is drawn, seen from the live area
  std::int64_t left = 0;                      ///< left edge of the live area, layout units
  std::vector<std::uint32_t> blocks;          ///< indices of those that stand on it, ascending
  static constexpr std::uint32_t no_part = 0xFFFFFFFF;
};

/// What a built edition says of itself: enough to tell two editions apart without their data.
struct Manifest {
  std::string program;
  std::vector<std::string> libraries;         ///< sorted, as "name version"
  std::string series;                         ///< the report's name as its definition writes it: the same for all years
  std::string title, language, date;
  std::string data;                           ///< folder of the data, seen as the inputs are
  File output;
  std::vector<Part> parts;
  std::vector<Page> pages;
  std::vector<Block> blocks;                  ///< in reading order
  std::vector<Figure> figures;                ///< in the order of the data
  std::vector<File> inputs;                   ///< sorted by path
};

/// The manifest as JSON, one line an entry.
std::string to_json(const Manifest& manifest);

}  // namespace tilstand::manifest
