// SPDX-License-Identifier: Apache-2.0
#include "channel/folder.hpp"

#include <filesystem>

#include "base/file.hpp"
#include "channel/addresses.hpp"
#include "channel/contents.hpp"
#include "digest/sha256.hpp"

namespace tilstand::channel {
namespace {

namespace fs = std::filesystem;

/// The list of check sums of all that lies in the folder beside itself.
std::string sums_of_all(const Parcel& parcel) {
  std::vector<Attachment> all = sent_files(parcel);
  all.push_back({letter_name, "text/plain", {}, digest::sha256(letter(parcel))});
  return sums(all);
}

/// Whether the folder holds this parcel already, every byte of it.
bool lies_there(const fs::path& folder, const Parcel& parcel) {
  if (read_file((folder / sums_name).string()) != sums_of_all(parcel) || read_file((folder / letter_name).string()) != letter(parcel)) return false;
  for (const Attachment& file : sent_files(parcel))
    if (digest::sha256_of_file((folder / file.name).string()) != file.sha256) return false;
  return true;
}

/// Fills a new folder; false when the disk is in the way or the bytes that arrived are others.
bool fill(const fs::path& folder, const Parcel& parcel) {
  std::error_code failure;
  fs::remove_all(folder, failure);  // what a killed run left
  if (!fs::create_directories(folder, failure) || failure) return false;
  for (const Attachment& file : sent_files(parcel)) {
    const fs::path copy = folder / file.name;
    if (!fs::copy_file(file.path, copy, failure) || failure || digest::sha256_of_file(copy.string()) != file.sha256) return false;
    fs::permissions(copy, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read | fs::perms::others_read, failure);
  }
  return replace_file((folder / letter_name).string(), letter(parcel)) && replace_file((folder / sums_name).string(), sums_of_all(parcel));
}

/// Puts the filled folder in its place; what stood there goes last.
bool put_in_place(const fs::path& filled, const fs::path& place, const fs::path& aside) {
  std::error_code failure;
  fs::remove_all(aside, failure);
  if (fs::exists(fs::symlink_status(place, failure))) {
    fs::rename(place, aside, failure);
    if (failure) return false;
  }
  fs::rename(filled, place, failure);
  const bool done = !failure;
  if (!done) fs::rename(aside, place, failure);
  else fs::remove_all(aside, failure);
  return done;
}

}  // namespace

std::string folder_name(const Parcel& parcel) { return slug(parcel.address.empty() ? parcel.recipient : parcel.address) + "-" + parcel.id.substr(0, 8); }

Outcome FolderChannel::send(const Parcel& parcel) {
  if (std::optional<Outcome> fault = fault_of(parcel)) return *fault;
  const std::string name = folder_name(parcel);
  const fs::path root = settings_.path, place = root / name, filled = root / ("." + name + ".part"), aside = root / ("." + name + ".old");
  const Outcome laid{State::sent, "lies in the folder for hand delivery", std::string(sums_name) + " " + digest::sha256(sums_of_all(parcel))};
  if (lies_there(place, parcel)) return laid;
  std::error_code failure;
  fs::create_directories(root, failure);
  if (fill(filled, parcel) && put_in_place(filled, place, aside)) return laid;
  fs::remove_all(filled, failure);
  return {State::failed, "the folder for hand delivery can't be written: the disk is full, or a permission is missing"};
}

}  // namespace tilstand::channel
