// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "archive/add.hpp"
#include "base/moment.hpp"
#include "archive/bag.hpp"
#include "archive/conformance.hpp"
#include "archive/describe.hpp"
#include "archive/edition_file.hpp"
#include "archive/print_run.hpp"
#include "archive/read_mets.hpp"
#include "digest/sha256.hpp"

namespace tilstand::archive {
namespace {

Record sample() {
  Record record;
  record.id = "report-0123";
  record.program = "tilstand 9.9.9";
  record.libraries = {"cairo 1", "zlib 2"};
  record.title = "A & B <\"c\">";
  record.author = "The Office";
  record.keywords = "sheep, goats";
  record.date = "2021-12-31";
  record.created = "2021-12-31T00:00:00Z";
  record.pages = 3;
  record.sources = "representations/rep3/data";
  record.definition = "layouts/report.toml";
  record.data = "data/2021";
  record.editions = {{"archive", "representations/rep1/data/a b.pdf", "representations/rep1/data/a b.manifest.json", std::string(64, 'a'), 7, 1640908800}};
  record.verdicts = {{"veraPDF 1.28.2", "2a", "a b.pdf", true, "metadata/other/conformance/1-x.json"}};
  record.seals = {{"The Office", "2022-01-02T03:04:05Z"}};
  record.rebuilt = "same";
  return record;
}

std::string mets_around(const std::string& inside) {
  return "<mets xmlns=\"http://www.loc.gov/METS/\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" OBJID=\"x\">" + inside + "</mets>";
}

}  // namespace

TEST_CASE("a record comes back as it was written", "[archive][unit]") {
  Diagnostics diagnostics;
  const std::string json = to_json(sample());
  const auto read = read_record(json, "edition.json", diagnostics);
  REQUIRE(read);
  CHECK(to_json(*read) == json);
  CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("what is no record is refused", "[archive][unit]") {
  const std::string json = to_json(sample());
  for (const std::string& bad : {std::string("{}"), std::string("nothing"), json.substr(0, json.size() / 2), std::string(json).replace(json.find("\"format\": 1"), 11, "\"format\": 2")}) {
    Diagnostics diagnostics;
    CHECK_FALSE(read_record(bad, "edition.json", diagnostics));
    REQUIRE(diagnostics.list().size() == 1);
    CHECK(diagnostics.list().front().code == "archive.bad-record");
  }
}

TEST_CASE("the bytes of an edition before it was sealed are found by their digest", "[archive][unit]") {
  const std::string built = "%PDF-1.7\nobjects\n%%EOF\n", sealed = built + "update\n%%EOF\nmore\n%%EOF\n";
  const std::string sum = digest::sha256(built);
  CHECK(built_size(built, sum) == built.size());
  CHECK(built_size(sealed, sum) == built.size());
  CHECK_FALSE(built_size("%PDF-1.6" + sealed.substr(8), sum));
  CHECK_FALSE(built_size("", sum));
}

TEST_CASE("dates of PDFs and manifests become seconds and times", "[archive][unit]") {
  CHECK(epoch_of("D:20211231000000Z") == 1640908800);
  CHECK(epoch_of("2021-12-31") == 1640908800);
  CHECK_FALSE(epoch_of("D:2021"));
  CHECK_FALSE(epoch_of("2021-02-31"));
  CHECK_FALSE(epoch_of(""));
  CHECK(utc_text(1640908800) == "2021-12-31T00:00:00Z");
  CHECK(utc_text(0) == "1970-01-01T00:00:00Z");
  CHECK(utc_text(3723) == "1970-01-01T01:02:03Z");
}

TEST_CASE("verdicts are read from veraPDF's JSON and from lines", "[archive][unit]") {
  const std::string json = R"({"report": {"buildInformation": {"releaseDetails": [{"version": "1.28.2"}]}, "jobs": [
    {"itemDetails": {"name": "/x/a.pdf"}, "validationResult": [{"profileName": "PDF/A-2A validation profile", "compliant": true}]},
    {"itemDetails": {"name": "b.pdf"}, "validationResult": {"profileName": "PDF/UA-1 validation profile", "compliant": false}},
    {"itemDetails": {"name": "c.pdf"}, "taskException": {}}]}})";
  const auto verdicts = read_verdicts(json);
  REQUIRE(verdicts.size() == 2);
  CHECK((verdicts[0].judge == "veraPDF 1.28.2" && verdicts[0].flavour == "2a" && verdicts[0].pdf == "a.pdf" && verdicts[0].passes));
  CHECK((verdicts[1].flavour == "ua1" && verdicts[1].pdf == "b.pdf" && !verdicts[1].passes));
  const auto lines = read_verdicts("PASS 2a a.pdf  rules passed 1\n   clause 6\nFAIL /x/b.pdf ua1\nPASSED nothing\n");
  REQUIRE(lines.size() == 2);
  CHECK((lines[0].flavour == "2a" && lines[0].passes && lines[1].flavour == "ua1" && lines[1].pdf == "b.pdf" && !lines[1].passes));
  CHECK(read_verdicts("{}").empty());
  CHECK(read_verdicts("[1]").empty());
  CHECK(read_verdicts("").empty());
}

TEST_CASE("METS written is METS read", "[archive][unit]") {
  const Record record = sample();
  const Listing files = {{"METS.xml", {"00", 1}}, {"documentation/READ ME.txt", {"11", 2}}, {"metadata/descriptive/dc.xml", {"22", 3}}, {"metadata/preservation/premis.xml", {"33", 4}},
                         {"representations/rep1/METS.xml", {"44", 5}}, {"representations/rep1/data/a b.pdf", {"55", 6}}, {"schemas/x.xsd", {"66", 7}}};
  const std::vector<Representation> representations = {{"rep1", "The edition"}};
  Diagnostics diagnostics;
  const auto root = read_mets(mets_of_package({record, representations, files}), "METS.xml", diagnostics);
  REQUIRE(root);
  CHECK(root->id == record.id);
  CHECK(root->profile == "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml");
  REQUIRE(root->files.size() == 5);
  CHECK(root->files[0].path == "metadata/descriptive/dc.xml");
  CHECK(root->files[2].path == "documentation/READ ME.txt");
  CHECK((root->files[4].is_mets && root->files[4].sha256 == "44" && root->files[4].size == 5));
  const auto inner = read_mets(mets_of(representations[0], {record, representations, files}), "METS.xml", diagnostics);
  REQUIRE(inner);
  REQUIRE(inner->files.size() == 1);
  CHECK(inner->files[0].path == "data/a b.pdf");
  CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("METS that can't be trusted is refused", "[archive][unit]") {
  const std::string facts = "SIZE=\"1\" CHECKSUM=\"aa\" CHECKSUMTYPE=\"SHA-256\"", place = " xlink:href=\"x\"";
  Diagnostics good;
  CHECK(read_mets(mets_around("<mdRef " + facts + place + "/>"), "METS.xml", good));
  for (const std::string& bad : {std::string(), std::string("<mets/>"), "\xff" + mets_around(""), std::string("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n") + mets_around("<x>\xe9</x>"), mets_around("<mdRef"), mets_around("<mdRef " + facts + "/>"), mets_around("<mdRef SIZE=\"-1\" CHECKSUM=\"aa\" CHECKSUMTYPE=\"SHA-256\"" + place + "/>"),
                                mets_around("<mdRef SIZE=\"1\" CHECKSUM=\"aa\" CHECKSUMTYPE=\"MD5\"" + place + "/>"), mets_around("<file " + facts + "/>"),
                                "<!DOCTYPE mets [<!ENTITY a \"b\">]>" + mets_around("")}) {
    INFO(bad);
    Diagnostics diagnostics;
    CHECK_FALSE(read_mets(bad, "METS.xml", diagnostics));
    REQUIRE(diagnostics.list().size() == 1);
    CHECK(diagnostics.list().front().code == "archive.damaged");
  }
}

TEST_CASE("a bag lists its payload and its tags, and its manifests are read back", "[archive][unit]") {
  const Listing payload = {{"data/a\nb", {std::string(64, 'a'), 3}}, {"data/c", {std::string(64, 'b'), 4}}};
  const auto files = bag_files(sample(), payload);
  CHECK(files.at("bagit.txt") == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  CHECK(files.at("bag-info.txt").find("Payload-Oxum: 7.2\n") != std::string::npos);
  Diagnostics diagnostics;
  const auto read = read_bag_manifest(files.at("manifest-sha256.txt"), "manifest-sha256.txt", diagnostics);
  CHECK(read == std::map<std::string, std::string>{{"data/a\nb", std::string(64, 'a')}, {"data/c", std::string(64, 'b')}});
  const auto tags = read_bag_manifest(files.at("tagmanifest-sha256.txt"), "tagmanifest-sha256.txt", diagnostics);
  CHECK(tags.size() == 3);
  CHECK(tags.at("bagit.txt") == digest::sha256(files.at("bagit.txt")));
  CHECK_FALSE(diagnostics.has_errors());
  read_bag_manifest("abc  data/x\n", "manifest-sha256.txt", diagnostics);
  CHECK(diagnostics.has_errors());
}

TEST_CASE("a printed run is spelled as TOML, sorted and without what is unknown", "[archive][unit]") {
  CHECK(to_toml({"2", "Print \"House\"", "", "", "saddle", "2022-01-20", 500, ""}) ==
        "binding = \"saddle\"\ncopies = 500\ndate = \"2022-01-20\"\nprinter = \"Print \\\"House\\\"\"\nrun = \"2\"\n");
}

TEST_CASE("markup in a title is escaped wherever it is printed", "[archive][unit]") {
  CHECK(dublin_core(sample()).find("<dc:title>A &amp; B &lt;&quot;c&quot;&gt;</dc:title>") != std::string::npos);
  CHECK(dublin_core(sample()).find("<dc:subject>goats</dc:subject>") != std::string::npos);
}

}  // namespace tilstand::archive
