// SPDX-License-Identifier: Apache-2.0
#include "diff/child.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <thread>

namespace tilstand::diff {
namespace {

/// The standard streams of the child: all lead to nothing.
class Streams {
 public:
  Streams() {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  }
  ~Streams() { posix_spawn_file_actions_destroy(&actions_); }
  Streams(const Streams&) = delete;
  Streams& operator=(const Streams&) = delete;
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

int waited(pid_t child, int* status, int options) {
  int result = 0;
  do result = ::waitpid(child, status, options);
  while (result < 0 && errno == EINTR);
  return result;
}

/// Waits with growing pauses, so that a short run is not kept waiting and a long one costs nothing.
Ended wait_for(pid_t child, std::chrono::milliseconds limit) {
  const auto last = std::chrono::steady_clock::now() + limit;
  std::chrono::milliseconds pause{1};
  int status = 0;
  while (waited(child, &status, WNOHANG) == 0) {
    if (std::chrono::steady_clock::now() >= last) {
      ::kill(child, SIGKILL);
      waited(child, &status, 0);
      return Ended::too_late;
    }
    std::this_thread::sleep_for(pause);
    if (pause < std::chrono::milliseconds{20}) pause *= 2;
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? Ended::well : Ended::badly;
}

}  // namespace

Ended run_child(const std::vector<std::string>& command, std::chrono::milliseconds limit) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const Streams streams;
  pid_t child = 0;
  const int failure = ::posix_spawnp(&child, arguments.front(), streams.get(), nullptr, arguments.data(), environ);
  return failure == 0 ? wait_for(child, limit) : Ended::missing;
}

}  // namespace tilstand::diff
