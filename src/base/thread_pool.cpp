// SPDX-License-Identifier: Apache-2.0
#include "base/thread_pool.hpp"

#include <algorithm>
#include <system_error>

namespace tilstand {

ThreadPool::ThreadPool(unsigned jobs) {
  for (unsigned count = 1; count < jobs; ++count) {
    try {
      workers_.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
      return;  // the machine gives no more threads: fewer do the same work
    }
  }
}

ThreadPool::~ThreadPool() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  changed_.notify_all();
  for (std::thread& worker : workers_) worker.join();
}

unsigned ThreadPool::usual_jobs() { return std::max(1U, std::thread::hardware_concurrency()); }

void ThreadPool::hand_in(std::function<void()> job) {
  if (workers_.empty()) return job();
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(job));
  }
  changed_.notify_one();
}

void ThreadPool::work() {
  for (;;) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const std::function<void()> job = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    job();
  }
}

}  // namespace tilstand
