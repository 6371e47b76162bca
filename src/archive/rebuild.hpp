// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/record.hpp"
#include "base/diagnostic.hpp"

namespace tilstand::archive {

/// Why a rebuilt edition has other bytes, the likeliest reason first.
struct Reason {
  enum class Kind { program, library, input, file, page, none } kind = Kind::none;
  std::string text;
};

/// An edition built again from the sources in its package.
struct Rebuilt {
  Packaged edition;
  bool same = false;          ///< byte for byte, as far as the packaged one was built and not appended
  std::uint64_t bytes = 0;
  std::string pdf;            ///< where the new one lies
  std::vector<Reason> reasons;///< empty when it is the same
};

/// Builds an edition into `work` and compares. `root`: the folder of the package's METS.xml. Nothing when it can't be built. Codes:
/// archive.outside (its sources name a file that is not in the package), archive.missing-file, those of a build.
std::optional<Rebuilt> rebuild(const std::string& root, const Record& record, const Packaged& edition, const std::string& work, Diagnostics& diagnostics);

const char* name_of(Reason::Kind kind);

/// For people: a line an edition, and one a reason.
std::string to_text(const std::vector<Rebuilt>& all);
/// For programs: one object.
std::string to_json(const std::vector<Rebuilt>& all);

}  // namespace tilstand::archive
