// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"

namespace tilstand::cli {

/// What the printer is to be told of a PDF.
struct PressSheet {
  std::string input, out;                  ///< paths of PDFs
  std::string definition = "layouts/press-sheet.toml";
  std::string language = "nb";
  std::string paper{}, cover_paper{}, binding{};
  std::optional<std::uint32_t> copies{};
};

/// Writes one page with what the file says of itself and what the user said of the run, set by `definition` over data that
/// are made for it. False when it fails: codes of rooms pdf and build.
bool write_press_sheet(const PressSheet& request, std::optional<std::int64_t> epoch, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::cli
