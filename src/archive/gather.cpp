// SPDX-License-Identifier: Apache-2.0
#include "archive/gather.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <map>
#include <set>

#include "archive/names.hpp"
#include "definition/read.hpp"

namespace tilstand::archive {
namespace {

namespace fs = std::filesystem;

fs::path plain(const fs::path& path) {
  const fs::path whole = fs::absolute(path).lexically_normal();
  return whole.has_filename() ? whole : whole.parent_path();  // without a slash behind it
}

bool lies_in(const fs::path& file, const fs::path& folder) {
  const fs::path seen = file.lexically_relative(folder);
  return !seen.empty() && *seen.begin() != "..";
}

/// The innermost folder that both lie in.
fs::path common_folder(const fs::path& a, const fs::path& b) {
  fs::path common;
  for (auto one = a.begin(), other = b.begin(); one != a.end() && other != b.end() && *one == *other; ++one, ++other) common /= *one;
  return common;
}

/// Whether a file beside an input says whose it is or what it is.
bool is_companion(const fs::path& file) {
  std::string name = file.filename().string();
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char one) { return static_cast<char>(std::tolower(one)); });
  const std::string end = file.extension().string();
  if (!end.empty() && end != ".txt" && end != ".md") return false;
  constexpr std::array words = {"licen", "ofl", "copying", "notice", "readme", "authors"};
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return name.find(word) != std::string::npos; });
}

class Gatherer {
 public:
  Gatherer(const AddRequest& request, const std::vector<EditionFile>& editions, Diagnostics& diagnostics)
      : editions_(editions), definition_(plain(request.definition)), folder_(definition_.parent_path()), data_(plain(request.data)), diagnostics_(diagnostics) {}

  std::optional<Gathered> gather(const fs::path& editions_folder) {
    if (!take_inputs() || !settle_root()) return std::nullopt;
    add_companions();
    Gathered all{{}, place_of(definition_), place_of(data_), {}};
    for (const EditionFile& edition : editions_) {
      all.names.push_back(name_of(edition, editions_folder));
      if (all.names.back().empty()) return std::nullopt;
    }
    for (const auto& [path, sha256] : files_) {
      all.copies.push_back({path.string(), place_of(path), sha256});
      if (!check_name(all.copies.back().to)) return std::nullopt;
    }
    std::sort(all.copies.begin(), all.copies.end(), [](const Copy& a, const Copy& b) { return a.to < b.to; });
    return all;
  }

 private:
  bool take_inputs() {
    for (const EditionFile& edition : editions_) {
      for (const manifest::File& input : edition.manifest.inputs) files_[plain(folder_ / input.path)] = input.sha256;
      if (!edition.manifest.data.empty() && plain(folder_ / edition.manifest.data) != data_) return refuse_other(edition, "other data than \"" + data_.filename().string() + "\"");
      const bool named = std::any_of(edition.manifest.inputs.begin(), edition.manifest.inputs.end(), [&](const manifest::File& one) { return plain(folder_ / one.path) == definition_; });
      if (!named) return refuse_other(edition, "another definition than \"" + definition_.filename().string() + "\"");
    }
    return true;
  }

  bool refuse_other(const EditionFile& edition, const std::string& than) {
    diagnostics_.error("archive.other-edition", "\"" + edition.manifest_path + "\" tells of an edition made from " + than, {}, "name the definition and the data that the edition was built from");
    return false;
  }

  /// The data may lie anywhere; what the definition leads to keeps its place to the definition.
  bool settle_root() {
    root_ = folder_;
    for (const auto& [path, sha256] : files_)
      if (!lies_in(path, data_)) root_ = common_folder(root_, path.parent_path());
    return true;
  }

  std::string place_of(const fs::path& path) const {
    const bool is_data = path == data_ || lies_in(path, data_);
    if (!is_data || lies_in(path, root_)) return path.lexically_relative(root_).generic_string();
    const fs::path folder = fs::path("data") / data_.filename();
    return (path == data_ ? folder : folder / path.lexically_relative(data_)).generic_string();
  }

  void add_companions() {
    std::set<fs::path> folders;
    for (const auto& [path, sha256] : files_) folders.insert(path.parent_path());
    for (const fs::path& folder : folders) {
      std::error_code failure;
      for (const fs::directory_entry& entry : fs::directory_iterator(folder, failure))
        if (entry.is_regular_file(failure) && is_companion(entry.path())) files_.emplace(plain(entry.path()), std::string());
    }
  }

  std::string name_of(const EditionFile& edition, const fs::path& editions_folder) {
    for (const manifest::File& input : edition.manifest.inputs) {
      const fs::path path = plain(folder_ / input.path);
      if (path.parent_path() == editions_folder && path.extension() == ".toml") return path.stem().string();
    }
    refuse_other(edition, "an edition that is not in \"" + editions_folder.filename().string() + "\"");
    return {};
  }

  bool check_name(const std::string& to) {
    if (names_recipients(to)) {
      diagnostics_.error("archive.recipients", "\"" + to + "\" is a list of recipients, which are personal data and never archived", {}, "build the edition without it");
      return false;
    }
    const std::string fault = fault_of_path(to);
    if (!fault.empty()) diagnostics_.error("archive.bad-name", "\"" + to + "\" can't be a name in a package: " + fault, {}, "rename the file and build the edition again");
    return fault.empty();
  }

  const std::vector<EditionFile>& editions_;
  fs::path definition_, folder_, data_, root_;
  Diagnostics& diagnostics_;
  std::map<fs::path, std::string> files_;  ///< with the digest that the manifest gives; empty: it gives none
};

}  // namespace

std::optional<Gathered> gather(const AddRequest& request, const std::vector<EditionFile>& editions, Sources& sources, Diagnostics& diagnostics) {
  const auto definition = definition::read_definition(request.definition, sources, diagnostics);
  if (!definition) return std::nullopt;
  return Gatherer(request, editions, diagnostics).gather(plain(definition->editions_folder));
}

}  // namespace tilstand::archive
