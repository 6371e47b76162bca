// SPDX-License-Identifier: Apache-2.0
#include "haru/glyph_font.hpp"

#include <catch2/catch.hpp>

#include "haru/font_objects.hpp"
#include "haru/font_set.hpp"
#include "haru/subset.hpp"
#include "support/process.hpp"

namespace tilstand::haru {
namespace {

using support::Folder;
using support::holds;
using support::read_file;
using support::run;

font::Face read_face(const std::string& file, const std::string& name) {
  font::Face face;
  face.file = file;
  face.bytes = read_file(std::string(TILSTAND_ROOT) + "/fonts/" + file);
  face.postscript_name = name;
  REQUIRE_FALSE(face.bytes.empty());
  return face;
}

constexpr std::uint32_t some_glyph = 20, other_glyph = 21;

TEST_CASE("a glyph keeps the text that it first stood for", "[haru]") {
  const font::Face face = read_face("Inter-Regular.otf", "Inter-Regular");
  GlyphFont font(face);
  CHECK(font.use(some_glyph, "ffi") == Reading::own);
  CHECK(font.use(some_glyph, "ffi") == Reading::own);
  CHECK(font.use(some_glyph, "x") == Reading::other);
  CHECK(font.use(other_glyph, "x") == Reading::own);
}

TEST_CASE("a no-break space keeps its character, unless the face draws it with the glyph of a space", "[haru]") {
  const font::Face face = read_face("Inter-Regular.otf", "Inter-Regular");
  GlyphFont font(face);
  CHECK(font.use(some_glyph, "\u00A0") == Reading::own);
  CHECK(font.use(some_glyph, " ") == Reading::own);
  std::uint32_t no_break = 0;
  for (std::uint32_t glyph = 1; glyph < 2000 && no_break == 0; ++glyph)
    if (font.use_part(glyph, "") == Reading::other && font.use(glyph, " ") == Reading::other && font.use(glyph, "\u00A0") == Reading::own) no_break = glyph;
  REQUIRE(no_break != 0);
  CHECK(font.use(no_break, " ") == Reading::other);
}

TEST_CASE("a break's hyphen never takes the hyphen's meaning", "[haru]") {
  const font::Face face = read_face("Vollkorn-Regular.ttf", "Vollkorn-Regular");
  GlyphFont font(face);
  std::uint32_t hyphen = 0;
  for (std::uint32_t glyph = 1; glyph < 2000 && hyphen == 0; ++glyph) {
    GlyphFont fresh(face);
    if (fresh.use_part(glyph, "") == Reading::other && fresh.use(glyph, "-") == Reading::own) hyphen = glyph;
  }
  REQUIRE(hyphen != 0);
  CHECK(font.use(hyphen, "\u00AD") == Reading::other);
  CHECK(font.use(hyphen, "-") == Reading::own);
}

TEST_CASE("one of several glyphs for a text never reads alone", "[haru]") {
  const font::Face face = read_face("Inter-Regular.otf", "Inter-Regular");
  GlyphFont font(face);
  CHECK(font.use_part(some_glyph, "e\u0301") == Reading::other);
}

TEST_CASE("the mark for a missing glyph and numbers past the face read as nothing", "[haru]") {
  const font::Face face = read_face("Inter-Regular.otf", "Inter-Regular");
  GlyphFont font(face);
  CHECK(font.use(0, "x") == Reading::missing);
  CHECK(font.use(65000, "x") == Reading::missing);
  CHECK(font.use(some_glyph, "\uE000") == Reading::missing);
  CHECK(font.width(65000) == 0);
  CHECK(font.width(some_glyph) > 0);
}

TEST_CASE("a subset is a bare CFF table or a TrueType file, and smaller", "[haru]") {
  const font::Face cff = read_face("Inter-Regular.otf", "Inter-Regular"), glyf = read_face("Vollkorn-Regular.ttf", "Vollkorn-Regular");
  const Subset small = subset(cff, {some_glyph}), outline = subset(glyf, {some_glyph});
  CHECK(small.is_cff);
  CHECK(small.program.size() < cff.bytes.size() / 10);
  CHECK_FALSE(outline.is_cff);
  CHECK(outline.program.size() < glyf.bytes.size() / 4);
  CHECK(subset(cff, {some_glyph}).program == small.program);
}

TEST_CASE("bytes that are no font give no subset and fail the file", "[haru]") {
  font::Face broken;
  broken.file = "broken.ttf";
  broken.bytes = "not a font";
  CHECK(subset(broken, {1}).program.empty());
  Folder folder("font");
  Sink sink({folder.file("a.pdf"), "x", 0});
  write_font(sink, sink.allocate(), broken, {{{1, 500, "x"}}, {}});
  CHECK(sink.failure() == "can't embed a part of the font broken.ttf");
}

TEST_CASE("measures are thousandths of the em", "[haru]") {
  const FaceMeasures upright = measure(read_face("Vollkorn-Regular.ttf", "V")), italic = measure(read_face("Vollkorn-Italic.ttf", "V"));
  CHECK(upright.italic_angle == 0);
  CHECK(italic.italic_angle < -5);
  CHECK(upright.ascent > 700);
  CHECK(upright.descent < -150);
  CHECK((upright.cap_height > 550 && upright.cap_height < 750));
  CHECK(upright.left < upright.right);
}

TEST_CASE("widths of neighbours share one list", "[haru]") {
  CHECK(widths_array({}) == "[]");
  CHECK(widths_array({{3, 500, "a"}, {4, 510, "b"}, {9, 250, "c"}}) == "[3[500 510]9[250]]");
}

TEST_CASE("the Unicode map comes in blocks of a hundred", "[haru]") {
  std::vector<UsedGlyph> glyphs;
  for (std::uint32_t glyph = 1; glyph <= 101; ++glyph) glyphs.push_back({glyph, 500, "ff"});
  const std::string map = unicode_map(glyphs);
  CHECK(holds(map, "100 beginbfchar\n<0001><00660066>\n"));
  CHECK(holds(map, "1 beginbfchar\n<0065><00660066>\nendbfchar"));
}

TEST_CASE("the same glyphs get the same name", "[haru]") {
  Folder folder("font");
  std::string names[2];
  for (std::string& name : names) {
    font::Library library;
    library.faces.push_back(read_face("Inter-Regular.otf", "Inter Regular"));
    FontSet fonts(library);
    CHECK(fonts.find(FaceId{1}) == nullptr);
    fonts.find(FaceId{0})->use(some_glyph, "a");
    Sink sink({folder.file("a.pdf"), "x", 1});
    const std::string resources = fonts.write(sink);
    CHECK(resources.starts_with("/F0 "));
    sink.put_page(0, "/MediaBox[0 0 9 9]/Resources<</Font<<" + resources + ">>>>");
    REQUIRE(sink.finish("00112233445566778899aabbccddeeff"));
    name = run("qpdf --qdf --object-streams=disable '" + folder.file("a.pdf") + "' - | grep -a BaseFont").output;
    CHECK(holds(name, "+InterRegular-Identity-H"));
  }
  CHECK(names[0] == names[1]);
}

}  // namespace
}  // namespace tilstand::haru
