// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace tilstand::definition {

/// A folder of its own for the files of a test, and what its readers found; it goes with the object.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("tilstand-definition-" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string put(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }

  /// "code file:line:column" of each mistake, sorted by place; "-" for the file when there is none.
  std::vector<std::string> mistakes() {
    diagnostics.sort();
    std::vector<std::string> list;
    for (const Diagnostic& one : diagnostics.list()) {
      const std::string file = one.span.file ? std::filesystem::path(sources.name(one.span.file)).filename().string() : "-";
      list.push_back(one.code + " " + file + ":" + std::to_string(one.span.begin.line) + ":" + std::to_string(one.span.begin.column));
    }
    return list;
  }
  /// Hint of the first mistake.
  std::string hint() const { return diagnostics.list().empty() ? "no mistake" : diagnostics.list().front().hint; }
  std::string message() const { return diagnostics.list().empty() ? "no mistake" : diagnostics.list().front().message; }

  Sources sources;
  Diagnostics diagnostics;

 private:
  std::filesystem::path path_;
};

using Mistakes = std::vector<std::string>;

}  // namespace tilstand::definition
