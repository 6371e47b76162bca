// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/cms.h>

#include <optional>
#include <string>
#include <string_view>

#include "seal/key.hpp"

namespace tilstand::seal {

using Cms = Handle<CMS_ContentInfo, CMS_ContentInfo_free>;

/// A digest of bytes.
std::string digest_of(std::string_view bytes, const EVP_MD* digest);

/// A detached CAdES signature as PAdES wants it (ETSI EN 319 142-1, 6.3; RFC 5652, 5; RFC 5035): content type, message digest and signing certificate
/// are signed, a time is not. `digest` is that of what is signed. Empty when the key fails (seal.cannot-sign).
Cms sign(const Signer& signer, std::string_view digest, Diagnostics& diagnostics);

/// Puts an RFC 3161 token into it, unsigned.
bool add_token(CMS_ContentInfo* cms, const std::string& token);

/// A signature or a token as it was found.
struct Signature {
  Cms cms;
  CMS_SignerInfo* info = nullptr;  ///< its only one; part of `cms`
  Certificate signer;
  Certificates certificates;       ///< all that it holds
  std::string value;               ///< the signature's own bytes
  std::string token;               ///< DER of its time stamp; empty: it has none
};

/// Reads DER, behind which only zeros may stand. Nothing when it is no SignedData of one signer whose certificate is there.
std::optional<Signature> read_signature(std::string_view der);

/// What a signature is worth, leaving aside who made it.
enum class Integrity { sound, changed, broken, wrong_certificate };

/// Checks digest, signature and the signed reference to the certificate. `content`: what is signed; null: it lies inside.
Integrity integrity_of(const Signature& signature, const std::string* content);

/// "RSA 3072, SHA-256".
std::string algorithm_of(const Signature& signature);

/// The DER form; empty when memory is short.
std::string der_of(CMS_ContentInfo* cms);

}  // namespace tilstand::seal
