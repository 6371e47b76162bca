// SPDX-License-Identifier: Apache-2.0
#include "base/xml_text.hpp"

#include <catch2/catch.hpp>

using tilstand::xml_escaped;

TEST_CASE("What marks up is written as references", "[base]") {
  CHECK(xml_escaped("a < b & \"c\" > d") == "a &lt; b &amp; &quot;c&quot; &gt; d");
  CHECK(xml_escaped("blåbær – 1\u00A0000\n\t.") == "blåbær – 1\u00A0000\n\t.");
}

TEST_CASE("What XML can't hold becomes the replacement character", "[base]") {
  CHECK(xml_escaped(std::string("a\0b", 3)) == "a\uFFFDb");
  CHECK(xml_escaped("a\x1B" "b") == "a\uFFFDb");
  CHECK(xml_escaped("\uFFFE") == "\uFFFD");
  CHECK(xml_escaped("\xFF") == "\uFFFD");
}
