// SPDX-License-Identifier: Apache-2.0
#include "seal/key.hpp"

#include <openssl/err.h>
#include <openssl/store.h>
#include <openssl/ui.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <cstring>
#include <filesystem>

namespace tilstand::seal {
namespace {

inline void close_store(OSSL_STORE_CTX* store) { OSSL_STORE_close(store); }

/// What the store asks for while it opens a key.
struct Asked {
  const Passphrase& ask;
  std::optional<std::string> answer{};
  bool was_asked = false;

  ~Asked() {
    if (answer) OPENSSL_cleanse(answer->data(), answer->size());
  }
};

/// OpenSSL's form of the question (pem_password_cb): writes the passphrase and gives its length, or -1.
int give_passphrase(char* into, int room, int, void* asked) {
  auto& question = *static_cast<Asked*>(asked);
  if (!question.was_asked) question.answer = question.ask();
  question.was_asked = true;
  if (!question.answer || question.answer->size() > static_cast<std::size_t>(room)) return -1;
  std::memcpy(into, question.answer->data(), question.answer->size());
  return static_cast<int>(question.answer->size());
}

struct Loaded {
  std::vector<Handle<EVP_PKEY, EVP_PKEY_free>> keys;
  Certificates certificates;
};

/// A file may hold what is no key or certificate, such as parameters of a curve; it is passed over.
bool load(const std::string& place, Asked& asked, Loaded& into) {
  const Handle<UI_METHOD, UI_destroy_method> method(UI_UTIL_wrap_read_pem_callback(give_passphrase, 0));
  const Handle<OSSL_STORE_CTX, close_store> store(OSSL_STORE_open(place.c_str(), method.get(), &asked, nullptr, nullptr));
  if (!store) return false;
  while (OSSL_STORE_eof(store.get()) == 0) {
    const Handle<OSSL_STORE_INFO, OSSL_STORE_INFO_free> item(OSSL_STORE_load(store.get()));
    if (!item) {
      if (OSSL_STORE_eof(store.get()) == 0 && OSSL_STORE_error(store.get()) != 0) return false;  // at the end it has nothing, and says that as an error
      continue;
    }
    if (OSSL_STORE_INFO_get_type(item.get()) == OSSL_STORE_INFO_PKEY) into.keys.emplace_back(OSSL_STORE_INFO_get1_PKEY(item.get()));
    if (OSSL_STORE_INFO_get_type(item.get()) == OSSL_STORE_INFO_CERT) into.certificates.emplace_back(OSSL_STORE_INFO_get1_CERT(item.get()));
  }
  return true;
}

bool is_file(const std::string& place) {
  std::error_code unknown;
  return std::filesystem::is_regular_file(place, unknown);
}

/// Says why nothing could be loaded. What the store itself says is about the form, never about the passphrase.
void report_load(const std::string& place, const Asked& asked, Diagnostics& diagnostics) {
  const std::string trouble = openssl_trouble();
  if (asked.was_asked && !asked.answer)
    return diagnostics.error("seal.wrong-passphrase", "\"" + place + "\" is encrypted, and there is no passphrase", {}, "give it by --passphrase-env, --passphrase-fd or on a terminal");
  if (asked.was_asked) return diagnostics.error("seal.wrong-passphrase", "the passphrase doesn't open \"" + place + "\"", {}, "check it, and that the file is the right one");
  diagnostics.error("seal.bad-key", "\"" + place + "\" holds no private key that can be read (" + trouble + ")", {},
                    "expected PKCS#12, PEM, or the URI of a key that a provider of OpenSSL knows; old PKCS#12 files are mended by openssl pkcs12 -legacy");
}

/// RSA from 2048 bits and curves from 256 bits are what ETSI TS 119 312 still lets pass.
bool is_strong(const EVP_PKEY* key) {
  constexpr int least_rsa = 2048, least_curve = 256;
  if (EVP_PKEY_is_a(key, "RSA") == 1) return EVP_PKEY_get_bits(key) >= least_rsa;
  return EVP_PKEY_is_a(key, "EC") == 1 && EVP_PKEY_get_bits(key) >= least_curve;
}

bool is_hash_strong(const Certificate& certificate) {
  int digest = 0;
  if (X509_get_signature_info(certificate.get(), &digest, nullptr, nullptr, nullptr) != 1) return true;  // a kind that has none
  return is_self_signed(certificate) || (digest != NID_md5 && digest != NID_sha1 && digest != NID_md4 && digest != NID_md5_sha1);
}

bool check_strength(const Signer& signer, Diagnostics& diagnostics) {
  if (!is_strong(signer.key.get()))
    diagnostics.error("seal.weak-key", std::string("the key, ") + EVP_PKEY_get0_type_name(signer.key.get()) + " of " + std::to_string(EVP_PKEY_get_bits(signer.key.get())) + " bits, is no key for a seal", {},
                      "take RSA of at least 2048 bits, or a curve of at least 256");
  else if (!is_hash_strong(signer.certificate))
    diagnostics.error("seal.weak-key", "the certificate of \"" + name_of(signer.certificate) + "\" is signed over a hash that is broken (SHA-1 or MD5)", {}, "ask for a new certificate");
  else
    return true;
  return false;
}

/// Divides what was loaded into the key's certificate and the others.
std::optional<Signer> matched(Loaded loaded, const KeyPlace& place, Diagnostics& diagnostics) {
  if (loaded.certificates.empty()) {
    diagnostics.error("seal.no-certificate", "there is no certificate beside the key in \"" + place.place + "\"", {}, "put it into the file, or name one by --certificates");
    return std::nullopt;
  }
  for (auto& key : loaded.keys)
    for (const Certificate& one : loaded.certificates) {
      if (EVP_PKEY_eq(X509_get0_pubkey(one.get()), key.get()) != 1) continue;
      Signer signer{std::move(key), one, {}};
      for (const Certificate& other : loaded.certificates)
        if (!(other == one)) signer.others.push_back(other);
      return check_strength(signer, diagnostics) ? std::optional(std::move(signer)) : std::nullopt;
    }
  diagnostics.error("seal.key-mismatch", "no certificate belongs to the key of \"" + place.place + "\"; the first is that of \"" + name_of(loaded.certificates.front()) + "\"", {},
                    "take the key and the certificate that were issued together");
  return std::nullopt;
}

}  // namespace

const EVP_MD* Signer::digest() const {
  constexpr int p256 = 256, p384 = 384;
  const int bits = EVP_PKEY_is_a(key.get(), "EC") == 1 ? EVP_PKEY_get_bits(key.get()) : p256;
  return bits <= p256 ? EVP_sha256() : bits <= p384 ? EVP_sha384() : EVP_sha512();
}

std::optional<Signer> read_signer(const KeyPlace& place, const Passphrase& ask, Diagnostics& diagnostics) {
  const bool is_uri = place.place.find(':') != std::string::npos;
  if (!is_uri && !is_file(place.place)) {
    diagnostics.error("seal.cannot-read", "the key \"" + place.place + "\" can't be read", {});
    return std::nullopt;
  }
  Asked asked{ask};
  Loaded loaded;
  ERR_clear_error();
  const bool is_loaded = load(place.place, asked, loaded);
  if (!is_loaded || loaded.keys.empty()) {
    report_load(place.place, asked, diagnostics);
    return std::nullopt;
  }
  ERR_clear_error();
  if (!place.certificates.empty()) {
    const auto more = read_certificates(place.certificates, diagnostics);
    if (!more) return std::nullopt;
    add_new(loaded.certificates, *more);
  }
  return matched(std::move(loaded), place, diagnostics);
}

bool may_sign(const Certificate& certificate, Moment moment, Diagnostics& diagnostics) {
  const std::string whose = "the certificate of \"" + name_of(certificate) + "\" ";
  if (moment < valid_from(certificate))
    diagnostics.error("seal.out-of-date", whose + "is not valid before " + utc_text(valid_from(certificate)) + ", and the seal is of " + utc_text(moment), {}, "check the clock, or SOURCE_DATE_EPOCH");
  else if (moment > valid_until(certificate))
    diagnostics.error("seal.out-of-date", whose + "has expired on " + utc_text(valid_until(certificate)) + ", and the seal is of " + utc_text(moment), {}, "ask for a new certificate");
  else if ((X509_get_key_usage(certificate.get()) & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) == 0)
    diagnostics.error("seal.wrong-use", whose + "may not be used to sign", {}, "take one with the key usage digitalSignature or nonRepudiation");
  else
    return true;
  return false;
}

}  // namespace tilstand::seal
