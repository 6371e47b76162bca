// SPDX-License-Identifier: Apache-2.0
#include "seal/token.hpp"

#include <openssl/err.h>
#include <openssl/ts.h>

namespace tilstand::seal {
namespace {

using Request = Handle<TS_REQ, TS_REQ_free>;
using Response = Handle<TS_RESP, TS_RESP_free>;
using Info = Handle<TS_TST_INFO, TS_TST_INFO_free>;
using Integer = Handle<ASN1_INTEGER, ASN1_INTEGER_free>;

Integer nonce_of(const std::string& stamped) {
  constexpr std::size_t size = 8;
  const std::string drawn = digest_of("nonce " + digest_of(stamped, EVP_sha256()), EVP_sha256()).substr(0, size);
  const Handle<BIGNUM, BN_free> number(BN_bin2bn(reinterpret_cast<const unsigned char*>(drawn.data()), static_cast<int>(size), nullptr));
  return Integer(BN_to_ASN1_INTEGER(number.get(), nullptr));
}

std::string question_of(const std::string& stamped) {
  const Request request(TS_REQ_new());
  const Handle<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free> imprint(TS_MSG_IMPRINT_new());
  const Handle<X509_ALGOR, X509_ALGOR_free> algorithm(X509_ALGOR_new());
  X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr);
  std::string digest = digest_of(stamped, EVP_sha256());
  TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get());
  TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char*>(digest.data()), static_cast<int>(digest.size()));
  TS_REQ_set_version(request.get(), 1);
  TS_REQ_set_msg_imprint(request.get(), imprint.get());
  TS_REQ_set_nonce(request.get(), nonce_of(stamped).get());
  TS_REQ_set_cert_req(request.get(), 1);
  unsigned char* der = nullptr;
  const int size = i2d_TS_REQ(request.get(), &der);
  if (size < 0) return {};
  std::string bytes(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return bytes;
}

std::string content_of(const Signature& signature) {
  ASN1_OCTET_STRING** const content = CMS_get0_content(signature.cms.get());
  if (content == nullptr || *content == nullptr) return {};
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(*content)), static_cast<std::size_t>(ASN1_STRING_length(*content))};
}

Info info_of(const Signature& signature) {
  if (OBJ_obj2nid(CMS_get0_eContentType(signature.cms.get())) != NID_id_smime_ct_TSTInfo) return nullptr;
  const std::string content = content_of(signature);
  const auto* at = reinterpret_cast<const unsigned char*>(content.data());
  return Info(d2i_TS_TST_INFO(nullptr, &at, static_cast<long>(content.size())));
}

/// Whether the token is about the bytes; hashes that are broken stamp nothing.
bool stamps(TS_TST_INFO* info, const std::string& stamped) {
  TS_MSG_IMPRINT* const imprint = TS_TST_INFO_get_msg_imprint(info);
  const ASN1_OBJECT* kind = nullptr;
  X509_ALGOR_get0(&kind, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
  const EVP_MD* const digest = EVP_get_digestbyobj(kind);
  constexpr int least = 32;  // bytes
  if (digest == nullptr || EVP_MD_get_size(digest) < least) return false;
  const ASN1_OCTET_STRING* const found = TS_MSG_IMPRINT_get_msg(imprint);
  return digest_of(stamped, digest) == std::string(reinterpret_cast<const char*>(ASN1_STRING_get0_data(found)), static_cast<std::size_t>(ASN1_STRING_length(found)));
}

std::nullopt_t refuse_answer(const std::string& url, const std::string& why, Diagnostics& diagnostics) {
  diagnostics.error("seal.no-answer", "the time stamp server " + url + " " + why, {}, "nothing was written; try again, or name another server by --tsa");
  return std::nullopt;
}

std::nullopt_t refuse_token(const std::string& url, const std::string& why, Diagnostics& diagnostics) {
  diagnostics.error("seal.wrong-token", "the token of the time stamp server " + url + " " + why, {}, "nothing was written; the server is not to be relied on");
  return std::nullopt;
}

/// The server's token out of its response; granted, or granted with changes (RFC 3161, 2.4.2).
std::string granted_token(TS_RESP* response) {
  const long status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(response)));
  if (status != TS_STATUS_GRANTED && status != TS_STATUS_GRANTED_WITH_MODS) return {};
  PKCS7* const token = TS_RESP_get_token(response);
  unsigned char* der = nullptr;
  const int size = token == nullptr ? -1 : i2d_PKCS7(token, &der);
  if (size < 0) return {};
  std::string bytes(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return bytes;
}

}  // namespace

std::optional<Token> read_token(const std::string& der, const std::string& stamped, std::string& trouble) {
  auto signature = read_signature(der);
  const Info info = signature ? info_of(*signature) : nullptr;
  const auto moment = info ? moment_of(TS_TST_INFO_get_time(info.get())) : std::nullopt;
  ERR_clear_error();
  if (!moment) trouble = "can't be read, or doesn't hold its certificate";
  else if (!stamps(info.get(), stamped)) trouble = "stamps something else than the signature";
  else if (integrity_of(*signature, nullptr) != Integrity::sound) trouble = "is not signed by its certificate";
  else return Token{std::move(*signature), *moment};
  return std::nullopt;
}

std::optional<std::string> ask_for_token(const std::string& url, const std::string& stamped, const Fetch& fetch, Diagnostics& diagnostics) {
  constexpr int ok = 200;
  const Answer answer = fetch({url, "application/timestamp-query", question_of(stamped)});
  if (!answer.arrived) return refuse_answer(url, "gave no answer (" + answer.trouble + ")", diagnostics);
  if (answer.status != ok) return refuse_answer(url, "answered with HTTP status " + std::to_string(answer.status), diagnostics);
  const auto* at = reinterpret_cast<const unsigned char*>(answer.body.data());
  const Response response(d2i_TS_RESP(nullptr, &at, static_cast<long>(answer.body.size())));
  ERR_clear_error();
  if (!response) return refuse_answer(url, "answered with something that is no time stamp", diagnostics);
  const std::string der = granted_token(response.get());
  if (der.empty()) return refuse_answer(url, "refused to stamp", diagnostics);
  std::string trouble;
  const auto token = read_token(der, stamped, trouble);
  if (!token) return refuse_token(url, trouble, diagnostics);
  const Info info = info_of(token->signature);
  const ASN1_INTEGER* const nonce = TS_TST_INFO_get_nonce(info.get());
  if (nonce == nullptr || ASN1_INTEGER_cmp(nonce, nonce_of(stamped).get()) != 0) return refuse_token(url, "answers another question", diagnostics);
  return der;
}

}  // namespace tilstand::seal
