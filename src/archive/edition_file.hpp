// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "manifest/manifest.hpp"

namespace tilstand::archive {

/// An edition's PDF and what its manifest says of it.
struct EditionFile {
  std::string pdf, manifest_path;
  manifest::Manifest manifest;
  std::uint64_t built_bytes = 0;  ///< of the PDF as it was built: a seal appends to it (ISO 32000-1, 7.5.6)
  std::int64_t epoch = 0;         ///< date of the file, seconds since 1970
};

/// How many bytes at the beginning of a PDF have the digest `sha256`: all, or up to one of its ends of file. Nothing when
/// none has, so that more was done to it than to append.
std::optional<std::uint64_t> built_size(const std::string& bytes, const std::string& sha256);

/// Seconds since 1970 of the day in "D:20211231000000Z" or "2021-12-31"; nothing when there is none.
std::optional<std::int64_t> epoch_of(const std::string& date);

/// Reads the PDF and its manifest (empty: beside it). Codes: archive.other-edition when the manifest is of other bytes,
/// archive.missing-input, those of rooms manifest and pdf.
std::optional<EditionFile> read_edition_file(const std::string& pdf, const std::string& manifest, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::archive
