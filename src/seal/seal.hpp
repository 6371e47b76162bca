// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "seal/fetch.hpp"
#include "seal/moment.hpp"

namespace tilstand::seal {

/// Levels of a PAdES baseline signature (ETSI EN 319 142-1, 6): bare, with a time stamp, with all that validates it later.
enum class Level { b, t, lt };

/// "B-LT".
const char* name_of(Level level);

/// What is sealed, and how.
struct Request {
  std::string input, out;
  std::string key;                  ///< a PKCS#12 or PEM file, or the URI of a key ("pkcs11:…")
  std::string certificates{};       ///< a PEM file with the key's certificate and those above it, when they don't lie beside the key
  std::vector<std::string> trust{}; ///< PEM files of roots; needed for `lt`
  std::string tsa{};                ///< URL of a time stamp server (RFC 3161); needed for `t` and `lt`
  Level level = Level::b;
  std::string reason{}, location{};
  Moment moment = 0;                ///< the time that the seal says
};

/// Gives the passphrase of an encrypted key; asked once, and only for such a key.
using Passphrase = std::function<std::optional<std::string>()>;

struct Sealed {
  bool ok = false;
  std::string signer{};     ///< of the certificate
  std::uint64_t before = 0; ///< bytes of the edition that was sealed; the file's first
  std::uint64_t bytes = 0;  ///< of the sealed file
};

/// Fills the edition's empty signature field by appending to its bytes, and writes the whole file at once. Only `fetch` asks servers.
/// Codes: pdf.…, seal.no-field, seal.already-sealed, seal.not-prepared, those of the key (key.hpp), seal.untrusted, seal.no-answer, seal.wrong-token,
/// seal.revoked, seal.no-revocation-data, seal.cannot-sign, seal.cannot-write.
Sealed seal(const Request& request, const Passphrase& ask, const Fetch& fetch, Diagnostics& diagnostics);

}  // namespace tilstand::seal
