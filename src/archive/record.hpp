// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace tilstand::archive {

/// What a judge has said of a PDF.
struct Verdict {
  std::string judge;    ///< "veraPDF 1.28.2"
  std::string flavour;  ///< "2a", "ua1"
  std::string pdf;      ///< name of the file that was judged
  bool passes = false;
  std::string report{}; ///< path in the package
};

/// Who has sealed the edition, as the seal itself says.
struct SealedBy {
  std::string signer;
  std::string time;  ///< of its time stamp, else as the signer says; ISO 8601
};

/// An edition that the package holds and that its sources give again.
struct Packaged {
  std::string name;      ///< of the edition, "archive"
  std::string pdf, manifest;  ///< paths in the package
  std::string sha256;    ///< of the PDF as it was built, before it was sealed
  std::uint64_t built_bytes = 0;  ///< how many bytes that is: what stands behind was appended
  std::int64_t epoch = 0;///< date of the file, seconds since 1970
};

/// What a package says of itself to the program: enough to build its editions again.
struct Record {
  std::string id;                       ///< of the package
  std::string program;                  ///< "tilstand 0.1.0"
  std::vector<std::string> libraries;   ///< as "name version", sorted
  std::string title, author, subject, keywords, licence, language, date;  ///< of the report
  std::string created;                  ///< of the package, ISO 8601
  std::size_t pages = 0;
  std::string sources;                  ///< folder of all that the editions were made from
  std::string definition, data;         ///< paths within it
  std::vector<Packaged> editions;       ///< the archival one first
  std::vector<Verdict> verdicts;
  std::vector<SealedBy> seals;          ///< of the archival edition
  std::string rebuilt;                  ///< of the archival edition when it was packed: "same" or "different"
};

/// As JSON, for `record_path`.
std::string to_json(const Record& record);
/// Reads what `to_json` writes. Code: archive.bad-record.
std::optional<Record> read_record(const std::string& bytes, const std::string& name, Diagnostics& diagnostics);

inline constexpr std::string_view record_path = "metadata/other/edition.json";

}  // namespace tilstand::archive
