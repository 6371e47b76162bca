// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/source.hpp"
#include "content/tree.hpp"
#include "data/dataset.hpp"
#include "scene/page.hpp"

namespace tilstand::provenance {

/// A printed number, followed back to the cells that it rests on.
struct Entry {
  std::uint32_t page = 0;      ///< of the sheet, from 1
  std::string folio;           ///< its printed number
  std::string value;           ///< as printed, without the line ends and hyphens of its place
  bool drawn = false;          ///< a mark shows it and no word says it
  std::string name;            ///< of the figure, column or member
  std::string years;           ///< "2021", "2020, 2021"; empty: it is of no year
  std::string form;
  std::string cells;           ///< "data/2021/values.csv:12:12"; several between "; ", stretches "values.csv:2:14–90"
  std::string pointers;        ///< JSON pointers of cells in JSON files, between "; "
  std::string source;          ///< who counted it
  std::string derivation;      ///< expression over figures or columns; empty: it is what the cell says
  std::string inputs;          ///< observations that a derived figure was reckoned from: "trust[2020], trust[2021]"
  scene::TagId tag{};          ///< the structure element that it stands in
};

/// What the entries are made from.
struct Origins {
  const content::Tree& tree;
  const data::Dataset& dataset;
  const Sources& sources;
  std::string folder{};  ///< files in it are named from there; empty: as they were given
};

/// The entries of a page in reading order, what stands outside the text (running heads) first.
std::vector<Entry> entries_of(const scene::Page& page, const Origins& origins);

}  // namespace tilstand::provenance
