// SPDX-License-Identifier: Apache-2.0
#include "base/source.hpp"

#include <catch2/catch.hpp>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/suggest.hpp"
#include "base/utf8.hpp"

using namespace tilstand;

TEST_CASE("positions count code points, not bytes", "[base]") {
  Sources sources;
  const FileId file = sources.add("a.toml", "en = 1\nmål = 2\r\n");
  CHECK(sources.position(file, 0) == Position{1, 1});
  CHECK(sources.position(file, 7 + 4) == Position{2, 4});  // after "mål", where å takes two bytes
  CHECK(sources.line(file, 2) == "mål = 2");
  CHECK(sources.line(file, 9).empty());
}

TEST_CASE("ill-formed UTF-8 is found at its first byte", "[base]") {
  CHECK(first_invalid_utf8("måne") == std::nullopt);
  CHECK(first_invalid_utf8("a\xC3(") == 1);
  CHECK(first_invalid_utf8("ab\xED\xA0\x80") == 2);      // a surrogate
  CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0);    // past U+10FFFF
  CHECK(first_invalid_utf8("\xC0\xAF") == 0);            // overlong
}

TEST_CASE("UTF-8 comes back as it went in", "[base]") {
  const std::string text = "aå→𝄞";
  std::string back;
  for (const char32_t point : decode_utf8(text)) append_utf8(back, point);
  CHECK(back == text);
}

TEST_CASE("a near word is suggested and a far one is not", "[base]") {
  const std::vector<std::string> known{"title", "text", "source"};
  CHECK(did_you_mean("tilte", known) == "did you mean \"title\"?");
  CHECK(did_you_mean("completely", known).empty());
  CHECK(edit_distance("ab", "ba") == 1);
}

TEST_CASE("diagnostics are sorted by place and said once", "[base]") {
  Diagnostics diagnostics;
  const FileId file{0};
  diagnostics.warning("b.two", "second", {file, {2, 1}, {2, 2}});
  diagnostics.error("a.one", "first", {file, {1, 5}, {1, 6}});
  diagnostics.error("a.one", "first", {file, {1, 5}, {1, 6}});
  diagnostics.sort();
  REQUIRE(diagnostics.list().size() == 2);
  CHECK(diagnostics.list()[0].message == "first");
  CHECK(diagnostics.has_errors());
}

TEST_CASE("a result is a value or a list of failures", "[base]") {
  const Result<int> good = 3;
  const Result<int> bad = Diagnostic{Severity::error, "a.b", "no", {}};
  REQUIRE(good);
  CHECK(*good == 3);
  REQUIRE_FALSE(bad);
  CHECK(bad.failures().front().message == "no");
}
