// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "seal/chain.hpp"
#include "seal/fetch.hpp"

namespace tilstand::seal {

/// What proves later that certificates weren't revoked, each in DER.
struct Evidence {
  std::vector<std::string> ocsps, crls;
  Certificates certificates;
};

enum class Standing { good, revoked, unknown };

/// What an OCSP response or a revocation list says of a certificate.
struct Finding {
  Standing standing = Standing::unknown;
  Certificate responder{};    ///< who signed a response, unless that is the issuer or needs no proof (RFC 6960, 4.2.2.2.1)
  Certificates responders{};  ///< certificates that came with the response
};

/// Who vouches for whom, and when.
struct Inquiry {
  const Certificate& certificate;
  const Certificate& issuer;
  const Certificates& others;
  const Certificates& trust;
  Moment moment;  ///< the standing then is asked for
};

/// Unknown when the response isn't sound, is about another certificate or had run out before the moment.
Finding standing_by_ocsp(const std::string& der, const Inquiry& question);
/// The same of a list that the issuer has signed (RFC 5280, 5).
Finding standing_by_crl(const std::string& der, const Inquiry& question);

/// Looks through all evidence: what says revoked wins. A responder that needs proof itself must be good too.
Standing standing_by(const Evidence& evidence, const Inquiry& question);

/// Asks the servers that the chain's certificates name (OCSP first, then the list) about each but the trusted one, responders included.
/// False, with what is wrong reported: seal.no-answer, seal.revoked, seal.no-revocation-data.
bool gather(const Chain& chain, const Certificates& trust, Moment moment, const Fetch& fetch, Evidence& into, Diagnostics& diagnostics);

}  // namespace tilstand::seal
