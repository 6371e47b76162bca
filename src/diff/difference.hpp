// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tilstand::diff {

enum class Kind { changed, added, gone };

/// One thing that is not as it was; an empty text stands for nothing.
struct Change {
  std::string what;                       ///< "value", "2020", "unit", a column, "line 5"
  std::string before, after;
  std::string place_before{}, place_after{};  ///< "values.csv:12:12", as seen from the side's folder
};

/// A figure, a row, a file, a part …
struct Entry {
  Kind kind = Kind::changed;
  std::string name;
  std::string label{};                    ///< in the report's language; empty: the name says it
  std::vector<Change> changes{};
};

/// Entries of one sort; empty when nothing differs.
struct Section {
  std::string id;                         ///< "figures"
  std::string title;                      ///< "Figures"
  std::vector<Entry> entries;
};

/// A marked place of a picture, per mille of its width and height.
struct Region {
  int left = 0, top = 0, width = 0, height = 0;
  bool operator==(const Region&) const = default;
};

/// A page of one side.
struct SidePage {
  std::uint32_t index = 0;                ///< from 0
  std::string label;                      ///< printed number
  std::int64_t left = 0;                  ///< left edge of the live area, layout units
  std::string picture{};                  ///< file name in the folder of the page; empty: not drawn
  std::vector<Region> regions{};
};

/// A page that differs: both sides, or the one that has it.
struct PageDifference {
  Kind kind = Kind::changed;
  std::optional<SidePage> before, after;
  std::string part{};                     ///< title of the part
  std::vector<std::string> words{};       ///< how the blocks begin that are new or have changed
};

/// What is compared.
struct Side {
  std::string path;
  std::string title{};                    ///< of an edition's report
  std::string language{};
  std::size_t pages = 0;
};

/// All that differs, in a fixed order.
struct Difference {
  bool editions = false;                  ///< else folders of data
  Side before, after;
  std::vector<Section> sections;
  std::vector<PageDifference> pages;

  bool empty() const;
};

/// Lines for a terminal.
std::string to_text(const Difference& difference);
std::string to_json(const Difference& difference);
/// A page that stands for itself but for its pictures; readable by screen readers, in print and without colour.
std::string to_html(const Difference& difference);

}  // namespace tilstand::diff
