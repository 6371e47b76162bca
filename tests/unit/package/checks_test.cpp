// SPDX-License-Identifier: Apache-2.0
#include "package/checks.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include "support/process.hpp"
#include "unit/package/sample.hpp"

namespace tilstand::package {
namespace {

using support::Folder;

using scene::Role;

/// The sample with a mistake planted in it.
struct Planted {
  Folder folder{"checks"};
  Tools tools;
  Sample sample = make_sample(tools, folder.file("prøve.pdf"));
  Diagnostics diagnostics;

  scene::Tag& tag(Role role) {
    for (scene::Page& page : sample.pages) {
      const auto found = std::find_if(page.tags.begin(), page.tags.end(), [&](const scene::Tag& tag) { return tag.role == role; });
      if (found != page.tags.end()) return *found;
    }
    throw std::logic_error("the sample has no such element");
  }

  /// The one error that writing finds; no file is left.
  Diagnostic only_error() {
    CHECK_FALSE(write(sample, tools, diagnostics));
    REQUIRE(diagnostics.list().size() == 1);
    CHECK(folder.count() == 0);
    return diagnostics.list()[0];
  }
};

TEST_CASE("a figure without alternative text is an error at its place", "[package]") {
  Planted planted;
  scene::Tag& figure = planted.tag(Role::Figure);
  figure.alternate = "  ";
  const SourceSpan span = figure.span;
  const Diagnostic error = planted.only_error();
  CHECK(error.code == "package.figure-without-alt");
  CHECK(error.span == span);
}

TEST_CASE("text that is neither tagged nor an artifact is an error", "[package]") {
  Planted planted;
  planted.sample.write(1, {}, planted.tools.runs("Løst"), 22, 200);
  const Diagnostic error = planted.only_error();
  CHECK(error.code == "package.untagged-content");
  CHECK(error.message == "the text \"Løst\" on page 2 is neither tagged nor an artifact");
}

TEST_CASE("a mark of an element that is closed or unknown is an error", "[package]") {
  Planted planted;
  planted.sample.write(1, {planted.sample.pages[0].closed[0], layout::Artifact::none}, planted.tools.runs("Sent"), 22, 200);
  CHECK(planted.only_error().code == "package.untagged-content");
}

TEST_CASE("a link outside the structure is an error", "[package]") {
  Planted planted;
  planted.sample.pages[0].links[0].tag = {};
  CHECK(planted.only_error().code == "package.untagged-content");
}

TEST_CASE("a heading that skips a level is an error with the level to use", "[package]") {
  Planted planted;
  planted.tag(Role::H2).role = Role::H3;
  const Diagnostic error = planted.only_error();
  CHECK(error.code == "package.heading-skip");
  CHECK(error.message == "a heading of level 3 follows one of level 1");
  CHECK(error.hint == "use level 2");
}

TEST_CASE("a first heading below level 1 is an error", "[package]") {
  Planted planted;
  planted.tag(Role::H1).role = Role::H2;
  const Diagnostic error = planted.only_error();
  CHECK(error.code == "package.heading-skip");
  CHECK(error.message == "a heading of level 2 is the first heading");
}

TEST_CASE("headings may fall back by any number of levels", "[package]") {
  Checks checks;
  Diagnostics diagnostics;
  for (const Role role : {Role::H1, Role::H2, Role::H3, Role::H1, Role::H2}) {
    scene::Tag tag;
    tag.role = role;
    checks.tag(tag, diagnostics);
  }
  CHECK(diagnostics.list().empty());
}

TEST_CASE("a table head without scope is an error", "[package]") {
  Planted planted;
  planted.tag(Role::TH).scope = scene::Tag::Scope::none;
  CHECK(planted.only_error().code == "package.table-head-without-scope");
}

TEST_CASE("a link without contents is an error at its element", "[package]") {
  Planted planted;
  planted.sample.pages[0].links[0].contents.clear();
  const Diagnostic error = planted.only_error();
  CHECK(error.code == "package.link-without-contents");
  CHECK(error.span == planted.tag(Role::Link).span);
}

TEST_CASE("a report without title or language is an error", "[package]") {
  Planted untitled;
  untitled.sample.options.metadata.title.clear();
  CHECK(untitled.only_error().code == "package.no-title");
  Planted mute;
  mute.sample.options.metadata.language.clear();
  CHECK(mute.only_error().code == "package.no-language");
}

TEST_CASE("a glyph that has no Unicode is an error at its element", "[package]") {
  Planted planted;
  auto runs = planted.tools.runs("x");
  SECTION("the mark for a missing glyph") { runs[0].glyphs[0].id = 0; }
  SECTION("a character that means something in one font only") { runs[0].text = "\uE000"; }
  SECTION("no character at all") { runs[0].text = std::string(1, '\0'); }
  runs[0].glyphs[0].text_end = static_cast<std::uint32_t>(runs[0].text.size());
  const scene::Tag& heading = planted.tag(Role::H2);
  planted.sample.write(1, {heading.id, layout::Artifact::none}, runs, 22, 200);
  const Diagnostic error = planted.only_error();
  CHECK(error.code == "package.glyph-without-unicode");
  CHECK(error.span == heading.span);
}

TEST_CASE("a note needs an identifier of its own", "[package]") {
  Planted planted;
  scene::Tag& note = planted.tag(Role::Note);
  SECTION("none") { note.note_id.clear(); }
  SECTION("another note's") {
    scene::Tag other = note;
    other.id = {planted.sample.next_tag++};
    planted.sample.pages[1].tags.push_back(other);
  }
  CHECK(planted.only_error().code == "package.note-without-id");
}

}  // namespace
}  // namespace tilstand::package
