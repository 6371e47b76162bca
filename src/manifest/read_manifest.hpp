// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "manifest/manifest.hpp"

namespace tilstand::manifest {

/// What somebody may name to compare with.
struct Place {
  enum class Kind { data, edition } kind = Kind::edition;
  std::string path;  ///< of the folder of data, or of the edition's manifest
};
/// A folder of data is one with a `data.toml`; any other folder stands for the only manifest in it, and a PDF for the
/// manifest beside it.
Place place_of(const std::string& path);

/// Whether a manifest is of an edition of the report `series`; if not, it is reported (manifest.other-report).
bool check_series(const Manifest& manifest, const std::string& path, const std::string& series, Diagnostics& diagnostics);

/// Reads the manifest of a built edition. Codes: manifest.missing-file, manifest.not-json, manifest.not-a-manifest (what a
/// member holds is not what a manifest holds there, or it is missing).
std::optional<Manifest> read_manifest(const std::string& path, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::manifest
