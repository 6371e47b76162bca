// SPDX-License-Identifier: Apache-2.0
#include "base/passing_folder.hpp"

#include <cstdlib>
#include <filesystem>
#include <utility>

namespace tilstand {

namespace fs = std::filesystem;

PassingFolder::PassingFolder() {
  std::error_code failure;
  std::string name = (fs::temp_directory_path(failure) / "tilstand-").string() + std::string(6, 'X');  // mkdtemp puts letters there
  if (!failure && mkdtemp(name.data()) != nullptr) path_ = name;
}

PassingFolder::~PassingFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

std::string PassingFolder::release() { return std::exchange(path_, {}); }

}  // namespace tilstand
