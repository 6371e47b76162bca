// SPDX-License-Identifier: Apache-2.0
#include "digest/uuid.hpp"

#include "digest/sha256.hpp"

namespace tilstand::digest {

std::string uuid(std::string_view seed) {
  std::string hex = sha256(seed).substr(0, 32);
  hex[12] = '8';
  hex[16] = "89ab"[static_cast<unsigned char>(hex[16]) % 4];
  for (const std::size_t at : {20U, 16U, 12U, 8U}) hex.insert(at, "-");
  return hex;
}

}  // namespace tilstand::digest
