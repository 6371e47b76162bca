// SPDX-License-Identifier: Apache-2.0
#include "build/attach.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/file.hpp"
#include "provenance/entries.hpp"
#include "provenance/files.hpp"
#include "provenance/write.hpp"

namespace tilstand::build {
namespace {

namespace fs = std::filesystem;

std::string mime_of(const std::string& name) {
  const std::string end = fs::path(name).extension().string();
  if (end == ".csv") return "text/csv";
  if (end == ".json") return "application/json";
  return end == ".toml" ? "application/toml" : "application/octet-stream";
}

}  // namespace

Attaching::Attaching(const Report& report, const Sources& sources, std::string folder)
    : report_(report), sources_(sources), folder_(std::move(folder)), list_(provenance::csv_head()) {
  const content::Tree& tree = report.tree();
  std::map<std::uint32_t, std::set<FileId>> by_node;
  std::set<FileId> all;
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    by_node[i] = provenance::files_of(tree.nodes[i], {tree, report.dataset(), sources, folder_});
    all.insert(by_node[i].begin(), by_node[i].end());
  }
  attached_.files.push_back({tree.name + ".printed.csv", "Every number of the report, with the cells that it rests on", "text/csv", package::Attachment::Relation::supplement});
  files_.assign(all.begin(), all.end());
  const auto name = [&](FileId file) { return name_within(sources.name(file), folder_); };
  std::sort(files_.begin(), files_.end(), [&](FileId a, FileId b) { return name(a) < name(b); });
  for (const FileId file : files_)
    attached_.files.push_back({name(file), "Data that figures of the report rest on", mime_of(name(file)), package::Attachment::Relation::source});
  for (const auto& [node, found] : by_node)
    for (std::size_t i = 0; i < files_.size(); ++i)
      if (found.contains(files_[i])) attached_.by_node[node].push_back(i + 1);
}

void Attaching::add(const scene::Page& page) {
  for (const provenance::Entry& entry : provenance::entries_of(page, {report_.tree(), report_.dataset(), sources_, folder_})) list_ += provenance::csv_line(entry);
}

std::vector<std::string> Attaching::bytes(Diagnostics& diagnostics) const {
  std::vector<std::string> all{list_};
  for (const FileId file : files_) {
    std::optional<std::string> read = read_file(sources_.name(file));
    if (!read) diagnostics.error("build.cannot-read", "\"" + sources_.name(file) + "\" can't be read any more", {});
    all.push_back(std::move(read).value_or(std::string()));
  }
  return all;
}

}  // namespace tilstand::build
