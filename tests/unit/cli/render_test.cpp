// SPDX-License-Identifier: Apache-2.0
#include "cli/render.hpp"

#include <catch2/catch.hpp>

namespace tilstand::cli {
namespace {

struct Fixture {
  Sources sources;
  Diagnostics diagnostics;
  FileId file;
  explicit Fixture(std::string text) : file(sources.add("report.toml", std::move(text))) {}
  SourceSpan span(std::uint32_t line, std::uint32_t from, std::uint32_t to) const { return {file, {line, from}, {line, to}}; }
  std::string text(RenderStyle style = {}) const { return render(diagnostics, sources, style); }
};

TEST_CASE("a diagnostic shows place, message, code, line, caret and hint", "[cli]") {
  Fixture fixture("format = 1\ntitel = \"A\"\n");
  fixture.diagnostics.error("definition.unknown-key", "unknown key \"titel\"", fixture.span(2, 1, 6), "did you mean \"title\"?");
  CHECK(fixture.text() ==
        "report.toml:2:1: error: unknown key \"titel\" [definition.unknown-key]\n"
        "  2 | titel = \"A\"\n"
        "    | ^^^^^\n"
        "  hint: did you mean \"title\"?\n"
        "1 error\n");
}

TEST_CASE("carets stand under the place after letters outside ASCII, wide letters and combining marks", "[cli]") {
  Fixture fixture("å本e\u0301x");
  fixture.diagnostics.warning("a.b", "m", fixture.span(1, 5, 6));
  CHECK(fixture.text().find("    |     ^\n") != std::string::npos);
}

TEST_CASE("a span over several lines is marked to the end of its first line", "[cli]") {
  Fixture fixture("abc\ndef\n");
  fixture.diagnostics.error("a.b", "m", {fixture.file, {1, 2}, {2, 3}});
  CHECK(fixture.text().find("  1 | abc\n    |  ^^\n") != std::string::npos);
}

TEST_CASE("an empty span and one past the end still get a caret", "[cli]") {
  Fixture fixture("ab");
  fixture.diagnostics.error("a.b", "m", fixture.span(1, 3, 3));
  CHECK(fixture.text().find("  1 | ab\n    |   ^\n") != std::string::npos);
}

TEST_CASE("a long line is cut round the place", "[cli]") {
  Fixture fixture(std::string(500, 'a') + "X" + std::string(500, 'b'));
  fixture.diagnostics.error("a.b", "m", fixture.span(1, 501, 502));
  const std::string text = fixture.text();
  CHECK(text.find("…") != std::string::npos);
  CHECK(text.find("X") != std::string::npos);
  CHECK(text.size() < 400);
  const std::size_t line = text.find("  1 | ") + 6, carets = text.find("    | ") + 6;
  CHECK(text.find('X') - line - 2 == text.find('^', carets) - carets);  // "…" is three bytes and one column
}

TEST_CASE("bytes that steer a terminal are never printed", "[cli]") {
  Fixture fixture("a\x1b[31m\n");
  fixture.diagnostics.error("a.b", "bad \x1b]0;x", fixture.span(1, 1, 2));
  CHECK(fixture.text().find('\x1b') == std::string::npos);
}

TEST_CASE("colour is printed only when asked for", "[cli]") {
  Fixture fixture("a");
  fixture.diagnostics.error("a.b", "m", fixture.span(1, 1, 2));
  CHECK(fixture.text().find('\x1b') == std::string::npos);
  CHECK(fixture.text({true, Severity::notice}).find("\x1b[1;31merror") != std::string::npos);
}

TEST_CASE("what is less severe than asked for is left out", "[cli]") {
  Fixture fixture("a");
  fixture.diagnostics.notice("a.b", "small", fixture.span(1, 1, 2));
  fixture.diagnostics.warning("a.c", "middle", fixture.span(1, 1, 2));
  const std::string text = fixture.text({false, Severity::warning});
  CHECK(text.find("small") == std::string::npos);
  CHECK(text.find("middle") != std::string::npos);
}

TEST_CASE("a diagnostic without file speaks for the program", "[cli]") {
  Fixture fixture("a");
  fixture.diagnostics.error("build.cannot-write", "m", {});
  CHECK(fixture.text() == "tilstand: error: m [build.cannot-write]\n1 error\n");
}

TEST_CASE("notes name their own places", "[cli]") {
  Fixture fixture("ab\ncd\n");
  fixture.diagnostics.add({Severity::error, "a.b", "m", fixture.span(1, 1, 2), {{"first used here", fixture.span(2, 2, 3)}}, ""});
  CHECK(fixture.text().find("  report.toml:2:2: note: first used here\n  2 | cd\n    |  ^\n") != std::string::npos);
}

TEST_CASE("JSON holds every field with its place", "[cli]") {
  Fixture fixture("a");
  fixture.diagnostics.error("a.b", "say \"x\"", fixture.span(1, 1, 2), "do y");
  CHECK(render_json(fixture.diagnostics, fixture.sources) ==
        "[\n{\"severity\":\"error\",\"code\":\"a.b\",\"message\":\"say \\\"x\\\"\",\"place\":{\"file\":\"report.toml\","
        "\"begin\":{\"line\":1,\"column\":1},\"end\":{\"line\":1,\"column\":2}},\"hint\":\"do y\",\"notes\":[]}\n]\n");
}

}  // namespace
}  // namespace tilstand::cli
