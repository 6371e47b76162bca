// SPDX-License-Identifier: Apache-2.0
#include "archive/opened.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <utility>
#include <vector>

#include "base/passing_folder.hpp"
#include "archive/names.hpp"
#include "archive/zip.hpp"
#include "digest/sha256.hpp"

namespace tilstand::archive {
namespace {

namespace fs = std::filesystem;

constexpr const char* sound_copy = "take the package from a sound copy";

}  // namespace

Opened::~Opened() {
  std::error_code ignored;
  if (!unpacked_.empty()) fs::remove_all(unpacked_, ignored);
}

std::unique_ptr<Opened> Opened::open(const std::string& path, Diagnostics& diagnostics) {
  std::unique_ptr<Opened> opened(new Opened);
  std::error_code failure;
  opened->folder_ = path;
  while (opened->folder_.size() > 1 && opened->folder_.ends_with('/')) opened->folder_.pop_back();
  if (!fs::exists(path, failure)) {
    diagnostics.error("archive.not-a-package", "there is no \"" + path + "\"", {}, "name the folder or ZIP file that `tilstand archive add` wrote");
    return nullptr;
  }
  if (!fs::is_directory(path, failure) && !opened->unpack(path, diagnostics)) return nullptr;
  const fs::path folder(opened->folder_);
  if (fs::exists(folder / "bagit.txt", failure)) opened->form_ = Form::bag;
  else if (!fs::exists(folder / "METS.xml", failure)) {
    diagnostics.error("archive.not-a-package", "\"" + path + "\" is no archive package: it has neither METS.xml nor bagit.txt", {}, "name what `tilstand archive add` wrote");
    return nullptr;
  }
  return opened->list(diagnostics) ? std::move(opened) : nullptr;
}

bool Opened::unpack(const std::string& zip, Diagnostics& diagnostics) {
  PassingFolder folder;
  if (folder.path().empty()) {
    diagnostics.error("archive.cannot-write", "no folder can be made to unpack \"" + zip + "\"", {}, "set TMPDIR to a place with room");
    return false;
  }
  if (!unpack_zip(zip, folder.path(), {}, diagnostics)) return false;
  std::vector<fs::path> tops;
  std::error_code failure;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder.path(), failure)) tops.push_back(entry.path());
  if (tops.size() != 1 || !fs::is_directory(tops.front(), failure)) {
    diagnostics.error("archive.not-a-package", "\"" + zip + "\" does not hold one folder with everything (CSIPSTR1)", {}, sound_copy);
    return false;
  }
  folder_ = tops.front().string();
  unpacked_ = folder.release();
  return true;
}

bool Opened::list(Diagnostics& diagnostics) {
  std::error_code failure;
  for (fs::recursive_directory_iterator at(folder_, failure), end; !failure && at != end; at.increment(failure)) {
    const std::string path = at->path().lexically_relative(folder_).generic_string();
    const fs::file_status status = at->symlink_status(failure);
    if (fs::is_directory(status)) continue;
    std::string fault = fault_of_path(path);
    if (!fs::is_regular_file(status)) fault = fs::is_symlink(status) ? "it is a link" : "it is no plain file";
    if (!fault.empty()) {
      diagnostics.error("archive.unsafe-name", "\"" + printable(path) + "\" has no place in a package: " + fault, {}, sound_copy);
      continue;
    }
    const auto sha256 = digest::sha256_of_file(at->path().string());
    if (!sha256) {
      diagnostics.error("archive.cannot-read", "\"" + at->path().string() + "\" can't be read", {});
      return false;
    }
    files_[path] = {*sha256, at->file_size(failure)};
  }
  if (failure) diagnostics.error("archive.cannot-read", "\"" + folder_ + "\" can't be read", {});
  return !failure;
}

Listing Opened::content() const {
  if (form_ == Form::sip) return files_;
  Listing content;
  const std::string data = "data/";
  for (const auto& [path, sum] : files_)
    if (path.starts_with(data)) content.emplace(path.substr(data.size()), sum);
  return content;
}

}  // namespace tilstand::archive
