// SPDX-License-Identifier: Apache-2.0
#include "haru/output_file.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace tilstand::haru {
namespace {

constexpr std::size_t buffer_size = 1 << 16;

}  // namespace

OutputFile::OutputFile(std::string path, const std::string& suffix)
    : path_(std::move(path)), part_(path_ + ".part-" + suffix) {
  descriptor_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor_ < 0) fail("open", errno);
}

OutputFile::~OutputFile() { discard(); }

void OutputFile::fail(const char* deed, int error) {
  if (failure_.empty()) {
    failure_ = std::string("can't ") + deed + " " + part_ + ": " + std::error_code(error, std::generic_category()).message();
  }
  discard();
}

void OutputFile::discard() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  descriptor_ = -1;
  ::unlink(part_.c_str());
}

void OutputFile::write(std::string_view bytes) {
  size_ += bytes.size();
  if (descriptor_ < 0) return;
  buffer_ += bytes;
  if (buffer_.size() >= buffer_size) flush();
}

void OutputFile::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && descriptor_ >= 0) {
    const ssize_t done = ::write(descriptor_, rest.data(), rest.size());
    if (done > 0) {
      rest.remove_prefix(static_cast<std::size_t>(done));
    } else if (done == 0 || errno != EINTR) {
      fail("write", done == 0 ? ENOSPC : errno);
    }
  }
  buffer_.clear();
}

bool OutputFile::commit() {
  flush();
  if (descriptor_ < 0) return false;
  if (::fsync(descriptor_) != 0) {
    fail("sync", errno);
    return false;
  }
  if (std::rename(part_.c_str(), path_.c_str()) != 0) {
    fail("rename", errno);
    return false;
  }
  ::close(descriptor_);
  descriptor_ = -1;
  return true;
}

}  // namespace tilstand::haru
