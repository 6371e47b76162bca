// SPDX-License-Identifier: Apache-2.0
#include "base/thread_pool.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <algorithm>
#include <stdexcept>

using tilstand::ThreadPool;

TEST_CASE("results come in the order of handing in, for any number of threads", "[base]") {
  for (const unsigned jobs : {0U, 1U, 2U, 7U}) {
    ThreadPool pool(jobs);
    CHECK(pool.jobs() == std::max(jobs, 1U));
    std::vector<std::future<int>> results;
    for (int number = 0; number < 500; ++number) results.push_back(pool.run([number] { return number * number; }));
    for (int number = 0; number < 500; ++number) REQUIRE(results[static_cast<std::size_t>(number)].get() == number * number);
  }
}

TEST_CASE("a pool that goes away has done what was handed in", "[base]") {
  std::atomic<int> done{0};
  {
    ThreadPool pool(3);
    for (int number = 0; number < 200; ++number) pool.run([&done] { ++done; });
  }
  CHECK(done == 200);
}

TEST_CASE("what a job throws comes out where its result is fetched", "[base]") {
  for (const unsigned jobs : {1U, 2U}) {
    ThreadPool pool(jobs);
    auto failing = pool.run([]() -> int { throw std::runtime_error("no"); });
    CHECK_THROWS_AS(failing.get(), std::runtime_error);
    CHECK(pool.run([] { return 1; }).get() == 1);
  }
}
