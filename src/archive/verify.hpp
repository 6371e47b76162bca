// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "archive/opened.hpp"
#include "archive/record.hpp"
#include "base/diagnostic.hpp"

namespace tilstand::archive {

/// What is known of a PDF's seal.
struct SealState {
  enum class Kind { none, valid, invalid, unknown } kind = Kind::none;
  std::string text;  ///< for people: "none", "valid: The Office, …"
};
/// Looks at the seal of a PDF by its path.
using SealReader = std::function<SealState(const std::string& pdf, Diagnostics& diagnostics)>;

/// What a look at a package found; what is wrong is among the diagnostics.
struct Verified {
  std::string package;          ///< as it was named
  std::optional<Record> record; ///< none when it can't be read
  Form form = Form::sip;
  bool is_zip = false;
  std::uint64_t files = 0, bytes = 0;
  std::string sha256;           ///< of the ZIP file's bytes; of a folder see `digest_of`
  SealState seal;
  std::size_t faults = 0;
};

/// Looks at every file of a package: sums and sizes against METS and bag, files that nothing lists, METS and bag against one another, the
/// edition and its sources against their manifest, the verdicts against the reports, the seal. Nothing when it can't be opened. Codes: those
/// of `Opened::open`, archive.missing-file, archive.extra-file, archive.wrong-checksum, archive.disagree, archive.bad-record,
/// archive.broken-seal.
std::optional<Verified> verify(const std::string& package, const SealReader& seal, Diagnostics& diagnostics);

/// Reads the record of an opened package. Codes: archive.missing-file, archive.bad-record.
std::optional<Record> record_of(const Opened& package, Diagnostics& diagnostics);

/// For people.
std::string to_text(const Verified& one);
/// For programs; with the faults, each by code and message.
std::string to_json(const Verified& one, const Diagnostics& diagnostics);

}  // namespace tilstand::archive
