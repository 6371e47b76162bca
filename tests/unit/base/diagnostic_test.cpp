// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.hpp"

#include <catch2/catch.hpp>

namespace tilstand {
namespace {

SourceSpan at(std::uint32_t file, std::uint32_t line, std::uint32_t column) { return {{file}, {line, column}, {line, column + 1}}; }

TEST_CASE("diagnostics are sorted by file in reading order, then place; what has no file comes last", "[base]") {
  Diagnostics found;
  found.error("r.none", "m", {});
  found.error("r.second-file", "m", at(1, 1, 1));
  found.warning("r.late", "m", at(0, 10, 1));
  found.notice("r.column", "m", at(0, 2, 9));
  found.error("r.early", "m", at(0, 2, 3));
  found.sort();
  std::string order;
  for (const Diagnostic& one : found.list()) order += one.code + " ";
  CHECK(order == "r.early r.column r.late r.second-file r.none ");
}

TEST_CASE("exact repeats are told once, others stay", "[base]") {
  Diagnostics found;
  for (int i = 0; i < 3; ++i) found.error("r.a", "m", at(0, 1, 1));
  found.error("r.a", "n", at(0, 1, 1));
  found.error("r.b", "m", at(0, 1, 1));
  found.sort();
  CHECK(found.list().size() == 3);
}

TEST_CASE("only errors stop a build", "[base]") {
  Diagnostics found;
  found.notice("r.a", "m", {});
  found.warning("r.a", "m", {});
  CHECK_FALSE(found.has_errors());
  found.error("r.a", "m", {}, "do this");
  CHECK(found.has_errors());
  CHECK(found.list().back().hint == "do this");
}

}  // namespace
}  // namespace tilstand
