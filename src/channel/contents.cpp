// SPDX-License-Identifier: Apache-2.0
#include "channel/contents.hpp"

#include <algorithm>
#include <set>

#include "channel/addresses.hpp"
#include "digest/sha256.hpp"

namespace tilstand::channel {
namespace {

bool is_uuid(const std::string& text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    const bool digit = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
    if (hyphen ? text[i] != '-' : !digit) return false;
  }
  return true;
}

}  // namespace

std::optional<Outcome> fault_of(const Parcel& parcel) {
  if (!is_uuid(parcel.id)) return Outcome{State::refused, "the parcel's id is no UUID"};
  std::set<std::string> names{letter_name, sums_name};
  for (const Attachment& file : parcel.attachments) {
    if (!is_file_name(file.name)) return Outcome{State::refused, "a file's name can't be the name of a file"};
    if (!names.insert(file.name).second) return Outcome{State::refused, "two files of the parcel have the same name"};
    const std::optional<std::string> sum = digest::sha256_of_file(file.path);
    if (!sum) return Outcome{State::failed, "a file of the parcel can't be read"};
    if (*sum != file.sha256) return Outcome{State::refused, "a file has other bytes than those that were to be sent"};
  }
  return std::nullopt;
}

std::string letter(const Parcel& parcel) {
  std::string text = parcel.text;
  if (!text.ends_with('\n')) text += '\n';
  if (parcel.link.empty()) return text;
  if (text.find(parcel.link) == std::string::npos) text += "\n" + parcel.link + "\n";
  for (const Attachment& file : parcel.attachments) text += "\n" + file.name + "\nSHA-256: " + file.sha256 + "\n";
  return text;
}

const std::vector<Attachment>& sent_files(const Parcel& parcel) {
  static const std::vector<Attachment> none;
  return parcel.link.empty() ? parcel.attachments : none;
}

std::string sums(const std::vector<Attachment>& files) {
  std::string list;
  for (const Attachment& file : files) list += file.sha256 + "  " + file.name + "\n";
  return list;
}

}  // namespace tilstand::channel
