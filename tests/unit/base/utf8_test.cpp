// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.hpp"

#include <catch2/catch.hpp>

namespace tilstand {
namespace {

TEST_CASE("well-formed text of every length comes back as it was", "[base]") {
  const std::string text = "aø€\xF0\x9F\x91\xA9\xF4\x8F\xBF\xBF";
  CHECK_FALSE(first_invalid_utf8(text).has_value());
  const std::u32string points = decode_utf8(text);
  CHECK(points == U"aø€\U0001F469\U0010FFFF");
  std::string again;
  for (const char32_t point : points) append_utf8(again, point);
  CHECK(again == text);
}

TEST_CASE("the first ill-formed byte is found", "[base]") {
  CHECK(first_invalid_utf8("ab\xFF") == 2U);
  CHECK(first_invalid_utf8("a\xC3") == 1U);              // cut
  CHECK(first_invalid_utf8("\xC0\x80") == 0U);           // over-long
  CHECK(first_invalid_utf8("\xE0\x9F\xBF") == 0U);       // over-long
  CHECK(first_invalid_utf8("x\xED\xA0\x80") == 1U);      // a surrogate
  CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0U);   // past U+10FFFF
  CHECK(first_invalid_utf8("ø\x80") == 2U);              // a stray continuation
}

TEST_CASE("each ill-formed byte becomes one replacement character", "[base]") {
  CHECK(decode_utf8("a\xFF\xFE" "b") == U"a\uFFFD\uFFFDb");
  CHECK(decode_utf8("\xE2\x82") == U"\uFFFD\uFFFD");
}

}  // namespace
}  // namespace tilstand
