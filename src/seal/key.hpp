// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/evp.h>

#include <optional>
#include <string>

#include "seal/certificate.hpp"
#include "seal/seal.hpp"

namespace tilstand::seal {

/// A private key, the certificate that belongs to it, and the other certificates that lay beside them.
struct Signer {
  Handle<EVP_PKEY, EVP_PKEY_free> key;
  Certificate certificate;
  Certificates others;

  /// The digest that suits the key's strength (ETSI TS 119 312): SHA-256, for larger curves SHA-384 or SHA-512.
  const EVP_MD* digest() const;
};

/// Where a key lies. `place`: a PKCS#12 or PEM file, or a URI that a provider of OpenSSL knows, "pkcs11:token=…;object=…".
struct KeyPlace {
  std::string place;
  std::string certificates;  ///< a PEM file with certificates that don't lie beside the key; may be empty
};

/// Loads a key by OSSL_STORE, which is all that knows where keys lie; `ask` is called once, and only for an encrypted one.
/// Codes: seal.cannot-read, seal.bad-key, seal.wrong-passphrase, seal.no-certificate, seal.key-mismatch, seal.weak-key.
std::optional<Signer> read_signer(const KeyPlace& place, const Passphrase& ask, Diagnostics& diagnostics);

/// Refuses a certificate that isn't valid at the moment (seal.out-of-date) or may not sign (seal.wrong-use).
bool may_sign(const Certificate& certificate, Moment moment, Diagnostics& diagnostics);

}  // namespace tilstand::seal
