// SPDX-License-Identifier: Apache-2.0
#include "deliver/lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

namespace tilstand::deliver {
namespace {

/// Whether the open file is still the one of that name: another holder may have taken it away between the opening and the lock.
bool is_named(int file, const std::string& path) {
  struct stat opened {}, named {};
  return ::fstat(file, &opened) == 0 && ::stat(path.c_str(), &named) == 0 && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

}  // namespace

SendingLock::SendingLock(const std::string& register_path) {
  std::error_code failure;
  const auto real = std::filesystem::weakly_canonical(register_path, failure);  // by whatever way it was named
  path_ = (failure ? register_path : real.string()) + ".sending";
  for (;;) {
    file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file_ < 0) return;
    const bool locked = ::flock(file_, LOCK_EX | LOCK_NB) == 0;
    if (locked && is_named(file_, path_)) {
      got_ = Got::yes;
      return;
    }
    ::close(file_);
    file_ = -1;
    if (locked) continue;
    got_ = Got::held_by_another;
    return;
  }
}

SendingLock::~SendingLock() {
  if (got_ != Got::yes) return;
  ::unlink(path_.c_str());  // while it is locked, so that nobody else can have it
  ::close(file_);
}

}  // namespace tilstand::deliver
