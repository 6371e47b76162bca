// SPDX-License-Identifier: Apache-2.0
#include "package/writer.hpp"

#include <catch2/catch.hpp>

#include "support/process.hpp"
#include "unit/package/sample.hpp"

namespace tilstand::package {
namespace {

using support::Finished;
using support::Folder;
using support::holds;
using support::read_file;
using support::run;

struct Written {
  Folder folder{"package"};
  Tools tools;
  std::string path = folder.file("prøve.pdf");
  Sample sample = make_sample(tools, path);
  Diagnostics diagnostics;

  bool write() { return package::write(sample, tools, diagnostics); }
  std::string output(const std::string& tool, const std::string& rest = "") {
    return run(tool + " '" + path + "' " + rest).output;
  }
  /// The file with its object streams taken apart.
  std::string objects() { return output("qpdf --qdf --object-streams=disable", "-"); }
};

TEST_CASE("a hand-made report is a file that qpdf finds no fault with", "[package]") {
  Written report;
  REQUIRE(report.write());
  CHECK(report.diagnostics.list().empty());
  CHECK(report.folder.count() == 1);
  const Finished check = run("qpdf --check '" + report.path + "'");
  INFO(check.output);
  CHECK(check.code == 0);
  CHECK_FALSE(holds(check.output, "WARNING"));
  CHECK(read_file(report.path).starts_with("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
  CHECK(holds(report.output("pdfinfo"), "Tagged:          yes"));
}

TEST_CASE("its text reads as written: words, ligatures, no-break spaces and hyphens at breaks", "[package]") {
  Written report;
  REQUIRE(report.write());
  const std::string text = report.output("pdftotext -enc UTF-8", "-");
  INFO(text);
  CHECK(holds(text, "Effektiv kontorflate"));
  CHECK(holds(text, "Den offentlige affæ\u00AD"));
  CHECK(holds(text, "ren er-på 47 prosent, se side 7 for flere."));
}

TEST_CASE("its tags read in order, and a table over two pages is one table", "[package]") {
  Written report;
  REQUIRE(report.write());
  const std::string tags = report.output("pdfinfo -struct-text");
  INFO(tags);
  CHECK(tags.find("Table (block)") == tags.rfind("Table (block)"));
  std::size_t at = 0;
  for (const char* part : {"Document", "Sect", "H1 (block)", "Effektiv kontorflate", "P (block)", "Den offentlige affæ", "-", "ren er-på 47", "Link",
                           "side 7", "for flere.", "Figure", "Table", "THead", "TH", "Navn", "TBody", "TR", "TD", "Tillit", "H2", "Videre", "L ",
                           "Lbl", "1.", "LBody", "Et punkt", "Note", "En fotnote."}) {
    at = tags.find(part, at);
    INFO(part);
    REQUIRE(at != std::string::npos);
  }
}

TEST_CASE("structure elements say what assistive technology asks for", "[package]") {
  Written report;
  REQUIRE(report.write());
  const std::string objects = report.objects();
  for (const char* part : {"/ListNumbering /Decimal", "/Scope /Column", "/Alt (Et rektangel)", "/ID (note-1)", "/IDTree", "/OBJR", "/StructParent 2",
                           "/StructParents 1", "/ParentTreeNextKey 4", "/Tabs /S", "/Lang (nb)", "/Marked true", "/DisplayDocTitle true"}) {
    INFO(part);
    CHECK(holds(objects, part));
  }
  CHECK(holds(objects, "62.362"));  // left edge of the figure's box, 22 mm
}

TEST_CASE("a field for a seal stands on the last page, tagged as the last thing of the document", "[package]") {
  Written report;
  report.sample.options.seal = SealField{"Elektronisk segl"};
  REQUIRE(report.write());
  CHECK(run("qpdf --check '" + report.path + "'").code == 0);
  const std::string objects = report.objects();
  for (const char* part : {"/FT /Sig", "/T (seal)", "/TU (Elektronisk segl)", "/F 132", "/SigFlags 1", "/S /Form", "/StructParent 3", "/ParentTreeNextKey 5", "/AcroForm"}) {
    INFO(part);
    CHECK(holds(objects, part));
  }
  const std::string signatures = report.output("pdfsig");
  INFO(signatures);
  CHECK(holds(signatures, "Signature Field Name: seal"));
  Written plain;
  REQUIRE(plain.write());
  CHECK_FALSE(holds(plain.objects(), "/AcroForm"));
}

TEST_CASE("artifacts stand outside the structure with their kind", "[package]") {
  Written report;
  REQUIRE(report.write());
  const std::string objects = report.objects();
  CHECK(holds(objects, "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC"));
  CHECK(holds(objects, "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC"));
  CHECK(holds(objects, "/Artifact<</Type/Background/BBox[0 0 595.276 841.89]>>BDC"));
  CHECK_FALSE(holds(report.output("pdfinfo -struct-text"), "Rikets tilstand"));
}

TEST_CASE("metadata, outline and page labels are there", "[package]") {
  Written report;
  REQUIRE(report.write());
  const std::string about = report.output("pdfinfo -isodates");
  INFO(about);
  CHECK(holds(about, "Rikets tilstand – prøve & «test»"));
  CHECK(holds(about, "2022-06-15T00:00:00Z"));
  const std::string outline = report.output("qpdf --json --json-key=outlines");
  INFO(outline);
  CHECK(holds(outline, "Første – «del» 😀"));
  CHECK(holds(outline, "\"title\": \"Tabell\""));
  const std::string labels = report.output("qpdf --json --json-key=pagelabels");
  INFO(labels);
  CHECK(holds(labels, "\"/St\": 7"));
  const std::string packet = read_file(report.path);
  CHECK(holds(packet, "<pdfaid:part>2</pdfaid:part>"));
  CHECK(holds(packet, "<rdf:li>tabell</rdf:li>"));
  CHECK(holds(packet, "prøve &amp; «test»"));
}

TEST_CASE("all fonts are embedded subsets with a Unicode map", "[package]") {
  Written report;
  REQUIRE(report.write());
  const std::string fonts = report.output("pdffonts");
  INFO(fonts);
  CHECK(holds(fonts, "CID Type 0C"));
  CHECK(holds(fonts, "CID TrueType"));
  CHECK_FALSE(holds(fonts, " no "));
}

TEST_CASE("the same report gives the same bytes wherever it is written", "[package]") {
  Written first;
  REQUIRE(first.write());
  const std::string before = read_file(first.path);
  Tools others;
  Sample again = make_sample(others, first.folder.file("annen.pdf"));
  Diagnostics diagnostics;
  REQUIRE(write(again, others, diagnostics));
  CHECK(read_file(again.options.path) == before);
}

TEST_CASE("a report that breaks a rule leaves the last good file and nothing beside it", "[package]") {
  Written report;
  REQUIRE(report.write());
  const std::string before = read_file(report.path);
  report.sample.options.metadata.title.clear();
  CHECK_FALSE(report.write());
  CHECK(read_file(report.path) == before);
  CHECK(report.folder.count() == 1);
}

TEST_CASE("a disk that is full is a failure that names the file and the reason", "[package]") {
  Written report;
  REQUIRE(report.write());
  const std::string before = read_file(report.path);
  Writer probe(report.sample.options, report.tools.library, report.tools.palette);
  std::string part;
  for (const auto& entry : std::filesystem::directory_iterator(report.folder.file("")))
    if (entry.path() != report.path) part = entry.path().string();
  REQUIRE_FALSE(part.empty());
  std::filesystem::remove(part);
  std::filesystem::create_symlink("/dev/full", part);
  CHECK_FALSE(report.write());
  REQUIRE(report.diagnostics.list().size() == 1);
  CHECK(report.diagnostics.list()[0].code == "package.write-failed");
  CHECK(holds(report.diagnostics.list()[0].message, part));
  CHECK(holds(report.diagnostics.list()[0].message, "No space left on device"));
  CHECK(read_file(report.path) == before);
  CHECK_FALSE(std::filesystem::is_symlink(part));
}

TEST_CASE("a folder that isn't there is a failure", "[package]") {
  Written report;
  report.sample.options.path = report.folder.file("mangler/prøve.pdf");
  CHECK_FALSE(report.write());
  REQUIRE(report.diagnostics.list().size() == 1);
  CHECK(report.diagnostics.list()[0].code == "package.write-failed");
}

}  // namespace
}  // namespace tilstand::package
