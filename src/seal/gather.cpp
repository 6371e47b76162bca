// SPDX-License-Identifier: Apache-2.0
#include <openssl/err.h>
#include <openssl/ocsp.h>
#include <openssl/x509v3.h>

#include <algorithm>

#include "seal/revocation.hpp"

namespace tilstand::seal {
namespace {

constexpr int ok = 200;

bool is_http(const std::string& url) { return url.starts_with("http://") || url.starts_with("https://"); }

void release_strings(STACK_OF(OPENSSL_STRING)* strings) { X509_email_free(strings); }
void release_points(CRL_DIST_POINTS* points) { CRL_DIST_POINTS_free(points); }

/// Where the certificate says that it can be asked about (RFC 5280, 4.2.2.1).
std::vector<std::string> responders_of(const Certificate& certificate) {
  std::vector<std::string> urls;
  const Handle<STACK_OF(OPENSSL_STRING), release_strings> named(X509_get1_ocsp(certificate.get()));
  for (int i = 0; i < sk_OPENSSL_STRING_num(named.get()); ++i) urls.emplace_back(sk_OPENSSL_STRING_value(named.get(), i));
  std::erase_if(urls, [](const std::string& url) { return !is_http(url); });
  return urls;
}

void add_addresses(const DIST_POINT* point, std::vector<std::string>& urls) {
  if (point->distpoint == nullptr || point->distpoint->type != 0) return;  // a name, not an address
  const GENERAL_NAMES* const names = point->distpoint->name.fullname;
  for (int i = 0; i < sk_GENERAL_NAME_num(names); ++i) {
    int kind = 0;
    const auto* const value = static_cast<const ASN1_STRING*>(GENERAL_NAME_get0_value(sk_GENERAL_NAME_value(names, i), &kind));
    if (kind != GEN_URI) continue;
    std::string url(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)), static_cast<std::size_t>(ASN1_STRING_length(value)));
    if (is_http(url)) urls.push_back(std::move(url));
  }
}

/// Where its issuer's list lies (RFC 5280, 4.2.1.13).
std::vector<std::string> lists_of(const Certificate& certificate) {
  std::vector<std::string> urls;
  const Handle<CRL_DIST_POINTS, release_points> points(static_cast<CRL_DIST_POINTS*>(X509_get_ext_d2i(certificate.get(), NID_crl_distribution_points, nullptr, nullptr)));
  for (int i = 0; i < sk_DIST_POINT_num(points.get()); ++i) add_addresses(sk_DIST_POINT_value(points.get(), i), urls);
  return urls;
}

/// Without a nonce, so that a server may answer from what it has signed before (RFC 5019).
std::string request_for(const Inquiry& inquiry) {
  const Handle<OCSP_REQUEST, OCSP_REQUEST_free> request(OCSP_REQUEST_new());
  OCSP_request_add0_id(request.get(), OCSP_cert_to_id(EVP_sha1(), inquiry.certificate.get(), inquiry.issuer.get()));
  unsigned char* der = nullptr;
  const int size = i2d_OCSP_REQUEST(request.get(), &der);
  if (size < 0) return {};
  std::string bytes(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return bytes;
}

/// Asks about one certificate after another; a responder's own comes in behind.
class Gatherer {
 public:
  Gatherer(const Chain& chain, const Certificates& trust, Moment moment, const Fetch& fetch, Evidence& evidence, Diagnostics& diagnostics)
      : trust_(trust), moment_(moment), fetch_(fetch), evidence_(evidence), diagnostics_(diagnostics), others_(chain.links) {
    for (std::size_t at = 0; at + 1 < chain.links.size(); ++at) asked_.push_back({chain.links[at], chain.links[at + 1], false});
    add_new(evidence_.certificates, chain.links);
  }

  bool run() {
    for (std::size_t at = 0; at < asked_.size(); ++at) {
      const Pair pair = asked_[at];
      if (!is_self_signed(pair.certificate) && !ask(pair)) return false;
    }
    return true;
  }

 private:
  struct Pair {
    Certificate certificate, issuer;
    bool is_responder = false;  ///< only a list says of a responder what it is worth, else it would speak for itself
  };

  bool ask(const Pair& pair) {
    const Inquiry inquiry{pair.certificate, pair.issuer, others_, trust_, moment_};
    if (standing_by(evidence_, inquiry) == Standing::good) return true;
    std::string silent;
    bool is_named = false;
    for (const std::string& url : pair.is_responder ? std::vector<std::string>() : responders_of(pair.certificate)) {
      is_named = true;
      if (take_response(url, inquiry, silent)) return true;
    }
    for (const std::string& url : lists_of(pair.certificate)) {
      is_named = true;
      if (take_list(url, inquiry, silent)) return true;
    }
    if (!diagnostics_.has_errors()) report_nothing(pair, is_named, silent);
    return false;
  }

  bool take_response(const std::string& url, const Inquiry& inquiry, std::string& silent) {
    const Answer answer = fetch_({url, "application/ocsp-request", request_for(inquiry)});
    if (!arrived(answer, url, silent)) return false;
    const Finding finding = standing_by_ocsp(answer.body, inquiry);
    if (!is_good(finding, inquiry)) return false;
    evidence_.ocsps.push_back(answer.body);
    add_new(evidence_.certificates, finding.responders);
    if (finding.responder) asked_.push_back({finding.responder, inquiry.issuer, true});
    return true;
  }

  bool take_list(const std::string& url, const Inquiry& inquiry, std::string& silent) {
    const Answer answer = fetch_({url});
    if (!arrived(answer, url, silent) || !is_good(standing_by_crl(answer.body, inquiry), inquiry)) return false;
    evidence_.crls.push_back(answer.body);
    return true;
  }

  static bool arrived(const Answer& answer, const std::string& url, std::string& silent) {
    if (answer.arrived && answer.status == ok) return true;
    silent += (silent.empty() ? "" : "; ") + url + ": " + (answer.arrived ? "HTTP status " + std::to_string(answer.status) : answer.trouble);
    return false;
  }

  bool is_good(const Finding& finding, const Inquiry& inquiry) {
    if (finding.standing == Standing::revoked)
      diagnostics_.error("seal.revoked", "the certificate of \"" + name_of(inquiry.certificate) + "\" has been revoked", {}, "ask for a new certificate");
    return finding.standing == Standing::good;
  }

  void report_nothing(const Pair& pair, bool is_named, const std::string& silent) {
    const std::string whose = "the certificate of \"" + name_of(pair.certificate) + "\"";
    if (!silent.empty())
      return diagnostics_.error("seal.no-answer", "no server says whether " + whose + " is revoked (" + silent + ")", {}, "nothing was written; try again later, or seal by --level t");
    diagnostics_.error("seal.no-revocation-data", is_named ? "no answer about " + whose + " is sound, or tells of now" : whose + " names no server that can be asked whether it is revoked", {},
                       "without such an answer a seal can't be of level B-LT; take --level t");
  }

  const Certificates& trust_;
  Moment moment_;
  const Fetch& fetch_;
  Evidence& evidence_;
  Diagnostics& diagnostics_;
  const Certificates& others_;
  std::vector<Pair> asked_;
};

}  // namespace

bool gather(const Chain& chain, const Certificates& trust, Moment moment, const Fetch& fetch, Evidence& into, Diagnostics& diagnostics) {
  return Gatherer(chain, trust, moment, fetch, into, diagnostics).run();
}

}  // namespace tilstand::seal
