// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "seal/moment.hpp"
#include "seal/seal.hpp"

namespace tilstand::seal {

/// What a seal is worth (ETSI EN 319 102-1, 5.1.2): `broken` is sure, `undecided` means that something to judge by is missing.
enum class Verdict { valid, undecided, broken };

/// "valid", "undecided" or "broken".
const char* name_of(Verdict verdict);

/// What was appended behind a seal.
enum class Appended { nothing, evidence, changes };

/// A seal that was looked at again.
struct Seal {
  std::string field, signer, issuer, algorithm, reason, location;
  Level level = Level::b;
  std::string claimed;           ///< the time that the signer says, ISO 8601
  std::string stamped, stamper;  ///< time and signer of its time stamp; empty: it has none
  std::string revocation;        ///< "good", "revoked" or "not in the file"
  std::uint64_t ends = 0;        ///< bytes of the file that it covers, its own hole aside
  Appended appended = Appended::nothing;
  std::vector<std::string> troubles;  ///< what speaks against it
  std::vector<std::string> remarks;   ///< what a reader should know
  Verdict verdict = Verdict::valid;
};

/// A file and its seals.
struct Status {
  std::string path, sha256;
  std::uint64_t bytes = 0;
  std::uint64_t unsealed = 0;  ///< bytes of the edition before it was sealed; without seals, all
  std::vector<Seal> seals;

  /// The worst of its seals; undecided without any.
  Verdict verdict() const;
};

/// What is trusted, and when the file is looked at.
struct Judge {
  std::vector<std::string> trust{};  ///< PEM files of roots
  Moment moment = 0;
};

/// Looks at every seal of a file, from its own bytes alone: no server is asked. Nothing when it or the trust can't be read (codes pdf.…, seal.cannot-read,
/// seal.no-certificate).
std::optional<Status> status(const std::string& path, const Judge& judge, Diagnostics& diagnostics);

/// How long the edition before its first seal is: those bytes are the file's first. The whole size when it has no seal; nothing when it can't be read, or
/// was signed as it was written.
std::optional<std::uint64_t> unsealed_prefix(const std::string& path, Diagnostics& diagnostics);

/// For people: a few lines a seal.
std::string to_text(const std::vector<Status>& all);
/// For programs: one object.
std::string to_json(const std::vector<Status>& all);

}  // namespace tilstand::seal
