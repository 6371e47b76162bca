// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"

#include <filesystem>
#include <fstream>

namespace tilstand {
namespace {

namespace fs = std::filesystem;

bool write_bytes(const std::string& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  return static_cast<bool>(file);
}

}  // namespace

std::optional<std::string> read_file(const std::string& path) {
  std::error_code failure;
  if (fs::is_directory(path, failure)) return std::nullopt;  // opens on Linux, and reads as empty
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  constexpr std::size_t piece = 1 << 16;
  const auto size = fs::file_size(path, failure);  // a hint only: pipes have none
  std::string bytes;
  if (!failure) bytes.reserve(size + piece);
  while (file) {
    const std::size_t end = bytes.size();
    bytes.resize(end + piece);
    file.read(bytes.data() + end, static_cast<std::streamsize>(piece));
    bytes.resize(end + static_cast<std::size_t>(file.gcount()));
  }
  if (file.bad() || !file.eof()) return std::nullopt;
  return bytes;
}

bool replace_file(const std::string& path, std::string_view bytes) {
  std::error_code failure;
  if (fs::exists(path, failure) && !fs::is_regular_file(path, failure)) return write_bytes(path, bytes);
  StagedFile staged(path);
  return staged.write(bytes) && staged.commit();
}

StagedFile::~StagedFile() {
  std::error_code ignored;
  if (waits_) fs::remove(path_ + ".part", ignored);
}

bool StagedFile::write(std::string_view bytes) {
  std::error_code failure;
  if (fs::is_directory(path_, failure) || fs::is_directory(path_ + ".part", failure)) return false;  // remove would take an empty one
  waits_ = true;
  return write_bytes(path_ + ".part", bytes);
}

bool StagedFile::commit() {
  std::error_code failure;
  fs::rename(path_ + ".part", path_, failure);
  waits_ = waits_ && failure;
  return !failure;
}

}  // namespace tilstand
