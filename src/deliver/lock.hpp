// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tilstand::deliver {

/// The right to send what a register holds: one program at a time. It ends with the object, or with the program, whatever ends that.
class SendingLock {
 public:
  enum class Got { yes, held_by_another, cannot };

  /// A file `<register>.sending` is locked (flock) for as long, and goes with the lock.
  explicit SendingLock(const std::string& register_path);
  ~SendingLock();
  SendingLock(const SendingLock&) = delete;
  SendingLock& operator=(const SendingLock&) = delete;

  Got got() const { return got_; }

 private:
  std::string path_;
  int file_ = -1;
  Got got_ = Got::cannot;
};

}  // namespace tilstand::deliver
