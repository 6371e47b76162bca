// SPDX-License-Identifier: Apache-2.0
#include "archive/zip.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "archive/opened.hpp"
#include "base/file.hpp"
#include "base/passing_folder.hpp"

namespace tilstand::archive {
namespace {

namespace fs = std::filesystem;

std::string only_code(const Diagnostics& diagnostics) { return diagnostics.list().size() == 1 ? diagnostics.list().front().code : std::to_string(diagnostics.list().size()) + " messages"; }

}  // namespace

TEST_CASE("what is zipped comes back, and its bytes hang on nothing else", "[archive][unit]") {
  const PassingFolder folder;
  fs::create_directories(folder.path() + "/in/æ");
  REQUIRE(replace_file(folder.path() + "/in/æ/ø.txt", "words"));
  REQUIRE(replace_file(folder.path() + "/in/b", std::string(100'000, 'x')));
  Diagnostics diagnostics;
  REQUIRE(write_zip(folder.path() + "/in", {"b", "æ/ø.txt"}, "top", folder.path() + "/1.zip", diagnostics));
  fs::last_write_time(folder.path() + "/in/b", fs::file_time_type::clock::now() - std::chrono::hours(50'000));
  fs::permissions(folder.path() + "/in/b", fs::perms::owner_read);
  REQUIRE(write_zip(folder.path() + "/in", {"b", "æ/ø.txt"}, "top", folder.path() + "/2.zip", diagnostics));
  CHECK(read_file(folder.path() + "/1.zip") == read_file(folder.path() + "/2.zip"));
  fs::create_directories(folder.path() + "/out");
  REQUIRE(unpack_zip(folder.path() + "/1.zip", folder.path() + "/out", {}, diagnostics));
  CHECK(read_file(folder.path() + "/out/top/æ/ø.txt") == "words");
  CHECK(fs::file_size(folder.path() + "/out/top/b") == 100'000);
}

TEST_CASE("a ZIP file that is cut off, or no ZIP file, is not unpacked", "[archive][unit]") {
  const PassingFolder folder;
  REQUIRE(replace_file(folder.path() + "/a", std::string(5000, 'a')));
  Diagnostics diagnostics;
  REQUIRE(write_zip(folder.path(), {"a"}, "top", folder.path() + "/whole.zip", diagnostics));
  const std::string whole = *read_file(folder.path() + "/whole.zip");
  fs::create_directories(folder.path() + "/out");
  for (const std::size_t size : {std::size_t{0}, std::size_t{10}, whole.size() / 2, whole.size() - 1}) {
    REQUIRE(replace_file(folder.path() + "/cut.zip", whole.substr(0, size)));
    Diagnostics said;
    CHECK_FALSE(unpack_zip(folder.path() + "/cut.zip", folder.path() + "/out", {}, said));
    CHECK(only_code(said) == "archive.damaged");
  }
  CHECK(fs::is_empty(folder.path() + "/out"));
}

TEST_CASE("unpacking stops at each of its limits", "[archive][unit]") {
  const PassingFolder folder;
  REQUIRE(replace_file(folder.path() + "/a", std::string(5000, 'a')));
  REQUIRE(replace_file(folder.path() + "/b", std::string(5000, 'b')));
  REQUIRE(replace_file(folder.path() + "/zeros", std::string(80 << 20, '\0')));
  Diagnostics diagnostics;
  REQUIRE(write_zip(folder.path(), {"a", "b"}, "top", folder.path() + "/ab.zip", diagnostics));
  REQUIRE(write_zip(folder.path(), {"zeros"}, "top", folder.path() + "/bomb.zip", diagnostics));
  const auto code_of = [&](const std::string& zip, const ZipLimits& limits) {
    fs::remove_all(folder.path() + "/out");
    fs::create_directories(folder.path() + "/out");
    Diagnostics said;
    return unpack_zip(folder.path() + zip, folder.path() + "/out", limits, said) ? std::string("unpacked") : only_code(said);
  };
  CHECK(code_of("/ab.zip", {2, 10'000, 250}) == "unpacked");
  CHECK(code_of("/ab.zip", {1, 10'000, 250}) == "archive.too-large");
  CHECK(code_of("/ab.zip", {2, 9'999, 250}) == "archive.too-large");
  CHECK(code_of("/bomb.zip", {}) == "archive.too-large");
}

}  // namespace tilstand::archive
