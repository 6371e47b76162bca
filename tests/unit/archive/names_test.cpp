// SPDX-License-Identifier: Apache-2.0
#include "archive/names.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace tilstand::archive {

TEST_CASE("plain relative paths may stand in a package", "[archive][unit]") {
  for (const char* path : {"METS.xml", "representations/rep1/data/x.pdf", "a b/æøå.csv", "..a/b..", "a.b/.c", "50%"}) CHECK(fault_of_path(path).empty());
}

TEST_CASE("paths that lead out of a package are refused", "[archive][unit]") {
  for (const char* path : {"", "/etc/passwd", "../x", "a/../../x", "a/..", "./x", "a//b", "a/", "a\\b", "C:/x", "a\nb", "a\x7f", "\xff"}) {
    INFO(path);
    CHECK_FALSE(fault_of_path(path).empty());
  }
}

TEST_CASE("a path comes back from its URL and from a bag's manifest", "[archive][unit]") {
  for (const std::string path : {"a b/æ%20.csv", "x\ny", "100%25", "plain/path.txt"}) {
    CHECK(from_href(to_href(path)) == path);
    CHECK(from_bag_name(to_bag_name(path)) == path);
  }
  CHECK(to_href("a b/æ") == "a%20b/%C3%A6");
  CHECK_FALSE(from_href("a%2"));
  CHECK_FALSE(from_href("a%zz"));
  CHECK(from_bag_name("a%2Fb") == "a%2Fb");  // RFC 8493 encodes three characters and no more
}

TEST_CASE("files are typed by their end", "[archive][unit]") {
  CHECK(media_type_of("a/B.PDF") == "application/pdf");
  CHECK(media_type_of("a.pdf/b") == "application/octet-stream");
  CHECK(media_type_of("x.geojson") == "application/geo+json");
}

TEST_CASE("names from elsewhere are printed without what could harm a terminal", "[archive][unit]") {
  CHECK(printable("æ/x.txt") == "æ/x.txt");
  CHECK(printable("a\x1b[31m\n") == "a\uFFFD[31m\uFFFD");
  CHECK(printable("\xff") == "\uFFFD");
}

TEST_CASE("lists of recipients are known by their name", "[archive][unit]") {
  CHECK(names_recipients("data/Recipients.toml"));
  CHECK(names_recipients("recipients-2021.csv"));
  CHECK_FALSE(names_recipients("recipients/report.toml"));
}

}  // namespace tilstand::archive
