// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "data/dataset.hpp"

namespace data_folder {

using namespace tilstand;

/// A data folder of its own, which goes with the object: a few figures, and what a test adds to `data.toml`.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("tilstand-derived-" + std::to_string(::getpid()))) { std::filesystem::create_directories(path_); }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& text) const { std::ofstream(path_ / name, std::ios::binary) << text; }

  /// Reads the figures with `more` at the end of `data.toml`.
  std::optional<data::Dataset> read(const std::string& more) {
    write("data.toml", head + more);
    write("figures.csv", "name,label,unit,favourable,source" + columns + "\n" + figures);
    write("values.csv", "figure,year,value,source-label,acknowledged\n" + values);
    return data::read_dataset(path_.string(), sources, diagnostics);
  }
  /// The same with one derived figure `d`; nothing when there is none.
  const data::Figure* derive(const std::string& expression, const std::string& keys = {}) {
    dataset = read("[derived.d]\nlabel = \"D\"\nexpression = \"" + expression + "\"\n" + keys);
    return dataset ? dataset->figure("d") : nullptr;
  }
  /// What the checks find.
  std::vector<Diagnostic> check(const std::string& more, const definition::Definition& definition = {}) {
    dataset = read(more);
    Diagnostics found;
    if (dataset) data::check_dataset(*dataset, definition, found);
    return found.list();
  }
  std::string place(const SourceSpan& span) const {
    return std::filesystem::path(sources.name(span.file)).filename().string() + ":" + std::to_string(span.begin.line) + ":" + std::to_string(span.begin.column);
  }
  /// "code file:line:column" of each mistake of reading, in the order of finding.
  std::vector<std::string> mistakes() const {
    std::vector<std::string> list;
    for (const Diagnostic& one : diagnostics.list()) list.push_back(one.code + " " + place(one.span));
    return list;
  }

  std::string head = "[figures]\nfile = \"figures.csv\"\nvalues = \"values.csv\"\nstatus-year = 2021\n";
  std::string columns{}, figures{}, values{};
  Sources sources;
  Diagnostics diagnostics;
  std::optional<data::Dataset> dataset;

 private:
  std::filesystem::path path_;
};

}  // namespace data_folder
