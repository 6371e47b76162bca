// SPDX-License-Identifier: Apache-2.0
#include "archive/zip.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <clocale>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>

#include "archive/names.hpp"

namespace tilstand::archive {
namespace {

namespace fs = std::filesystem;

struct WriteEnd {
  void operator()(::archive* one) const { archive_write_free(one); }
};
struct ReadEnd {
  void operator()(::archive* one) const { archive_read_free(one); }
};
struct EntryEnd {
  void operator()(archive_entry* one) const { archive_entry_free(one); }
};
using Writer = std::unique_ptr<::archive, WriteEnd>;
using Reader = std::unique_ptr<::archive, ReadEnd>;
using Entry = std::unique_ptr<archive_entry, EntryEnd>;

/// libarchive converts names by the thread's locale; here they are UTF-8, whatever the environment says.
class Utf8Names {
 public:
  Utf8Names() : ours_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (ours_ != nullptr) before_ = uselocale(ours_);
  }
  ~Utf8Names() {
    if (ours_ == nullptr) return;
    uselocale(before_);
    freelocale(ours_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  locale_t ours_, before_ = nullptr;
};

/// No time is set: the format's own first one stands for it, which no zone shifts.
bool write_entry(::archive* to, const std::string& file, const std::string& name) {
  std::error_code failure;
  const auto size = fs::file_size(file, failure);
  std::ifstream from(file, std::ios::binary);
  if (failure || !from) return false;
  const Entry entry(archive_entry_new());
  archive_entry_copy_pathname(entry.get(), name.c_str());
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(size));
  if (archive_write_header(to, entry.get()) != ARCHIVE_OK) return false;
  std::array<char, 1 << 16> piece{};
  while (from) {
    from.read(piece.data(), piece.size());
    const auto count = static_cast<std::size_t>(from.gcount());
    if (count > 0 && archive_write_data(to, piece.data(), count) != static_cast<la_ssize_t>(count)) return false;
  }
  return archive_write_finish_entry(to) == ARCHIVE_OK;
}

/// What stands in the way of an entry's being unpacked, reported; true when nothing does.
class Unpacker {
 public:
  Unpacker(std::string zip, std::string folder, const ZipLimits& limits, Diagnostics& diagnostics)
      : zip_(std::move(zip)), folder_(std::move(folder)), limits_(limits), diagnostics_(diagnostics) {
    std::error_code failure;
    packed_ = fs::file_size(zip_, failure);
  }

  bool run() {
    const Reader from(archive_read_new());
    archive_read_support_format_zip_seekable(from.get());  // by its directory at the end: without it the file is cut off
    constexpr std::size_t block = 1 << 16;
    if (archive_read_open_filename(from.get(), zip_.c_str(), block) != ARCHIVE_OK) return damaged(from.get());
    archive_entry* entry = nullptr;
    for (int state = 0; (state = archive_read_next_header(from.get(), &entry)) != ARCHIVE_EOF;) {
      if (state != ARCHIVE_OK && state != ARCHIVE_WARN) return damaged(from.get());
      if (++files_ > limits_.files) return too_large("more than " + std::to_string(limits_.files) + " files");
      if (!take(from.get(), entry)) return false;
    }
    if (files_ == 0) return fail("archive.damaged", "\"" + zip_ + "\" holds no file");
    return !diagnostics_.has_errors();
  }

 private:
  bool take(::archive* from, archive_entry* entry) {
    const char* spelled = archive_entry_pathname(entry);
    std::string name = spelled != nullptr ? spelled : "";
    const bool is_folder = archive_entry_filetype(entry) == AE_IFDIR;
    if (is_folder && name.ends_with('/')) name.pop_back();
    std::string fault = fault_of_path(name);
    const bool plain = archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr;
    if (fault.empty() && !is_folder && !plain) fault = "it is a link or no plain file";
    if (fault.empty() && archive_entry_is_encrypted(entry) != 0) fault = "it is encrypted";
    if (fault.empty() && !is_folder && !names_.insert(name).second) fault = "it stands twice";
    if (!fault.empty()) {  // go on: all such names are told
      fail("archive.unsafe-name", "\"" + printable(name) + "\" in \"" + zip_ + "\" is not unpacked: " + fault);
      return true;
    }
    std::error_code failure;
    const fs::path target = fs::path(folder_) / name;
    fs::create_directories(is_folder ? target : target.parent_path(), failure);
    if (failure) return fail("archive.cannot-write", "\"" + target.string() + "\" can't be written");
    return is_folder || copy(from, target.string(), name);
  }

  bool copy(::archive* from, const std::string& target, const std::string& name) {
    std::ofstream to(target, std::ios::binary);
    std::array<char, 1 << 16> piece{};
    la_ssize_t count = 0;
    while ((count = archive_read_data(from, piece.data(), piece.size())) > 0) {
      bytes_ += static_cast<std::uint64_t>(count);
      if (bytes_ > limits_.bytes) return too_large("more than " + std::to_string(limits_.bytes) + " bytes");
      constexpr std::uint64_t harmless = 64ULL << 20;
      if (bytes_ > harmless && bytes_ / limits_.ratio > packed_) return too_large("more than " + std::to_string(limits_.ratio) + " times its own size");
      to.write(piece.data(), static_cast<std::streamsize>(count));
      if (!to) break;
    }
    to.close();
    if (!to) return fail("archive.cannot-write", "\"" + target + "\" can't be written");
    if (count < 0) return fail("archive.damaged", "\"" + printable(name) + "\" in \"" + zip_ + "\" can't be unpacked: the file is damaged or cut off");
    return true;
  }

  bool too_large(const std::string& what) { return fail("archive.too-large", "\"" + zip_ + "\" unpacks to " + what, "it is no package of this program; don't unpack it"); }
  bool damaged(::archive* from) {
    std::error_code failure;
    if (!fs::exists(zip_, failure) || archive_errno(from) == EACCES) return fail("archive.cannot-read", "\"" + zip_ + "\" can't be read");
    return fail("archive.damaged", "\"" + zip_ + "\" is no whole ZIP file: it is damaged or cut off", "take it from a sound copy");
  }
  bool fail(const char* code, const std::string& message, const std::string& hint = {}) {
    diagnostics_.error(code, message, {}, hint);
    return false;
  }

  std::string zip_, folder_;
  ZipLimits limits_;
  Diagnostics& diagnostics_;
  std::set<std::string> names_;
  std::uint64_t packed_ = 0, bytes_ = 0, files_ = 0;
};

}  // namespace

bool write_zip(const std::string& folder, const std::vector<std::string>& paths, const std::string& top, const std::string& out, Diagnostics& diagnostics) {
  const Utf8Names names;
  const Writer to(archive_write_new());
  archive_write_set_format_zip(to.get());
  archive_write_set_options(to.get(), "zip:compression=deflate,zip:hdrcharset=UTF-8");
  archive_write_set_bytes_in_last_block(to.get(), 1);
  bool written = archive_write_open_filename(to.get(), out.c_str()) == ARCHIVE_OK;
  for (std::size_t at = 0; at < paths.size() && written; ++at) written = write_entry(to.get(), (fs::path(folder) / paths[at]).string(), top + "/" + paths[at]);
  written = archive_write_close(to.get()) == ARCHIVE_OK && written;
  if (!written) diagnostics.error("archive.cannot-write", "\"" + out + "\" can't be written", {}, "make room on the disk");
  return written;
}

bool unpack_zip(const std::string& zip, const std::string& folder, const ZipLimits& limits, Diagnostics& diagnostics) {
  const Utf8Names names;
  return Unpacker(zip, folder, limits, diagnostics).run();
}

}  // namespace tilstand::archive
