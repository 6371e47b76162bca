// SPDX-License-Identifier: Apache-2.0
#include "digest/md5.hpp"

#include <openssl/evp.h>

#include <array>

#include "base/ensure.hpp"

namespace tilstand::digest {

std::string md5(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
  unsigned size = 0;
  ensure(EVP_Digest(bytes.data(), bytes.size(), sum.data(), &size, EVP_md5(), nullptr) == 1 && size == 16);
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (unsigned i = 0; i < size; ++i) {
    text += digits[sum[i] >> 4];
    text += digits[sum[i] & 15];
  }
  return text;
}

}  // namespace tilstand::digest
