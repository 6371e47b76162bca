// SPDX-License-Identifier: Apache-2.0
#include "haru/output_file.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace tilstand::haru {
namespace {

constexpr std::size_t buffer_size = 1 << 16;

namespace fs = std::filesystem;

/// Removes a part unless its writer lives.
void remove_stale(const fs::path& part) {
  const int descriptor = ::open(part.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0) return;
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) ::unlink(part.c_str());
  ::close(descriptor);
}

void remove_stale_parts(const fs::path& target) {
  const std::string begin = target.filename().string() + ".part-";
  const fs::path folder = target.has_parent_path() ? target.parent_path() : ".";
  std::error_code failure;
  for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end; entry.increment(failure)) {
    std::error_code unknown;
    const bool own = entry->path().filename().string().starts_with(begin);
    if (own && entry->symlink_status(unknown).type() == fs::file_type::regular) remove_stale(entry->path());
  }
}

}  // namespace

OutputFile::OutputFile(std::string path, const std::string& suffix)
    : path_(std::move(path)), part_(path_ + ".part-" + suffix) {
  remove_stale_parts(path_);
  descriptor_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor_ < 0) fail("open", errno);
  else ::flock(descriptor_, LOCK_EX | LOCK_NB);  // says that it grows
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

bool OutputFile::complete() {
  flush();
  if (descriptor_ >= 0 && ::fsync(descriptor_) != 0) fail("sync", errno);
  complete_ = descriptor_ >= 0;
  return complete_;
}

bool OutputFile::commit() {
  if (!complete_) return false;
  if (std::rename(part_.c_str(), path_.c_str()) != 0) {
    fail("rename", errno);
    return false;
  }
  ::close(descriptor_);
  descriptor_ = -1;
  return true;
}

}  // namespace tilstand::haru
