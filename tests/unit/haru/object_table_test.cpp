// SPDX-License-Identifier: Apache-2.0
#include "haru/object_table.hpp"

#include <catch2/catch.hpp>

namespace tilstand::haru {
namespace {

/// Undoes the predictor.
std::vector<std::string> plain_rows(const ObjectTable::Rows& rows) {
  std::vector<std::string> plain;
  std::string above(rows.width(), '\0');
  for (std::size_t at = 0; at < rows.bytes.size(); at += rows.width() + 1) {
    REQUIRE(rows.bytes[at] == '\2');
    for (std::size_t i = 0; i < above.size(); ++i) above[i] = static_cast<char>(above[i] + rows.bytes[at + 1 + i]);
    plain.push_back(above);
  }
  return plain;
}

TEST_CASE("an object is free, at an offset, or in a stream", "[haru]") {
  ObjectTable table;
  const ObjectNumber at = table.allocate(), in = table.allocate(), unused = table.allocate();
  table.place_at(at, 0x1234);
  table.place_in(in, at, 5);
  CHECK(table.is_placed(at));
  CHECK(table.is_placed(in));
  CHECK_FALSE(table.is_placed(unused));
  const auto rows = plain_rows(table.rows());
  REQUIRE(rows.size() == 4);
  CHECK(rows[1] == std::string("\1\x12\x34\0\0", 5));
  CHECK(rows[2] == std::string("\2\0\1\0\5", 5));
  CHECK(rows[3] == std::string("\0\0\0\xFF\xFF", 5));
}

TEST_CASE("offsets past four gigabytes get the bytes they need", "[haru]") {
  ObjectTable table;
  table.place_at(table.allocate(), 0x12'3456'789AULL);
  const ObjectTable::Rows rows = table.rows();
  CHECK(rows.offset_width == 5);
  CHECK(plain_rows(rows)[1] == std::string("\1\x12\x34\x56\x78\x9A\0\0", 8));
}

}  // namespace
}  // namespace tilstand::haru
