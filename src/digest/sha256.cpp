// SPDX-License-Identifier: Apache-2.0
#include "digest/sha256.hpp"

#include <openssl/evp.h>

#include <array>

#include "base/ensure.hpp"

namespace tilstand::digest {

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
  unsigned size = 0;
  ensure(EVP_Digest(bytes.data(), bytes.size(), sum.data(), &size, EVP_sha256(), nullptr) == 1 && size == 32);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(64);
  for (unsigned i = 0; i < size; ++i) {
    hex += digits[sum[i] >> 4];
    hex += digits[sum[i] & 15];
  }
  return hex;
}

}  // namespace tilstand::digest
