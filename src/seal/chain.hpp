// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "seal/certificate.hpp"

namespace tilstand::seal {

enum class Purpose { seal, time_stamp };

/// A certificate and those above it, up to one that is trusted.
struct Chain {
  Certificates links;   ///< from the one asked for to the trusted one; empty: there is none
  std::string trouble;  ///< why there is none

  bool is_trusted() const { return trouble.empty(); }
};

/// Looks for a chain that was valid at the moment (RFC 5280, 6); weak keys and hashes break it. `others` are certificates that may stand between.
Chain chain_of(const Certificate& certificate, const Certificates& others, const Certificates& trust, Purpose purpose, Moment moment);

inline void release_store(X509_STORE* store) { X509_STORE_free(store); }
using Store = Handle<X509_STORE, release_store>;

/// What is trusted, as it was at the moment.
Store store_of(const Certificates& trust, Moment moment);

}  // namespace tilstand::seal
