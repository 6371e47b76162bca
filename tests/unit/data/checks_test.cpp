// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <random>

#include "data/findings.hpp"
#include "data/outliers.hpp"
#include "unit/data/data_folder.hpp"

using namespace tilstand;
using namespace tilstand::data;
using data_folder::Folder;

namespace {

Figure series(std::initializer_list<int> values) {
  Figure figure;
  int year = 2000;
  for (const int value : values) {
    Observation one;
    one.year = year++, one.value = {value, 0};
    figure.observations.push_back(one);
  }
  return figure;
}

/// Codes of what the checks find, those of errors marked with "!".
std::vector<std::string> codes(const std::vector<Diagnostic>& found) {
  std::vector<std::string> list;
  for (const Diagnostic& one : found) list.push_back(one.code + (one.severity == Severity::error ? "!" : ""));
  return list;
}

using Codes = std::vector<std::string>;
using Places = std::vector<std::size_t>;

}  // namespace

TEST_CASE("a value far from its series stands out, its neighbours don't", "[data]") {
  CHECK(outliers_of(series({100, 104, 107, 1120, 115, 119, 124})) == Places{3});
  CHECK(outliers_of(series({100, 104, 107, 512, 515, 519, 524})) == Places{3});
  CHECK(outliers_of(series({100, 104, 107, 112, 115, 119, 1240})) == Places{6});
  CHECK(outliers_of(series({1000, 104, 107, 112, 115, 119, 124})) == Places{1});
  CHECK(outliers_of(series({100, 120, 107, 132, 115, 140, 124})).empty());
  CHECK(outliers_of(series({5, 5, 5, 5, 5, 5, 9})).empty());
  CHECK(outliers_of(series({5, 5, 5, 5, 5, 5, 50})) == Places{6});
  CHECK(outliers_of(series({100, 104, 1070, 112, 115})).empty());
}

TEST_CASE("a steady series with one planted error shows that one", "[data][property]") {
  std::mt19937_64 random(9);
  for (int round = 0; round < 300; ++round) {
    Figure figure;
    std::int64_t value = 1000;
    const std::size_t count = 8 + random() % 12, planted = 1 + random() % (count - 2);
    for (std::size_t at = 0; at < count; ++at) {
      Observation one;
      value += 20 + static_cast<std::int64_t>(random() % 11);
      one.year = 2000 + static_cast<int>(at), one.value = {at == planted ? value * 10 : value, 0};
      figure.observations.push_back(one);
    }
    REQUIRE(outliers_of(figure) == Places{planted});
  }
}

TEST_CASE("an acknowledgement names checks, or stands for all", "[data]") {
  CHECK(read_acknowledgement("Kilden sier det").codes.empty());
  CHECK(read_acknowledgement("Kilden: sier det").reason == "Kilden: sier det");
  CHECK(read_acknowledgement("data.outlier, data.too-old: Sant").codes == std::vector<std::string>{"data.outlier", "data.too-old"});
  CHECK(read_acknowledgement("data.outlier, data.too-old: Sant").reason == "Sant");
  CHECK(read_acknowledgement("data.outlier:").reason.empty());
  CHECK(read_acknowledgement("  ").reason.empty());
}

TEST_CASE("severities are the definition's", "[data]") {
  const auto found = [](std::optional<Severity> severity) {
    Folder folder;
    folder.figures = "a,A,percent,higher,\n", folder.values = "a,2021,5,,\n";
    definition::Definition definition;
    definition.checks.set("data.no-source", severity);
    return codes(folder.check("", definition));
  };
  CHECK(found(Severity::error) == Codes{"data.no-source!"});
  CHECK(found(Severity::notice) == Codes{"data.no-source"});
  CHECK(found(std::nullopt).empty());
}

TEST_CASE("what is said to agree is compared year by year", "[data]") {
  const auto found = [](const std::string& check) {
    Folder folder;
    folder.figures = "all,A,count,none,S\nsome,B,count,none,S\nrest,C,count,none,S\np,P,percent,none,S\nq,Q,percent,none,S\n";
    folder.values = "all,2020,10,,\nall,2021,12,,\nsome,2020,4,,\nsome,2021,5,,\nrest,2020,6,,\nrest,2021,7,,\np,2021,33.4,,\nq,2021,66.7,,\n";
    return codes(folder.check("[check.c]\n" + check));
  };
  CHECK(found("total = \"all\"\nparts = [\"some\", \"rest\"]\n").empty());
  CHECK(found("total = \"all\"\nparts = [\"some\"]\n") == Codes{"data.total-unlike-parts!", "data.total-unlike-parts!"});
  CHECK(found("total = \"all\"\nparts = [\"some\"]\nyears = [2021]\nwithin = \"7\"\n").empty());
  CHECK(found("total = \"all\"\nparts = [\"some\"]\nyears = [2021]\nwithin = \"6.9\"\n") == Codes{"data.total-unlike-parts!"});
  CHECK(found("shares = [\"p\", \"q\"]\n").empty());
  CHECK(found("shares = [\"p\", \"q - 0.3\"]\n") == Codes{"data.shares-do-not-sum"});
  CHECK(found("same = [\"all\", \"some + rest\"]\n").empty());
  CHECK(found("same = [\"all\", \"some\"]\nyears = [2021]\nacknowledged = \"Ulike mål\"\n") == Codes{"data.two-values"});
  CHECK(found("same = [\"all\", \"some + rest\"]\nacknowledged = \"Ulike mål\"\n") == Codes{"data.unused-acknowledgement"});
  CHECK(found("same = [\"all\", \"sme\"]\n") == Codes{"data.unknown-name!"});
  CHECK(found("total = \"all\"\nparts = [\"some\", \"p\"]\nyears = [2021]\n") == Codes{"data.mixed-units!"});
}

TEST_CASE("a check that isn't said right is refused", "[data]") {
  const auto mistakes = [](const std::string& check) {
    Folder folder;
    folder.figures = "a,A,count,none,S\n", folder.values = "a,2021,5,,\n";
    folder.read("[check.c]\n" + check);
    return folder.mistakes();
  };
  CHECK(mistakes("same = [\"a\"]\n") == Codes{"data.bad-check data.toml:5:8"});
  CHECK(mistakes("within = \"1\"\n") == Codes{"data.bad-check data.toml:5:8"});
  CHECK(mistakes("total = \"a\"\nshares = [\"a\", \"a\"]\n") == Codes{"data.bad-check data.toml:5:8", "definition.missing-key data.toml:5:1", "definition.unknown-key data.toml:7:1"});
  CHECK(mistakes("same = [\"a\", \"a\"]\nwithin = \"1,5\"\n") == Codes{"data.bad-number data.toml:7:11"});
}
