// SPDX-License-Identifier: Apache-2.0
#include "archive/bag.hpp"

#include <algorithm>
#include <cctype>
#include <sstream>

#include "archive/names.hpp"
#include "digest/sha256.hpp"

namespace tilstand::archive {
namespace {

/// A line of bag-info.txt: what would end it becomes a space.
std::string info_line(const std::string& label, std::string value) {
  for (char& one : value)
    if (static_cast<unsigned char>(one) < 0x20) one = ' ';
  return value.empty() ? std::string() : label + ": " + value + "\n";
}

std::string manifest_line(const std::string& sha256, const std::string& path) { return sha256 + "  " + to_bag_name(path) + "\n"; }

}  // namespace

std::map<std::string, std::string> bag_files(const Record& record, const Listing& payload) {
  std::uint64_t bytes = 0;
  std::string manifest;
  for (const auto& [path, sum] : payload) {
    bytes += sum.size;
    manifest += manifest_line(sum.sha256, path);
  }
  std::string info = info_line("Source-Organization", record.author);
  info += info_line("External-Description", record.title);
  info += info_line("Bagging-Date", record.created.substr(0, 10));
  info += info_line("External-Identifier", record.id);
  info += info_line("Payload-Oxum", std::to_string(bytes) + "." + std::to_string(payload.size()));
  info += info_line("Bag-Software-Agent", record.program);
  std::map<std::string, std::string> files;
  files["bagit.txt"] = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
  files["bag-info.txt"] = info;
  files["manifest-sha256.txt"] = manifest;
  std::string tags;
  for (const auto& [name, text] : files) tags += manifest_line(digest::sha256(text), name);
  files["tagmanifest-sha256.txt"] = tags;
  return files;
}

std::map<std::string, std::string> read_bag_manifest(const std::string& bytes, const std::string& name, Diagnostics& diagnostics) {
  std::map<std::string, std::string> all;
  std::istringstream text(bytes);
  constexpr std::size_t digits = 64;
  std::size_t number = 0;
  for (std::string line; std::getline(text, line);) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    std::string sha256 = line.substr(0, digits);
    const std::size_t begin = line.find_first_not_of(" \t", digits);
    const bool sound = sha256.size() == digits && begin != std::string::npos && begin > digits &&
                       std::all_of(sha256.begin(), sha256.end(), [](unsigned char one) { return std::isxdigit(one) != 0; });
    if (!sound) {
      diagnostics.error("archive.damaged", "line " + std::to_string(number) + " of \"" + name + "\" is no checksum and path", {}, "take the package from a sound copy");
      continue;
    }
    std::transform(sha256.begin(), sha256.end(), sha256.begin(), [](unsigned char one) { return static_cast<char>(std::tolower(one)); });
    all[from_bag_name(line.substr(begin))] = sha256;
  }
  return all;
}

}  // namespace tilstand::archive
