// SPDX-License-Identifier: Apache-2.0
#include "definition/lengths.hpp"

#include <catch2/catch.hpp>

namespace tilstand::definition {
namespace {

TEST_CASE("a length is a number with millimetres or points", "[definition]") {
  CHECK(parse_length("5mm") == mm(5));
  CHECK(parse_length("11pt") == pt(11));
  CHECK(parse_length("-0.25pt") == pt(-0.25));
  CHECK(parse_length("0mm") == Length{});
}

TEST_CASE("the baseline unit is known only where one is given", "[definition]") {
  CHECK(parse_length("1.5u", mm(4)) == mm(6));
  CHECK_FALSE(parse_length("1.5u").has_value());
}

TEST_CASE("what is no length gives nothing", "[definition]") {
  for (const char* text : {"", "-", "mm", "5", "5 mm", "5cm", "5mmm", "+5mm", "--5mm", "nanmm", "infpt", "1e3mm", ".5mm", "5,5mm", "0x5mm"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_length(text, mm(1)).has_value());
  }
}

TEST_CASE("a length is at most ten metres", "[definition]") {
  CHECK(parse_length("10000mm") == mm(10000));
  CHECK_FALSE(parse_length("10000.1mm").has_value());
  CHECK_FALSE(parse_length("-10001mm").has_value());
  CHECK_FALSE(parse_length("99999999999999999999999999999999mm").has_value());
}

}  // namespace
}  // namespace tilstand::definition
