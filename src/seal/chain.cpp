// SPDX-License-Identifier: Apache-2.0
#include "seal/chain.hpp"

#include <openssl/err.h>
#include <openssl/x509v3.h>

namespace tilstand::seal {
namespace {

constexpr int level_of_112_bits = 2;  // OpenSSL's security level: RSA from 2048 bits, no SHA-1

}  // namespace

Store store_of(const Certificates& trust, Moment moment) {
  Store store(X509_STORE_new());
  for (const Certificate& one : trust) X509_STORE_add_cert(store.get(), one.get());
  X509_VERIFY_PARAM* const wanted = X509_STORE_get0_param(store.get());
  X509_VERIFY_PARAM_set_time(wanted, static_cast<time_t>(moment));
  X509_VERIFY_PARAM_set_flags(wanted, X509_V_FLAG_PARTIAL_CHAIN);  // what is trusted needs no root above it
  X509_VERIFY_PARAM_set_auth_level(wanted, level_of_112_bits);
  return store;
}

Chain chain_of(const Certificate& certificate, const Certificates& others, const Certificates& trust, Purpose purpose, Moment moment) {
  const Store store = store_of(trust, moment);
  const Stack between = stack_of(others);
  const Handle<X509_STORE_CTX, X509_STORE_CTX_free> context(X509_STORE_CTX_new());
  Chain chain;
  if (!context || X509_STORE_CTX_init(context.get(), store.get(), certificate.get(), between.get()) != 1) {
    chain.trouble = openssl_trouble();
    return chain;
  }
  X509_VERIFY_PARAM_set_purpose(X509_STORE_CTX_get0_param(context.get()), purpose == Purpose::time_stamp ? X509_PURPOSE_TIMESTAMP_SIGN : X509_PURPOSE_ANY);
  if (X509_verify_cert(context.get()) == 1) {
    STACK_OF(X509)* const links = X509_STORE_CTX_get0_chain(context.get());
    for (int i = 0; i < sk_X509_num(links); ++i) chain.links.push_back(Certificate::shared(sk_X509_value(links, i)));
  } else {
    X509* const at = X509_STORE_CTX_get_current_cert(context.get());
    chain.trouble = X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get()));
    if (at != nullptr) chain.trouble += " (\"" + name_of(Certificate::shared(at)) + "\")";
  }
  ERR_clear_error();
  return chain;
}

}  // namespace tilstand::seal
