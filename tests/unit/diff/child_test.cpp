// SPDX-License-Identifier: Apache-2.0
#include "diff/child.hpp"

#include <catch2/catch.hpp>

using tilstand::diff::Ended;
using tilstand::diff::run_child;
using namespace std::chrono_literals;

TEST_CASE("a child's end is told", "[diff][unit]") {
  CHECK(run_child({"true"}, 10s) == Ended::well);
  CHECK(run_child({"false"}, 10s) == Ended::badly);
  CHECK(run_child({"sh", "-c", "kill -9 $$"}, 10s) == Ended::badly);
  CHECK(run_child({"tilstand-no-such-program"}, 10s) == Ended::missing);
}

TEST_CASE("a child that goes on for too long is ended", "[diff][unit]") {
  const auto begun = std::chrono::steady_clock::now();
  CHECK(run_child({"sleep", "60"}, 100ms) == Ended::too_late);
  CHECK(std::chrono::steady_clock::now() - begun < 30s);
}

TEST_CASE("a child prints nothing here and reads nothing", "[diff][unit]") {
  CHECK(run_child({"sh", "-c", "cat; echo heard"}, 10s) == Ended::well);
}
