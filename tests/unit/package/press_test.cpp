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

/// The sample on a sheet for a press: 10 mm wider all round, 3 of them bleed.
struct Printed {
  Folder folder{"press"};
  Tools tools;
  std::string path = folder.file("press.pdf");
  std::unique_ptr<colour::PressProfile> profile =
      colour::PressProfile::open(tilstand::read_file(std::string(TILSTAND_ROOT) + "/layouts/colour/coated-fogra39.icc").value_or(""), definition::Intent::relative);
  Sample sample = make_sample(tools, path);
  Diagnostics diagnostics;

  Printed() {
    definition::Theme theme = Tools::theme();
    theme.palette[0].inks = {{0, 0, 0, 100}};
    theme.palette[2].inks = {{0, 80, 90, 20}};
    theme.palette[2].spot = "Red";
    tools.palette = colour::Palette(theme, *profile);
    const Length room = mm(10), bleed = mm(3);
    PressFile press;
    press.sheet = {a4.width + room * 2, a4.height + room * 2};
    press.trim = {{room, room}, a4};
    press.bleed = {{room - bleed, room - bleed}, {a4.width + bleed * 2, a4.height + bleed * 2}};
    press.condition = "FOGRA39";
    press.profile = profile.get();
    sample.options.press = press;
    sample.options.profile = definition::Profile::x4;
  }
  std::string objects() {
    REQUIRE(package::write(sample, tools, diagnostics));
    return run("qpdf --qdf --object-streams=disable '" + path + "' -").output;
  }
};

TEST_CASE("a file for a press has its boxes, its intent and PDF 1.6, and no links", "[package]") {
  Printed report;
  const std::string objects = report.objects();
  CHECK(tilstand::read_file(report.path).value_or("").starts_with("%PDF-1.6\n"));
  CHECK(run("qpdf --check '" + report.path + "'").code == 0);
  for (const char* expected : {"/S /GTS_PDFX", "/OutputConditionIdentifier (FOGRA39)", "/RegistryName (http://www.color.org)", "/Trapped /False", "/N 4",
                               "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", "/OPM 1"}) {
    INFO(expected);
    CHECK(holds(objects, expected));
  }
  for (const char* unwanted : {"/Annots", "/Outlines", "/ArtBox", "GTS_PDFA1", " rg\n", " RG\n", "pdfaid:part"}) {
    INFO(unwanted);
    CHECK_FALSE(holds(objects, unwanted));
  }
  CHECK(holds(run("pdfinfo -box '" + report.path + "'").output, "TrimBox:            28.35    28.35   623.62   870.24"));
  CHECK(holds(run("pdfinfo -box '" + report.path + "'").output, "BleedBox:           19.84    19.84   632.13   878.74"));
}

TEST_CASE("text in black is printed over what it stands on", "[package]") {
  Printed report;
  const std::string objects = report.objects();
  CHECK(holds(objects, "1 0 0 1 28.3"));
  CHECK(holds(objects, "/Over gs\n0 0 0 1 k\n"));
}

}  // namespace
}  // namespace tilstand::package
