// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "archive/listing.hpp"
#include "archive/record.hpp"
#include "archive/request.hpp"
#include "base/diagnostic.hpp"

namespace tilstand::archive {

/// What was packed.
struct Added {
  bool ok = false;
  bool was_there = false;       ///< the very same package stood there already
  std::string path, id;
  std::string sha256;           ///< of the ZIP file's bytes; of a folder see `digest_of`
  std::string edition_sha256;   ///< of the archival edition, as it is packed
  std::vector<Verdict> verdicts{};
  std::uint64_t files = 0, bytes = 0;
};

/// Makes a package: everything is gathered and described beside the target and put in its place last. A package is never
/// overwritten. The edition is built again from what was gathered before; when other bytes come out, that is a warning
/// (archive.not-rebuilt). Codes: archive.exists, archive.not-conforming, archive.bad-report, archive.no-verdict (a warning), archive.broken-seal, those of
/// `gather`, `Stage`, `rebuild`, `read_edition_file`, `read_print_run`.
Added add(const AddRequest& request, Sources& sources, Diagnostics& diagnostics);

/// One digest of a package in a folder: of lines "SHA-256, two spaces, path", sorted by path.
std::string digest_of(const Listing& files);

}  // namespace tilstand::archive
