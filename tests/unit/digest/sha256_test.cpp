// SPDX-License-Identifier: Apache-2.0
#include "digest/sha256.hpp"

#include <catch2/catch.hpp>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <unistd.h>

using tilstand::digest::sha256;
using tilstand::digest::sha256_of_file;

TEST_CASE("the sums of FIPS 180-4's examples come out", "[digest]") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("no bytes have a sum, and zero bytes count", "[digest]") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256(std::string_view("\0", 1)) != sha256(""));
}

TEST_CASE("a file has the sum of its bytes, however many pieces it is read in", "[digest]") {
  const std::string path = (std::filesystem::temp_directory_path() / ("digest-" + std::to_string(getpid()))).string();
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{1} << 16, (std::size_t{1} << 17) + 3}) {
    const std::string bytes(size, 'b');
    std::ofstream(path, std::ios::binary) << bytes;
    CHECK(sha256_of_file(path) == sha256(bytes));
  }
  std::remove(path.c_str());
  CHECK_FALSE(sha256_of_file(path));
  CHECK_FALSE(sha256_of_file(std::filesystem::temp_directory_path().string()));
}
