// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

namespace tilstand::net {

/// What is known of a transfer after it has ended.
enum class Reach {
  not_reached,  ///< nothing was sent: no such host, no connection, or wrong use
  tls_failed,   ///< nothing was sent: the counterpart has no TLS, or its certificate isn't trusted
  lost,         ///< sending had begun when the connection or the time ended: the counterpart may have taken it
  answered,     ///< the counterpart's answer is here, whatever it says
};

/// How long a transfer may take.
struct Limits {
  std::chrono::milliseconds connect{30'000};  ///< until the connection stands, TLS included
  std::chrono::milliseconds whole{300'000};   ///< from beginning to end
};

/// Whom a transfer trusts. Certificates and host names are always checked.
struct Trust {
  std::string ca_file{};  ///< PEM certificates to trust instead of the system's; empty: the system's
};

}  // namespace tilstand::net
