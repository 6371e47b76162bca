// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/x509.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "seal/moment.hpp"

namespace tilstand::seal {

/// Gives an OpenSSL object back by its own function.
template <auto release>
struct Releaser {
  template <class Object>
  void operator()(Object* object) const { release(object); }
};
template <class Object, auto release>
using Handle = std::unique_ptr<Object, Releaser<release>>;

/// A certificate (RFC 5280), one object among all its copies.
class Certificate {
 public:
  Certificate() = default;
  /// Takes over a reference.
  explicit Certificate(X509* owned) : handle_(owned) {}
  static Certificate shared(X509* borrowed) { return X509_up_ref(borrowed) == 1 ? Certificate(borrowed) : Certificate(); }
  Certificate(const Certificate& other) : Certificate(other.handle_ ? shared(other.get()) : Certificate()) {}
  Certificate(Certificate&&) = default;
  Certificate& operator=(Certificate other) { return handle_.swap(other.handle_), *this; }
  ~Certificate() = default;

  X509* get() const { return handle_.get(); }
  explicit operator bool() const { return handle_ != nullptr; }
  bool operator==(const Certificate& other) const { return X509_cmp(get(), other.get()) == 0; }

 private:
  Handle<X509, X509_free> handle_;
};

using Certificates = std::vector<Certificate>;

inline void release_stack(STACK_OF(X509)* stack) { sk_X509_free(stack); }
using Stack = Handle<STACK_OF(X509), release_stack>;

/// What OpenSSL's calls want; the certificates stay the list's.
Stack stack_of(const Certificates& certificates);
/// Adds those that are not there yet.
void add_new(Certificates& into, const Certificates& more);

/// "Publisher, Organisation": common name and organisation of the subject.
std::string name_of(const Certificate& certificate);
std::string der_of(const Certificate& certificate);
Moment valid_from(const Certificate& certificate);
Moment valid_until(const Certificate& certificate);
bool is_self_signed(const Certificate& certificate);

/// Nothing when `time` can't be read.
std::optional<Moment> moment_of(const ASN1_TIME* time);

/// All certificates of a PEM file, or the one of a DER file. Codes: seal.cannot-read, seal.no-certificate.
std::optional<Certificates> read_certificates(const std::string& path, Diagnostics& diagnostics);
std::optional<Certificates> read_certificates(const std::vector<std::string>& paths, Diagnostics& diagnostics);
std::optional<Certificate> certificate_of(std::string_view der);

/// What OpenSSL complained of last; its list of complaints is empty afterwards.
std::string openssl_trouble();

}  // namespace tilstand::seal
