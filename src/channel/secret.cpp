// SPDX-License-Identifier: Apache-2.0
#include "channel/secret.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>

#include "base/file.hpp"

namespace tilstand::channel {
namespace {

std::optional<std::string> read_descriptor(int descriptor) {
  std::string bytes;
  std::array<char, 4096> part{};
  for (;;) {
    const ssize_t size = ::read(descriptor, part.data(), part.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return std::nullopt;
    if (size == 0) return bytes;
    bytes.append(part.data(), static_cast<std::size_t>(size));
  }
}

std::optional<std::string> read_whole(const SecretPlace& place) {
  switch (place.kind) {
    case SecretPlace::Kind::file: return read_file(place.name);
    case SecretPlace::Kind::descriptor: return read_descriptor(place.descriptor);
    case SecretPlace::Kind::environment: {
      const char* value = std::getenv(place.name.c_str());
      return value != nullptr ? std::optional<std::string>(value) : std::nullopt;
    }
    case SecretPlace::Kind::none: break;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> read_secret(const SecretPlace& place) {
  std::optional<std::string> secret = read_whole(place);
  if (!secret) return secret;
  secret->resize(std::min(secret->find_first_of("\r\n"), secret->size()));
  return secret->empty() ? std::nullopt : secret;
}

}  // namespace tilstand::channel
