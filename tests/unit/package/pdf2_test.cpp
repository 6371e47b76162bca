// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "base/file.hpp"
#include "support/process.hpp"
#include "unit/package/sample.hpp"

namespace tilstand::package {
namespace {

using support::Folder;
using support::holds;
using support::run;

/// The sample in PDF 2.0, where the link to the second page cites the note there.
struct Modern {
  Folder folder{"pdf2"};
  Tools tools;
  std::string path = folder.file("modern.pdf");
  Sample sample = make_sample(tools, path);
  Diagnostics diagnostics;

  Modern() {
    constexpr std::uint32_t note = 40;
    sample.options.profile = definition::Profile::a4f_ua2;
    for (scene::Tag& tag : sample.pages[1].tags)
      if (tag.role == scene::Role::Note) tag.node = NodeId{note};
    sample.pages[0].links[0].target = NodeId{note};
    sample.pages[0].links[0].note = true;
    sample.options.outline[0].target = NodeId{999};  // has no element
  }
  std::string objects() {
    REQUIRE(package::write(sample, tools, diagnostics));
    return run("qpdf --qdf --object-streams=disable '" + path + "' -").output;
  }
};

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

/// The dictionary around the first `inside`.
std::string object_with(const std::string& objects, const std::string& inside) {
  const std::size_t at = objects.find(inside), begin = objects.rfind(" obj\n", at), end = objects.find("\nendobj", at);
  REQUIRE(at != std::string::npos);
  return objects.substr(begin, end - begin);
}

TEST_CASE("a file of PDF 2.0 names its namespace and its standards, and no information dictionary", "[package]") {
  Modern report;
  const std::string objects = report.objects();
  CHECK(tilstand::read_file(report.path).value_or("").starts_with("%PDF-2.0\n"));
  CHECK(run("qpdf --check '" + report.path + "'").code == 0);
  for (const char* expected : {"/NS (http://iso.org/pdf2/ssn)", "<pdfaid:part>4</pdfaid:part>", "<pdfaid:rev>2020</pdfaid:rev>", "<pdfaid:conformance>F</pdfaid:conformance>",
                               "<pdfuaid:part>2</pdfuaid:part>", "<pdfuaid:rev>2024</pdfuaid:rev>", "/S /FENote", "/NoteType /Footnote"}) {
    INFO(expected);
    CHECK(holds(objects, expected));
  }
  for (const char* unwanted : {"/Producer", "/Dest [", "/S /Note", "pdfaExtension:schemas>"}) {
    INFO(unwanted);
    CHECK_FALSE(holds(objects, unwanted));
  }
}

TEST_CASE("in PDF 2.0 what is followed leads to an element, to the document's when its own is missing", "[package]") {
  Modern report;
  const std::string objects = report.objects();
  CHECK(count(objects, "/SD [") == 4);  // a link and three entries of the outline
  CHECK(count(objects, "/S /GoTo") == 4);
}

TEST_CASE("in PDF 2.0 a note and the link that cites it refer to each other", "[package]") {
  Modern report;
  const std::string objects = report.objects();
  CHECK(holds(object_with(objects, "/S /FENote"), "/Ref ["));
  CHECK(holds(object_with(objects, "/S /Link\n"), "/Ref ["));
  CHECK(count(objects, "/Ref [") == 2);
}

TEST_CASE("files of PDF 1.7 know nothing of this", "[package]") {
  Modern report;
  report.sample.options.profile = definition::Profile::a2a_ua1;
  const std::string objects = report.objects();
  for (const char* unwanted : {"/SD [", "/Ref [", "/Namespaces", "FENote", "/Description"}) CHECK_FALSE(holds(objects, unwanted));
  CHECK(holds(objects, "/Producer"));
}

}  // namespace
}  // namespace tilstand::package
