// SPDX-License-Identifier: Apache-2.0
#include "seal/certificate.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <ctime>

#include "base/file.hpp"

namespace tilstand::seal {
namespace {

std::string entry_of(X509_NAME* name, int kind) {
  const int at = X509_NAME_get_index_by_NID(name, kind, -1);
  if (at < 0) return {};
  unsigned char* utf8 = nullptr;
  const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
  if (size < 0) return {};
  std::string text(reinterpret_cast<const char*>(utf8), static_cast<std::size_t>(size));
  OPENSSL_free(utf8);
  std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; });
  return text;
}

Certificates certificates_of(const std::string& bytes) {
  Certificates all;
  const Handle<BIO, BIO_free> source(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
  while (X509* next = PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr)) all.emplace_back(next);
  if (all.empty())
    if (auto one = certificate_of(bytes)) all.push_back(std::move(*one));
  ERR_clear_error();
  return all;
}

}  // namespace

Stack stack_of(const Certificates& certificates) {
  Stack stack(sk_X509_new_null());
  for (const Certificate& one : certificates) sk_X509_push(stack.get(), one.get());
  return stack;
}

void add_new(Certificates& into, const Certificates& more) {
  for (const Certificate& one : more)
    if (std::find(into.begin(), into.end(), one) == into.end()) into.push_back(one);
}

std::string name_of(const Certificate& certificate) {
  X509_NAME* const subject = X509_get_subject_name(certificate.get());
  const std::string name = entry_of(subject, NID_commonName), organisation = entry_of(subject, NID_organizationName);
  if (name.empty() || organisation.empty() || name == organisation) return name.empty() ? organisation : name;
  return name + ", " + organisation;
}

std::string der_of(const Certificate& certificate) {
  unsigned char* der = nullptr;
  const int size = i2d_X509(certificate.get(), &der);
  if (size < 0) return {};
  std::string bytes(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
  OPENSSL_free(der);
  return bytes;
}

std::optional<Moment> moment_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return std::nullopt;
  return static_cast<Moment>(timegm(&parts));
}

Moment valid_from(const Certificate& certificate) { return moment_of(X509_get0_notBefore(certificate.get())).value_or(0); }

Moment valid_until(const Certificate& certificate) { return moment_of(X509_get0_notAfter(certificate.get())).value_or(0); }

bool is_self_signed(const Certificate& certificate) { return X509_self_signed(certificate.get(), 0) == 1; }

std::optional<Certificate> certificate_of(std::string_view der) {
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  X509* const one = d2i_X509(nullptr, &at, static_cast<long>(der.size()));
  ERR_clear_error();
  return one ? std::optional<Certificate>(Certificate(one)) : std::nullopt;
}

std::optional<Certificates> read_certificates(const std::string& path, Diagnostics& diagnostics) {
  const auto bytes = read_file(path);
  if (!bytes) {
    diagnostics.error("seal.cannot-read", "\"" + path + "\" can't be read", {});
    return std::nullopt;
  }
  constexpr std::size_t most = 1 << 26;
  Certificates all = bytes->size() > most ? Certificates() : certificates_of(*bytes);
  if (!all.empty()) return all;
  diagnostics.error("seal.no-certificate", "\"" + path + "\" holds no certificate", {}, "a PEM file has lines -----BEGIN CERTIFICATE-----");
  return std::nullopt;
}

std::optional<Certificates> read_certificates(const std::vector<std::string>& paths, Diagnostics& diagnostics) {
  Certificates all;
  for (const std::string& path : paths) {
    const auto some = read_certificates(path, diagnostics);
    if (!some) return std::nullopt;
    add_new(all, *some);
  }
  return all;
}

std::string openssl_trouble() {
  const unsigned long last = ERR_peek_last_error();
  const char* const reason = last == 0 ? nullptr : ERR_reason_error_string(last);
  ERR_clear_error();
  return reason ? reason : "no reason is known";
}

}  // namespace tilstand::seal
