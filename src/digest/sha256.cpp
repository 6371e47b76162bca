// SPDX-License-Identifier: Apache-2.0
#include "digest/sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>
#include <vector>

#include "base/ensure.hpp"

namespace tilstand::digest {
namespace {

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

/// A digest that grows.
class Digest {
 public:
  Digest() : context_(EVP_MD_CTX_new()) { ensure(context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1); }

  void add(std::string_view bytes) { ensure(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1); }

  std::string hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned size = 0;
    ensure(EVP_DigestFinal_ex(context_.get(), sum.data(), &size) == 1 && size == 32);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(64);
    for (unsigned i = 0; i < size; ++i) {
      text += digits[sum[i] >> 4];
      text += digits[sum[i] & 15];
    }
    return text;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, FreeContext> context_;
};

}  // namespace

std::string sha256(std::string_view bytes) {
  Digest digest;
  digest.add(bytes);
  return digest.hex();
}

std::optional<std::string> sha256_of_file(const std::string& path) {
  constexpr std::size_t piece = 1 << 16;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  Digest digest;
  std::vector<char> bytes(piece);
  do {
    file.read(bytes.data(), static_cast<std::streamsize>(piece));
    digest.add({bytes.data(), static_cast<std::size_t>(file.gcount())});
  } while (file);
  if (file.bad() || !file.eof()) return std::nullopt;
  return digest.hex();
}

}  // namespace tilstand::digest
