// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/source.hpp"

namespace tilstand::channel {

/// Where a secret is to be found; the secret itself stands in no settings, argument, log or manifest.
struct SecretPlace {
  enum class Kind { none, file, environment, descriptor };
  Kind kind = Kind::none;
  std::string name{};   ///< of a file or variable
  int descriptor = -1;  ///< a file descriptor that is open already, read to its end
  SourceSpan span{};
};

/// The first line of what stands there, without its line end; nothing when it can't be read or is empty.
std::optional<std::string> read_secret(const SecretPlace& place);

}  // namespace tilstand::channel
