// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "registry/facts.hpp"

namespace tilstand::cli {

/// An edition as it lies on the disk, and what its manifest doesn't say.
struct BuiltEdition {
  std::string pdf;
  std::string manifest;        ///< empty: the one beside the PDF
  std::string report;          ///< empty: the report's name, its bindings left out
  std::string edition;         ///< empty: as its file in the folder of editions is called
  std::optional<int> year{};   ///< empty: as the folder of the data is called, else the year of the report's date
};

/// What the register keeps of an edition. A sealed one is known by its first bytes, those of the edition before. Codes: cli.other-file (the PDF is not
/// the one that the manifest tells of), cli.unknown-edition, those of rooms manifest and pdf.
std::optional<registry::Edition> read_edition(const BuiltEdition& of, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::cli
