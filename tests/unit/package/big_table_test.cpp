// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <malloc.h>

#include "support/process.hpp"
#include "unit/package/sample.hpp"

namespace tilstand::package {
namespace {

using support::Finished;
using support::Folder;
using support::run;

using scene::Role;

constexpr std::uint32_t rows_per_page = 50, columns = 8;

/// Hands over pages of one long table, rows closed as they end.
class BigTable {
 public:
  explicit BigTable(Tools& tools) : cell_(tools.runs("Tall 47", "Inter", 8)), head_(tools.runs("Tabell", "Inter", 14)) {}

  scene::Page page(std::uint32_t index) {
    Sample one;
    one.next_tag = next_tag_;
    one.pages[0].index = index;
    one.pages[0].label = std::to_string(index + 1);
    one.pages[0].trim = a4;
    if (index == 0) {
      const scene::TagId document = one.add(0, Role::Document, {});
      one.say(0, Role::H1, document, head_, 22, 15);
      body_ = one.add(0, Role::TBody, one.add(0, Role::Table, document));
    }
    for (std::uint32_t row = 0; row < rows_per_page; ++row) {
      const scene::TagId tag = one.add(0, Role::TR, body_);
      for (std::uint32_t column = 0; column < columns; ++column) one.say(0, Role::TD, tag, cell_, 20 + 22.0 * column, 20 + 5.0 * row);
      one.pages[0].closed.push_back(tag);
    }
    next_tag_ = one.next_tag;
    return std::move(one.pages[0]);
  }

 private:
  std::vector<text::GlyphRun> cell_, head_;
  std::uint32_t next_tag_ = 0;
  scene::TagId body_{};
};

/// Bytes in use on the heap; 0 where the allocator doesn't say.
std::size_t heap() {
  const struct mallinfo2 use = ::mallinfo2();
  return use.uordblks + use.hblkhd;
}

TEST_CASE("a table over many pages costs memory for its open elements only", "[package]") {
  Folder folder("big-table");
  Tools tools;
  Sample sample;
  Diagnostics diagnostics;
  sample.options.path = folder.file("stor.pdf");
  sample.options.metadata.title = "Stor tabell";
  sample.options.metadata.language = "nb";
  sample.options.metadata.identifier = "1";
  sample.options.page_count = 120;
  BigTable table(tools);
  Writer writer(sample.options, tools.library, tools.palette);
  constexpr std::uint32_t settled = 20;
  std::size_t before = 0;
  for (std::uint32_t page = 0; page < sample.options.page_count; ++page) {
    writer.add(table.page(page), diagnostics);
    if (page == settled) before = heap();
  }
  const std::size_t after = heap();
  const std::size_t elements = (sample.options.page_count - settled) * rows_per_page * (columns + 1);
  INFO(before << " bytes after 20 pages, " << after << " at the end");
  // Eight bytes an object, and a row's place among the body's kids; both double as they grow.
  CHECK(after < before + elements * 24 + (1 << 20));
  REQUIRE(writer.finish(diagnostics));
  const Finished check = run("qpdf --check '" + sample.options.path + "'");
  INFO(check.output);
  CHECK(check.code == 0);
}

}  // namespace
}  // namespace tilstand::package
