// SPDX-License-Identifier: Apache-2.0
#include "archive/stage.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <map>

#include "digest/sha256.hpp"

namespace tilstand::archive {
namespace {

namespace fs = std::filesystem;

enum class Copied { well, cannot_read, cannot_write };

Copied copy_bytes(const std::string& from, const std::string& to) {
  std::error_code failure;
  std::ifstream in(from, std::ios::binary);
  if (!in || !fs::is_regular_file(from, failure)) return Copied::cannot_read;
  std::ofstream out(to, std::ios::binary);
  std::array<char, 1 << 16> piece{};
  while (in && out) {
    in.read(piece.data(), piece.size());
    out.write(piece.data(), in.gcount());
  }
  if (in.bad()) return Copied::cannot_read;
  out.close();
  return out ? Copied::well : Copied::cannot_write;
}

std::map<std::string, std::string> digests_in(const std::string& folder) {
  std::map<std::string, std::string> all;
  std::error_code failure;
  for (fs::recursive_directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure)) {
    const bool is_folder = at->is_directory(failure);
    all[at->path().lexically_relative(folder).generic_string()] = is_folder ? "" : digest::sha256_of_file(at->path().string()).value_or("unreadable");
  }
  return all;
}

}  // namespace

Stage::Stage(std::string target, Diagnostics& diagnostics) : target_(std::move(target)), diagnostics_(diagnostics) {
  if (target_.size() > 1 && target_.ends_with('/')) target_.pop_back();
  folder_ = target_ + ".part";
  std::error_code failure;
  fs::create_directories(folder_, failure);
  lock_ = open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (lock_ < 0) {
    diagnostics_.error("archive.cannot-write", "the folder \"" + folder_ + "\" can't be made", {}, "name a place that can be written");
    return;
  }
  if (flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    diagnostics_.error("archive.busy", "another run is writing \"" + target_ + "\"", {}, "wait until it has ended");
    close(lock_);
    lock_ = -1;
    return;
  }
  for (const char* left : {"package", "work"}) fs::remove_all(fs::path(folder_) / left, failure);
  fs::create_directories(root(), failure);
  fs::create_directories(work(), failure);
}

Stage::~Stage() {
  if (lock_ < 0) return;
  std::error_code ignored;
  for (const char* ours : {"package", "work"}) fs::remove_all(fs::path(folder_) / ours, ignored);
  fs::remove(folder_, ignored);  // only when nothing of somebody else's lies in it
  close(lock_);
}

std::string Stage::root() const { return folder_ + "/package"; }
std::string Stage::work() const { return folder_ + "/work"; }

bool Stage::fail(const std::string& path) {
  diagnostics_.error("archive.cannot-write", "\"" + path + "\" can't be written", {}, "make room on the disk, or name another place");
  return false;
}

bool Stage::prepare(const std::string& to) {
  std::error_code failure;
  const fs::path folder = (fs::path(root()) / to).parent_path();
  fs::create_directories(folder, failure);
  return !failure || fail(folder.string());
}

bool Stage::copy(const std::string& from, const std::string& to, const std::string& sha256) {
  if (!prepare(to)) return false;
  const std::string path = root() + "/" + to;
  const Copied copied = copy_bytes(from, path);
  if (copied == Copied::cannot_write) return fail(path);
  const auto sum = copied == Copied::well ? digest::sha256_of_file(path) : std::nullopt;
  if (!sum) {
    diagnostics_.error("archive.missing-input", "\"" + from + "\" can't be read", {}, "put it back where it was when the edition was built");
    return false;
  }
  if (!sha256.empty() && *sum != sha256) {
    diagnostics_.error("archive.changed-input", "\"" + from + "\" is no longer the file that the edition was built from: its SHA-256 is " + *sum + ", the manifest says " + sha256, {},
                       "build the edition again, or put the file back as it was");
    return false;
  }
  std::error_code failure;
  listing_[to] = {*sum, fs::file_size(path, failure)};
  return true;
}

bool Stage::put(const std::string& to, const std::string& bytes) {
  if (!prepare(to)) return false;
  const std::string path = root() + "/" + to;
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) return fail(path);
  listing_[to] = {digest::sha256(bytes), bytes.size()};
  return true;
}

bool Stage::commit(const std::string& made) {
  std::error_code failure;
  fs::rename(made, target_, failure);
  return !failure || fail(target_);
}

bool is_same_tree(const std::string& a, const std::string& b) {
  std::error_code failure;
  if (fs::is_directory(a, failure) != fs::is_directory(b, failure)) return false;
  if (!fs::is_directory(a, failure)) return digest::sha256_of_file(a) == digest::sha256_of_file(b);
  return digests_in(a) == digests_in(b);
}

}  // namespace tilstand::archive
