// SPDX-License-Identifier: Apache-2.0
#include "manifest/align.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace tilstand::manifest;
using Words = std::vector<std::string>;
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

namespace {

/// The length of a longest common subsequence, by the definition.
std::size_t longest(const Words& a, const Words& b) {
  std::vector<std::vector<std::size_t>> best(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j)
      best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
  return best[a.size()][b.size()];
}

void check_sound(const Pairs& pairs, const Words& a, const Words& b) {
  for (std::size_t at = 0; at < pairs.size(); ++at) {
    REQUIRE(a[pairs[at].first] == b[pairs[at].second]);
    if (at > 0) REQUIRE((pairs[at - 1].first < pairs[at].first && pairs[at - 1].second < pairs[at].second));
  }
}

Words drawn(std::mt19937& dice, std::size_t most, unsigned letters) {
  Words words(dice() % (most + 1));
  for (std::string& word : words) word = std::string(1, static_cast<char>('a' + dice() % letters));
  return words;
}

Words numbered(std::size_t count, std::size_t from) {
  Words words;
  for (std::size_t at = 0; at < count; ++at) words.push_back(std::to_string(from + at));
  return words;
}

}  // namespace

TEST_CASE("an insertion leaves everything else paired", "[manifest][unit]") {
  CHECK(align({"a", "b", "c"}, {"a", "x", "b", "c"}) == Pairs{{0, 0}, {1, 2}, {2, 3}});
  CHECK(align({"a", "a", "b"}, {"a", "b"}) == Pairs{{0, 0}, {2, 1}});
  CHECK(align({}, {"a"}).empty());
  CHECK(align({"a"}, {"b"}).empty());
}

TEST_CASE("pairs are a longest common subsequence", "[manifest][property]") {
  std::mt19937 dice(5);
  for (int round = 0; round < 400; ++round) {
    const Words a = drawn(dice, 24, 6), b = drawn(dice, 24, 6);
    const Pairs pairs = align(a, b);
    check_sound(pairs, a, b);
    CHECK(pairs.size() == longest(a, b));
    CHECK(align(a, a).size() == a.size());
  }
}

TEST_CASE("long sequences are held by what occurs once", "[manifest][unit]") {
  Words a = numbered(6000, 0), b = numbered(6000, 0);
  for (std::size_t at = 0; at < a.size(); at += 3) a[at] = "old";
  for (std::size_t at = 0; at < b.size(); at += 2) b[at] = "new";
  b.insert(b.begin() + 3000, {"x", "y"});
  const Pairs pairs = align(a, b);
  check_sound(pairs, a, b);
  CHECK(pairs.size() == 2000);
  const Words same(5000, "s"), other(5000, "t");
  CHECK(align(same, other).empty());
  CHECK(align(same, same).size() == 5000);
}

TEST_CASE("gaps are what lies between pairs", "[manifest][unit]") {
  const std::vector<Gap> found = gaps({{1, 0}, {2, 3}}, 3, 5);
  REQUIRE(found.size() == 3);
  CHECK((found[0].before.begin == 0 && found[0].before.end == 1 && found[0].after.size() == 0));
  CHECK((found[1].before.size() == 0 && found[1].after.begin == 1 && found[1].after.end == 3));
  CHECK((found[2].before.size() == 0 && found[2].after.begin == 4 && found[2].after.end == 5));
  CHECK(gaps({{0, 0}}, 1, 1).empty());
  CHECK(gaps({}, 0, 0).empty());
}
