// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "base/utf8.hpp"
#include "tables/read_table.hpp"
#include "unit/tables/reading.hpp"

using namespace tilstand;
using namespace tilstand::tables;

namespace {

/// A file that goes with the object.
class File {
 public:
  explicit File(const std::string& text) : folder_(std::filesystem::temp_directory_path() / ("tilstand-large-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / "file", std::ios::binary) << text;
  }
  ~File() { std::filesystem::remove_all(folder_); }
  std::string folder() const { return folder_.string(); }

 private:
  std::filesystem::path folder_;
};

TableSpec spec(Format format) {
  TableSpec spec = spec_of({{"name"}, {"n", Type::integer}});
  spec.file = {"file", {}};
  spec.format = format;
  return spec;
}

/// What a message would show at a place, from its column on.
std::string shown_at(const Sources& sources, const SourceSpan& span) {
  const Excerpt excerpt = sources.around(span.file, span.begin);
  REQUIRE(excerpt.first_column <= span.begin.column);
  REQUIRE(excerpt.text.size() < 3000);
  std::string text;
  for (const char32_t point : decode_utf8(excerpt.text).substr(span.begin.column - excerpt.first_column, 6)) append_utf8(text, point);
  return text;
}

}  // namespace

TEST_CASE("a large file is left on the disk and read as a small one", "[tables]") {
  std::string text = "name,n\n";
  for (int row = 0; row < 700'000; ++row) text += "farm" + std::to_string(row) + "," + std::to_string(row) + "\n";
  text += "last,\"two\nlines\"\n";
  const File file(text);
  Sources sources;
  Diagnostics diagnostics;
  const auto tables = read_table(spec(Format::csv), file.folder(), sources, diagnostics);
  REQUIRE(tables.size() == 1);
  CHECK(sources.is_on_disk({0}));
  CHECK(tables[0].rows() == 700'001);
  CHECK(tables[0].text(699'999, 0) == "farm699999");
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].span.begin.line == 700'002);
  CHECK(shown_at(sources, diagnostics.list()[0].span) == "two");
  CHECK(shown_at(sources, tables[0].span(350'000, 1)) == "350000");
  CHECK(sources.around({0}, {1, 1}).text == "name,n");
}

TEST_CASE("a place in a file of one long line is shown with what stands around it", "[tables]") {
  for (const int rows : {20'000, 400'000}) {  // in memory, on the disk
    std::string text = "[";
    for (int row = 0; row < rows; ++row) text += "{\"name\":\"å\",\"n\":" + std::to_string(100'000 + row) + "},";
    text += "{\"n\":\"many\"}]";
    const File file(text);
    Sources sources;
    Diagnostics diagnostics;
    const auto tables = read_table(spec(Format::json), file.folder(), sources, diagnostics);
    REQUIRE(diagnostics.list().size() == 1);
    CHECK(sources.is_on_disk({0}) == (rows == 400'000));
    CHECK(shown_at(sources, diagnostics.list()[0].span) == "many\"}");
    const Excerpt middle = sources.around({0}, tables[0].span(rows / 2, 1).begin);
    CHECK(middle.text.find(std::string(tables[0].text(rows / 2, 1))) != std::string::npos);
  }
}
