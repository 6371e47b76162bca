// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "definition/read.hpp"
#include "unit/definition/folder.hpp"

namespace tilstand::definition {
namespace {

const std::string head = "format = 1\nname = \"press\"\nsuffix = \"-press\"\nprofile = \"x4\"\nlanguage = \"nb\"\n";
const std::string colour = "[colour]\nprofile = \"../colour/coated.icc\"\ncondition = \"FOGRA39\"\n";

TEST_CASE("an edition for a press says its sheet, marks and printing condition", "[definition]") {
  Folder folder;
  const auto edition = read_edition(folder.put("press.toml", head + "[page]\nbleed = \"3mm\"\nmarks = [\"crop\", \"slug\"]\nwidth = \"230mm\"\n" + colour +
                                                                 "intent = \"perceptual\"\nink-limit = 280\nresolution = 300\n"),
                                    folder.sources, folder.diagnostics);
  CHECK(folder.diagnostics.list().empty());
  REQUIRE(edition);
  REQUIRE(edition->press);
  CHECK(edition->profile == Profile::x4);
  CHECK(edition->press->bleed == mm(3));
  CHECK(edition->press->safety == mm(3));
  CHECK(edition->press->width == mm(230));
  CHECK(edition->press->marks.crop);
  CHECK(edition->press->marks.slug);
  CHECK_FALSE(edition->press->marks.bars);
  CHECK(edition->press->condition == "FOGRA39");
  CHECK(edition->press->intent == Intent::perceptual);
  CHECK(edition->press->ink_limit == 280);
  CHECK(edition->press->resolution == 300);
  CHECK(edition->press->profile_file.ends_with("/colour/coated.icc"));
  CHECK(edition->press->profile_file.find("..") == std::string::npos);
}

TEST_CASE("settings that contradict each other are told where they stand", "[definition]") {
  Folder archive;
  read_edition(archive.put("a.toml", "format = 1\nname = \"a\"\nprofile = \"a2a-ua1\"\nlanguage = \"nb\"\n[page]\nbleed = \"3mm\"\n" + colour), archive.sources, archive.diagnostics);
  REQUIRE(archive.diagnostics.list().size() == 2);
  for (const Diagnostic& one : archive.diagnostics.list()) CHECK(one.code == "definition.conflict");
  CHECK(archive.diagnostics.list()[1].span.begin.line == 7);
  Folder bare;
  const auto edition = read_edition(bare.put("press.toml", head), bare.sources, bare.diagnostics);
  REQUIRE(bare.diagnostics.list().size() == 1);
  CHECK(bare.diagnostics.list()[0].code == "definition.conflict");
  CHECK(bare.diagnostics.list()[0].span.begin.line == 4);
  CHECK_FALSE(edition->press);
}

TEST_CASE("an edition for reading may hold a field for a seal, one for a press may not", "[definition]") {
  Folder archive;
  const std::string reading = "format = 1\nname = \"a\"\nprofile = \"a2a-ua1\"\nlanguage = \"nb\"\n";
  CHECK(read_edition(archive.put("a.toml", reading + "seal = true\n"), archive.sources, archive.diagnostics)->has_seal_field);
  CHECK_FALSE(read_edition(archive.put("b.toml", reading), archive.sources, archive.diagnostics)->has_seal_field);
  CHECK(archive.diagnostics.list().empty());
  Folder press;
  read_edition(press.put("press.toml", head + "seal = true\n" + colour), press.sources, press.diagnostics);
  REQUIRE(press.diagnostics.list().size() == 1);
  CHECK(press.diagnostics.list()[0].code == "definition.conflict");
  CHECK(press.diagnostics.list()[0].span.begin.line == 6);
}

TEST_CASE("an unknown mark and a negative bleed are told", "[definition]") {
  Folder folder;
  read_edition(folder.put("press.toml", head + "[page]\nbleed = \"-1mm\"\nmarks = [\"crops\"]\n" + colour), folder.sources, folder.diagnostics);
  REQUIRE(folder.diagnostics.list().size() == 2);
  CHECK(folder.diagnostics.list()[0].code == "definition.unknown-value");
  CHECK(folder.diagnostics.list()[1].code == "definition.out-of-range");
}

}  // namespace
}  // namespace tilstand::definition
