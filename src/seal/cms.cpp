// SPDX-License-Identifier: Apache-2.0
#include "seal/cms.hpp"

#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace tilstand::seal {
namespace {

/// The signed attributes as they are signed: a SET OF in DER (RFC 5652, 5.4).
std::string signed_attributes(const CMS_SignerInfo* info) {
  std::vector<std::string> attributes;
  std::size_t size = 0;
  for (int at = 0; at < CMS_signed_get_attr_count(info); ++at) {
    unsigned char* der = nullptr;
    const int length = i2d_X509_ATTRIBUTE(CMS_signed_get_attr(info, at), &der);
    if (length < 0) return {};
    attributes.emplace_back(reinterpret_cast<const char*>(der), static_cast<std::size_t>(length));
    size += attributes.back().size();
    OPENSSL_free(der);
  }
  std::sort(attributes.begin(), attributes.end());  // X.690, 11.6
  std::string set(static_cast<std::size_t>(ASN1_object_size(1, static_cast<int>(size), V_ASN1_SET)), '\0');
  auto* end = reinterpret_cast<unsigned char*>(set.data());
  ASN1_put_object(&end, 1, static_cast<int>(size), V_ASN1_SET, V_ASN1_UNIVERSAL);
  set.resize(set.size() - size);
  for (const std::string& one : attributes) set += one;
  return set;
}

std::string signed_by(EVP_PKEY* key, const EVP_MD* digest, const std::string& bytes) {
  const Handle<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
  const auto* const data = reinterpret_cast<const unsigned char*>(bytes.data());
  std::size_t size = 0;
  if (EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, key) != 1) return {};
  if (EVP_DigestSign(context.get(), nullptr, &size, data, bytes.size()) != 1) return {};
  std::string signature(size, '\0');
  if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, data, bytes.size()) != 1) return {};
  signature.resize(size);
  return signature;
}

/// CMS_SignerInfo_sign would put the time of the clock among the signed attributes, which PAdES forbids, so the attributes are signed here.
bool put_signature(CMS_SignerInfo* info, const Signer& signer, std::string_view digest) {
  const auto length = static_cast<int>(digest.size());
  if (CMS_signed_add1_attr_by_NID(info, NID_pkcs9_contentType, V_ASN1_OBJECT, OBJ_nid2obj(NID_pkcs7_data), -1) != 1) return false;
  if (CMS_signed_add1_attr_by_NID(info, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, digest.data(), length) != 1) return false;
  const std::string signature = signed_by(signer.key.get(), signer.digest(), signed_attributes(info));
  return !signature.empty() && ASN1_STRING_set(CMS_SignerInfo_get0_signature(info), signature.data(), static_cast<int>(signature.size())) == 1;
}

/// The chain goes along, but not its root, which a reader has to trust without it.
bool add_certificates(CMS_ContentInfo* cms, const Signer& signer) {
  Certificate last = signer.certificate;
  for (std::size_t links = 0; links < signer.others.size() && !is_self_signed(last); ++links) {
    const auto issuer = std::find_if(signer.others.begin(), signer.others.end(), [&](const Certificate& one) { return X509_check_issued(one.get(), last.get()) == X509_V_OK; });
    if (issuer == signer.others.end() || is_self_signed(*issuer)) return true;
    if (CMS_add1_cert(cms, issuer->get()) != 1) return false;
    last = *issuer;
  }
  return true;
}

std::string token_of(const CMS_SignerInfo* info) {
  const int at = CMS_unsigned_get_attr_by_NID(info, NID_id_smime_aa_timeStampToken, -1);
  if (at < 0) return {};
  const ASN1_TYPE* const value = X509_ATTRIBUTE_get0_type(CMS_unsigned_get_attr(info, at), 0);
  if (value == nullptr || value->type != V_ASN1_SEQUENCE) return {};
  return {reinterpret_cast<const char*>(ASN1_STRING_get0_data(value->value.sequence)), static_cast<std::size_t>(ASN1_STRING_length(value->value.sequence))};
}

/// Whether the signed attributes name the signer's certificate by its digest (RFC 5035; the older form with SHA-1 is for tokens).
bool names_signer(const Signature& signature) {
  const auto attribute = [&](int kind) -> const ASN1_STRING* {
    const int at = CMS_signed_get_attr_by_NID(signature.info, kind, -1);
    const ASN1_TYPE* const value = at < 0 ? nullptr : X509_ATTRIBUTE_get0_type(CMS_signed_get_attr(signature.info, at), 0);
    return value == nullptr || value->type != V_ASN1_SEQUENCE ? nullptr : value->value.sequence;
  };
  const ASN1_STRING* const first = attribute(NID_id_smime_aa_signingCertificate);
  const ASN1_STRING* const second = attribute(NID_id_smime_aa_signingCertificateV2);
  const auto* first_at = first ? ASN1_STRING_get0_data(first) : nullptr;
  const auto* second_at = second ? ASN1_STRING_get0_data(second) : nullptr;
  const Handle<ESS_SIGNING_CERT, ESS_SIGNING_CERT_free> old(first ? d2i_ESS_SIGNING_CERT(nullptr, &first_at, ASN1_STRING_length(first)) : nullptr);
  const Handle<ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free> present(second ? d2i_ESS_SIGNING_CERT_V2(nullptr, &second_at, ASN1_STRING_length(second)) : nullptr);
  Certificates chain{signature.signer};
  add_new(chain, signature.certificates);
  return OSSL_ESS_check_signing_certs(old.get(), present.get(), stack_of(chain).get(), 1) > 0;
}

}  // namespace

std::string digest_of(std::string_view bytes, const EVP_MD* digest) {
  unsigned char into[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), into, &size, digest, nullptr) != 1) return {};
  return {reinterpret_cast<const char*>(into), size};
}

Cms sign(const Signer& signer, std::string_view digest, Diagnostics& diagnostics) {
  Cms cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, CMS_DETACHED | CMS_BINARY | CMS_PARTIAL));
  constexpr unsigned flags = CMS_NOSMIMECAP | CMS_CADES | CMS_BINARY | CMS_PARTIAL;
  CMS_SignerInfo* const info = cms ? CMS_add1_signer(cms.get(), signer.certificate.get(), signer.key.get(), signer.digest(), flags) : nullptr;
  if (info != nullptr && put_signature(info, signer, digest) && add_certificates(cms.get(), signer)) return cms;
  diagnostics.error("seal.cannot-sign", "the key of \"" + name_of(signer.certificate) + "\" can't sign (" + openssl_trouble() + ")", {});
  return nullptr;
}

bool add_token(CMS_ContentInfo* cms, const std::string& token) {
  CMS_SignerInfo* const info = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(cms), 0);
  return CMS_unsigned_add1_attr_by_NID(info, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token.data(), static_cast<int>(token.size())) == 1;
}

std::optional<Signature> read_signature(std::string_view der) {
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  const auto* const begin = at;
  Signature signature;
  signature.cms.reset(d2i_CMS_ContentInfo(nullptr, &at, static_cast<long>(der.size())));
  ERR_clear_error();
  if (!signature.cms || OBJ_obj2nid(CMS_get0_type(signature.cms.get())) != NID_pkcs7_signed) return std::nullopt;
  if (der.find_first_not_of('\0', static_cast<std::size_t>(at - begin)) != std::string_view::npos) return std::nullopt;
  STACK_OF(CMS_SignerInfo)* const infos = CMS_get0_SignerInfos(signature.cms.get());
  if (sk_CMS_SignerInfo_num(infos) != 1) return std::nullopt;
  signature.info = sk_CMS_SignerInfo_value(infos, 0);
  STACK_OF(X509)* const certificates = CMS_get1_certs(signature.cms.get());
  for (int i = 0; i < sk_X509_num(certificates); ++i) {
    Certificate one(sk_X509_value(certificates, i));
    if (CMS_SignerInfo_cert_cmp(signature.info, one.get()) == 0) signature.signer = one;
    signature.certificates.push_back(std::move(one));
  }
  sk_X509_free(certificates);
  if (!signature.signer) return std::nullopt;
  const ASN1_OCTET_STRING* const value = CMS_SignerInfo_get0_signature(signature.info);
  signature.value.assign(reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)), static_cast<std::size_t>(ASN1_STRING_length(value)));
  signature.token = token_of(signature.info);
  return signature;
}

Integrity integrity_of(const Signature& signature, const std::string* content) {
  // Behind a filter: of bytes in memory OpenSSL 3.0 makes a view of its own, and leaks it when the signature's digest is unknown.
  const Handle<BIO, BIO_free_all> source(content ? BIO_push(BIO_new(BIO_f_null()), BIO_new_mem_buf(content->data(), static_cast<int>(content->size()))) : nullptr);
  const int done = CMS_verify(signature.cms.get(), nullptr, nullptr, source.get(), nullptr, CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY);
  const bool is_signature_sound = done == 1 || CMS_SignerInfo_verify(signature.info) == 1;
  const bool is_named = is_signature_sound && names_signer(signature);
  ERR_clear_error();
  if (!is_signature_sound) return Integrity::broken;
  if (done != 1) return Integrity::changed;
  return is_named ? Integrity::sound : Integrity::wrong_certificate;
}

std::string algorithm_of(const Signature& signature) {
  const EVP_PKEY* const key = X509_get0_pubkey(signature.signer.get());
  if (key == nullptr) return "unknown";
  X509_ALGOR* digest = nullptr;
  CMS_SignerInfo_get0_algs(signature.info, nullptr, nullptr, &digest, nullptr);
  const ASN1_OBJECT* kind = nullptr;
  X509_ALGOR_get0(&kind, nullptr, nullptr, digest);
  const char* const known = OBJ_nid2sn(OBJ_obj2nid(kind));
  std::string name = known ? known : "unknown";
  if (name.starts_with("SHA") && name.find('-') == std::string::npos) name.insert(3, "-");
  return std::string(EVP_PKEY_get0_type_name(key)) + " " + std::to_string(EVP_PKEY_get_bits(key)) + ", " + name;
}

std::string der_of(CMS_ContentInfo* cms) {
  unsigned char* der = nullptr;
  const int size = i2d_CMS_ContentInfo(cms, &der);
  if (size < 0) return {};
  std::string bytes(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return bytes;
}

}  // namespace tilstand::seal
