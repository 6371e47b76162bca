// SPDX-License-Identifier: Apache-2.0
#include "definition/read_checks.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace tilstand;
using namespace tilstand::definition;

namespace {

struct Read {
  Checks checks;
  Diagnostics diagnostics;
};

Read read(const std::string& toml) {
  Read result;
  const auto table = parse_toml_at(toml, FileId{0}, {1, 1}, result.diagnostics);
  REQUIRE(table);
  ReadContext context{result.diagnostics};
  result.checks = read_checks(*table, context);
  return result;
}

}  // namespace

TEST_CASE("checks are what the definition says, else what they always are", "[definition]") {
  const Read result = read("data.outlier = \"error\"\n\"data.no-source\" = \"off\"\n");
  CHECK(result.diagnostics.list().empty());
  CHECK(result.checks.severity("data.outlier") == Severity::error);
  CHECK(result.checks.severity("data.no-source") == std::nullopt);
  CHECK(result.checks.severity("data.too-old") == Severity::warning);
  CHECK(result.checks.severity("data.two-values") == Severity::error);
}

TEST_CASE("a check or a severity that there is not is refused", "[definition]") {
  const Read result = read("data.outlyer = \"error\"\ndata.no-source = \"loud\"\n");
  REQUIRE(result.diagnostics.list().size() == 2);
  CHECK(result.diagnostics.list()[0].code == "definition.unknown-value");
  CHECK(result.diagnostics.list()[1].code == "definition.unknown-key");
  CHECK(result.diagnostics.list()[1].hint == "did you mean \"data.outlier\"?");
}

TEST_CASE("the list of checks is sorted, each once", "[definition]") {
  CHECK(std::is_sorted(std::begin(check_kinds), std::end(check_kinds), [](const CheckKind& a, const CheckKind& b) { return a.code < b.code; }));
}
