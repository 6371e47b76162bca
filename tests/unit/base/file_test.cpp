// SPDX-License-Identifier: Apache-2.0
#include "base/file.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

namespace tilstand {
namespace {

namespace fs = std::filesystem;

/// A folder that goes when the test ends.
struct Folder {
  fs::path path = fs::temp_directory_path() / "tilstand-file-test";
  Folder() {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
};

TEST_CASE("a replaced file holds the new bytes and nothing is left beside it", "[base]") {
  const Folder folder;
  const std::string path = (folder.path / "a.txt").string();
  REQUIRE(replace_file(path, "old"));
  REQUIRE(replace_file(path, std::string_view("new\0bytes", 9)));
  CHECK(read_file(path) == std::string("new\0bytes", 9));
  CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator{}) == 1);
}

TEST_CASE("a file in a folder that is not there can be neither written nor read", "[base]") {
  const Folder folder;
  const std::string path = (folder.path / "none" / "a.txt").string();
  CHECK_FALSE(replace_file(path, "x"));
  CHECK_FALSE(read_file(path).has_value());
  CHECK_FALSE(read_file(folder.path.string()).has_value());
}

TEST_CASE("a full device is a failure and stays a device", "[base]") {
  if (!fs::exists("/dev/full")) return;
  CHECK_FALSE(replace_file("/dev/full", "x"));
  CHECK(fs::is_character_file("/dev/full"));
}

}  // namespace
}  // namespace tilstand
