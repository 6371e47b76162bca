// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "diff/difference.hpp"

namespace tilstand::diff {

/// What the user asked for.
struct Request {
  std::string before, after;  ///< folders of data, or editions: manifest, PDF, or the folder that they lie in
  std::string language{};     ///< of the number forms; empty: the edition's, or that of the only prose of the newer data, else English
  std::string out{};          ///< folder to write a page with pictures into; empty: none
};

/// Whether both sides are of one kind; only then can they be compared.
bool comparable(const Request& request);

/// Compares the two sides. With `out`, pages of editions that differ are drawn, and `index.html` with their pictures is
/// written: all of it or nothing. Codes: those of data folders and manifests; diff.wrong-pdf and diff.no-pdf (an edition's
/// PDF is not the one of its manifest, or isn't there), diff.cannot-draw (the machine has no pdftoppm, or it failed),
/// build.cannot-write.
std::optional<Difference> run(const Request& request, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::diff
