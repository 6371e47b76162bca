// SPDX-License-Identifier: Apache-2.0
#include "seal/revocation.hpp"

#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace tilstand::seal {
namespace {

constexpr Moment day = 86400;

using Response = Handle<OCSP_RESPONSE, OCSP_RESPONSE_free>;
using Basic = Handle<OCSP_BASICRESP, OCSP_BASICRESP_free>;
using Id = Handle<OCSP_CERTID, OCSP_CERTID_free>;
using List = Handle<X509_CRL, X509_CRL_free>;

Basic basic_of(const std::string& der) {
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  const Response response(d2i_OCSP_RESPONSE(nullptr, &at, static_cast<long>(der.size())));
  if (!response || OCSP_response_status(response.get()) != OCSP_RESPONSE_STATUS_SUCCESSFUL) return nullptr;
  return Basic(OCSP_response_get1_basic(response.get()));
}

List list_of(const std::string& der) {
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  return List(d2i_X509_CRL(nullptr, &at, static_cast<long>(der.size())));
}

/// Whether what was said from `since` to `until` (which may be null) still tells of the moment.
bool covers(const ASN1_TIME* since, const ASN1_TIME* until, Moment moment) {
  const auto begin = moment_of(since), end = moment_of(until);
  if (!begin || (until != nullptr && !end)) return false;
  return end ? *end >= moment : *begin >= moment - day;
}

/// A certificate that was revoked later stood well before.
Standing standing_since(const ASN1_TIME* revoked, Moment moment) {
  const auto since = moment_of(revoked);
  return since && *since > moment ? Standing::good : Standing::revoked;
}

Standing status_in(OCSP_BASICRESP* basic, const Inquiry& inquiry) {
  for (const EVP_MD* digest : {EVP_sha1(), EVP_sha256()}) {  // by which a certificate is named (RFC 6960, 4.1.1)
    const Id id(OCSP_cert_to_id(digest, inquiry.certificate.get(), inquiry.issuer.get()));
    int status = 0, reason = 0;
    ASN1_GENERALIZEDTIME *revoked = nullptr, *since = nullptr, *until = nullptr;
    if (OCSP_resp_find_status(basic, id.get(), &status, &reason, &revoked, &since, &until) != 1) continue;
    if (status == V_OCSP_CERTSTATUS_REVOKED) return standing_since(revoked, inquiry.moment);
    return status == V_OCSP_CERTSTATUS_GOOD && covers(since, until, inquiry.moment) ? Standing::good : Standing::unknown;
  }
  return Standing::unknown;
}

Certificates certificates_in(const OCSP_BASICRESP* basic) {
  Certificates all;
  const STACK_OF(X509)* const held = OCSP_resp_get0_certs(basic);
  for (int i = 0; i < sk_X509_num(held); ++i) all.push_back(Certificate::shared(sk_X509_value(held, i)));
  return all;
}

}  // namespace

Finding standing_by_ocsp(const std::string& der, const Inquiry& inquiry) {
  Finding finding;
  const Basic basic = basic_of(der);
  if (basic) {
    Certificates known = inquiry.others;
    add_new(known, {inquiry.issuer});
    const Stack others = stack_of(known);
    const Store store = store_of(inquiry.trust, inquiry.moment);
    if (OCSP_basic_verify(basic.get(), others.get(), store.get(), 0) == 1) finding.standing = status_in(basic.get(), inquiry);
    X509* signer = nullptr;
    const bool is_found = OCSP_resp_get0_signer(basic.get(), &signer, others.get()) == 1;
    if (is_found && X509_cmp(signer, inquiry.issuer.get()) != 0 && X509_get_ext_by_NID(signer, NID_id_pkix_OCSP_noCheck, -1) < 0) finding.responder = Certificate::shared(signer);
    finding.responders = certificates_in(basic.get());
  }
  ERR_clear_error();
  return finding;
}

Finding standing_by_crl(const std::string& der, const Inquiry& inquiry) {
  Finding finding;
  const List list = list_of(der);
  EVP_PKEY* const key = X509_get0_pubkey(inquiry.issuer.get());
  const bool is_issuers = list && key && X509_NAME_cmp(X509_CRL_get_issuer(list.get()), X509_get_subject_name(inquiry.issuer.get())) == 0;
  if (is_issuers && X509_CRL_verify(list.get(), key) == 1) {
    X509_REVOKED* revoked = nullptr;
    if (X509_CRL_get0_by_cert(list.get(), &revoked, inquiry.certificate.get()) == 1) finding.standing = standing_since(X509_REVOKED_get0_revocationDate(revoked), inquiry.moment);
    else if (covers(X509_CRL_get0_lastUpdate(list.get()), X509_CRL_get0_nextUpdate(list.get()), inquiry.moment)) finding.standing = Standing::good;
  }
  ERR_clear_error();
  return finding;
}

Standing standing_by(const Evidence& evidence, const Inquiry& inquiry) {
  Standing standing = Standing::unknown;
  for (const std::string& list : evidence.crls) {
    const Standing said = standing_by_crl(list, inquiry).standing;
    if (said == Standing::revoked) return said;
    if (said == Standing::good) standing = said;
  }
  for (const std::string& response : evidence.ocsps) {
    const Finding said = standing_by_ocsp(response, inquiry);
    if (said.standing == Standing::revoked) return Standing::revoked;
    if (said.standing != Standing::good) continue;
    const bool is_vouched = !said.responder || std::any_of(evidence.crls.begin(), evidence.crls.end(), [&](const std::string& list) {
      return standing_by_crl(list, {said.responder, inquiry.issuer, inquiry.others, inquiry.trust, inquiry.moment}).standing == Standing::good;
    });
    if (is_vouched) standing = Standing::good;
  }
  return standing;
}

}  // namespace tilstand::seal
