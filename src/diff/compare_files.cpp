// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <set>

#include "base/file.hpp"
#include "diff/compare.hpp"
#include "digest/sha256.hpp"
#include "manifest/align.hpp"

namespace tilstand::diff {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 10'000;

/// The files below a folder, sorted, as seen from it; hidden ones and links are not followed.
std::set<std::string> files_of(const std::string& folder) {
  std::set<std::string> files;
  std::error_code failure;
  for (fs::recursive_directory_iterator at(folder, failure), end; !failure && at != end && files.size() < most_files; at.increment(failure)) {
    const bool hidden = at->path().filename().string().starts_with(".");
    if (hidden && at->is_directory(failure)) at.disable_recursion_pending();
    if (!hidden && at->is_regular_file(failure)) files.insert(at->path().lexically_relative(folder).generic_string());
  }
  return files;
}

bool is_prose(const std::string& name) { return name.ends_with(".md") && name.find('/') != std::string::npos; }

std::vector<std::string> lines_of(const std::string& path) {
  const std::string text = read_file(path).value_or("");
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

/// The lines of a stretch; empty ones say nothing.
std::vector<std::size_t> spoken(const std::vector<std::string>& lines, const manifest::Stretch& stretch) {
  std::vector<std::size_t> places;
  for (std::size_t at = stretch.begin; at < stretch.end; ++at)
    if (lines[at].find_first_not_of(" \t\r") != std::string::npos) places.push_back(at);
  return places;
}

std::vector<Change> compare_lines(const std::string& name, const std::vector<std::string>& before, const std::vector<std::string>& after) {
  std::vector<Change> changes;
  const auto place = [&](std::size_t line) { return name + ":" + std::to_string(line + 1) + ":1"; };
  for (const manifest::Gap& gap : manifest::gaps(manifest::align(before, after), before.size(), after.size())) {
    const auto old = spoken(before, gap.before), now = spoken(after, gap.after);
    for (std::size_t at = 0; at < std::max(old.size(), now.size()); ++at) {
      Change change;
      if (at < old.size()) {
        change.before = before[old[at]];
        change.place_before = place(old[at]);
      }
      if (at < now.size()) {
        change.after = after[now[at]];
        change.place_after = place(now[at]);
      }
      change.what = "line " + std::to_string((at < now.size() ? now[at] : old[at]) + 1);
      changes.push_back(std::move(change));
    }
  }
  return changes;
}

std::string short_sum(const std::string& path) { return digest::sha256_of_file(path).value_or("").substr(0, 12); }

}  // namespace

std::vector<Section> compare_files(const std::string& before, const std::string& after, const std::vector<std::string>& read) {
  Section prose{"prose", "Prose", {}}, others{"files", "Other files", {}};
  const std::set<std::string> skip(read.begin(), read.end()), old = files_of(before), now = files_of(after);
  std::set<std::string> all = old;
  all.insert(now.begin(), now.end());
  for (const std::string& name : all) {
    if (skip.contains(name) || name == "README.md") continue;
    const std::string old_path = before + "/" + name, new_path = after + "/" + name;
    Section& section = is_prose(name) ? prose : others;
    if (!old.contains(name)) section.entries.push_back({Kind::added, name, {}, {}});
    else if (!now.contains(name)) section.entries.push_back({Kind::gone, name, {}, {}});
    else if (is_prose(name)) {
      if (auto changes = compare_lines(name, lines_of(old_path), lines_of(new_path)); !changes.empty())
        section.entries.push_back({Kind::changed, name, {}, std::move(changes)});
    } else if (const std::string sum = short_sum(old_path), other = short_sum(new_path); sum != other) {
      section.entries.push_back({Kind::changed, name, {}, {{"SHA-256", sum + "…", other + "…"}}});
    }
  }
  return {std::move(prose), std::move(others)};
}

}  // namespace tilstand::diff
