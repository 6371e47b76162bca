// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "data/dataset.hpp"

namespace tilstand::data {

/// A data folder of its own; it goes with the object.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("tilstand-data-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(path_ / name, std::ios::binary) << text; }

  std::optional<Dataset> read() {
    diagnostics = {};
    return read_dataset(path_.string(), sources, diagnostics);
  }
  /// "code file:line:column" of each mistake, in the order of finding.
  std::vector<std::string> mistakes() const {
    std::vector<std::string> list;
    for (const Diagnostic& one : diagnostics.list())
      list.push_back(one.code + " " + std::filesystem::path(sources.name(one.span.file)).filename().string() + ":" +
                     std::to_string(one.span.begin.line) + ":" + std::to_string(one.span.begin.column));
    return list;
  }

  Sources sources;
  Diagnostics diagnostics;

 private:
  std::filesystem::path path_;
};

}  // namespace tilstand::data
