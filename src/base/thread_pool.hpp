// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace tilstand {

/// Threads that take on work beside the caller. What a job gives is fetched from its future; who fetches in the order of
/// handing in gets the same for any number of threads. Jobs read only what nobody changes meanwhile, and hand in no jobs.
class ThreadPool {
 public:
  /// `jobs` threads work at once, the caller's among them; with 1 (or 0) every job is done at once by whoever hands it in.
  explicit ThreadPool(unsigned jobs);
  /// Waits for the jobs that were handed in.
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  unsigned jobs() const { return static_cast<unsigned>(workers_.size()) + 1; }

  /// Hands in `work()`.
  template <class Work>
  auto run(Work work) {
    auto task = std::make_shared<std::packaged_task<decltype(work())()>>(std::move(work));
    auto result = task->get_future();
    hand_in([task] { (*task)(); });
    return result;
  }

  /// One for each processor thread of the machine.
  static unsigned usual_jobs();

 private:
  void hand_in(std::function<void()> job);
  void work();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  bool closing_ = false;
  std::vector<std::thread> workers_;
};

}  // namespace tilstand
