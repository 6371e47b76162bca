// SPDX-License-Identifier: Apache-2.0
#include "haru/syntax.hpp"

#include <catch2/catch.hpp>

namespace tilstand::haru {
namespace {

TEST_CASE("a text string is a literal while it is printable ASCII", "[haru]") {
  CHECK(text_string("Mål").starts_with("<FEFF"));
  CHECK(text_string("Maal (1) \\ 2") == "(Maal \\(1\\) \\\\ 2)");
  CHECK(text_string("") == "()");
  CHECK(text_string("a\nb") == "<FEFF0061000A0062>");
}

TEST_CASE("characters past the basic plane become surrogate pairs", "[haru]") {
  CHECK(text_string("😀") == "<FEFFD83DDE00>");
  CHECK(utf16_hex("å") == "00E5");
}

TEST_CASE("a carriage return in a literal stays one", "[haru]") { CHECK(byte_string("a\rb") == "(a\\rb)"); }

TEST_CASE("a date keeps the digits of its ISO form", "[haru]") {
  CHECK(date_string("2022-06-15T01:02:03Z") == "(D:20220615010203Z)");
  CHECK(date_string("2022-06-15") == "(D:20220615)");
}

TEST_CASE("numbers are written whole whatever their size", "[haru]") {
  std::string text;
  append_integer(text, -9'000'000'000);
  CHECK(text == "-9000000000");
  CHECK(reference(12) == "12 0 R");
  std::string hex;
  append_hex16(hex, 0xAB);
  CHECK(hex == "00AB");
}

}  // namespace
}  // namespace tilstand::haru
