// SPDX-License-Identifier: Apache-2.0
#include "base/json_text.hpp"

#include <catch2/catch.hpp>

namespace tilstand {
namespace {

TEST_CASE("a JSON string escapes quotes, backslashes and control characters and keeps UTF-8", "[base]") {
  CHECK(json_string("a \"b\" \\ c") == "\"a \\\"b\\\" \\\\ c\"");
  CHECK(json_string("line\nbreak\x01") == "\"line\\nbreak\\u0001\"");
  CHECK(json_string("Mål") == "\"Mål\"");
}

}  // namespace
}  // namespace tilstand
