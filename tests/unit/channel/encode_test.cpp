// SPDX-License-Identifier: Apache-2.0
#include "channel/encode.hpp"

#include <catch2/catch.hpp>

#include "channel/addresses.hpp"
#include "channel/moment.hpp"

using namespace tilstand::channel;

TEST_CASE("bytes become base64", "[channel][unit]") {
  CHECK(base64("") == "");
  CHECK(base64("f") == "Zg==");
  CHECK(base64("fo") == "Zm8=");
  CHECK(base64("foo") == "Zm9v");
  CHECK(base64("\xFF\xFE") == "//4=");
  CHECK(base64_lines("") == "");
  CHECK(base64_lines(std::string(57, 'x')).size() == 78);
  CHECK(base64_lines(std::string(58, 'x')).size() == 78 + 6);
}

TEST_CASE("text becomes quoted-printable of short lines", "[channel][unit]") {
  CHECK(quoted_printable("") == "");
  CHECK(quoted_printable("a\nb\r\nc") == "a\r\nb\r\nc\r\n");
  CHECK(quoted_printable("1 = \xC3\xA6 \n\t\n") == "1 =3D =C3=A6=20\r\n=09\r\n");
  CHECK(quoted_printable("\n\n") == "\r\n\r\n");
  CHECK(quoted_printable(std::string(76, 'x')) == std::string(75, 'x') + "=\r\nx\r\n");
  CHECK(quoted_printable(std::string(74, 'x') + "\xC3\xA6") == std::string(74, 'x') + "=\r\n=C3=A6\r\n");
}

TEST_CASE("headers hold no line break of the text, no long word and no divided character", "[channel][unit]") {
  CHECK(header_text("Plain subject", 9) == "Plain subject");
  CHECK(header_text("a\r\nBcc: b", 9) == "a  Bcc: b");
  CHECK(header_text("\xC3\xA6", 9) == "=?UTF-8?B?w6Y=?=");
  CHECK(header_text("=?x", 9) == "=?UTF-8?B?PT94?=");
  std::string word;
  for (int i = 0; i < 60; ++i) word += "\xC3\xA6";
  const std::string folded = header_text("x" + word, 9);
  CHECK(folded.find("\r\n =?UTF-8?B?") == 12 + 52);  // 39 bytes of 39
  CHECK(folded.find("\r\n =?UTF-8?B?", 66) == 12 + 52 + 3 + 12 + 60);  // 44 bytes, not 45, which would divide a character
  CHECK(named_mailbox("", "a@b.no", 6) == "a@b.no");
  CHECK(named_mailbox("A \"B\"", "a@b.no", 6) == "\"A \\\"B\\\"\"\r\n <a@b.no>");
  CHECK(named_mailbox("\xC3\x85", "a@b.no", 6) == "=?UTF-8?B?w4U=?=\r\n <a@b.no>");
}

TEST_CASE("parameters are quoted, or encoded in parts", "[channel][unit]") {
  CHECK(parameter("filename", "a b.pdf") == ";\r\n filename=\"a b.pdf\"");
  CHECK(parameter("filename", "\xC3\xA6.pdf") == ";\r\n filename*=UTF-8''%C3%A6.pdf");
  CHECK(parameter("filename", "a\"b") == ";\r\n filename*=UTF-8''a%22b");
  CHECK(parameter("f", std::string(46, 'x') + "\xC3\xA6") == ";\r\n f*0*=UTF-8''" + std::string(46, 'x') + ";\r\n f*1*=%C3%A6");
  CHECK(parameter("f", std::string(80, 'x')) == ";\r\n f*0*=UTF-8''" + std::string(47, 'x') + ";\r\n f*1*=" + std::string(33, 'x'));
}

TEST_CASE("names of files are told from others, and made", "[channel][unit]") {
  CHECK(domain_of("a@b.no") == "b.no");
  for (const char* right : {"a.pdf", "\xC3\xA6 b.pdf"}) CHECK(is_file_name(right));
  for (const char* wrong : {"", ".", "..", ".hidden", "a/b", "a\\b", "a\nb", "\xFF"}) CHECK_FALSE(is_file_name(wrong));
  CHECK(slug("Kultur- og likestillingsdepartementet") == "kultur-og-likestillingsdepartementet");
  CHECK(slug("N\xC3\xA6rings\xC3\xB8 / \xC3\x85") == "naeringso-aa");
  CHECK(slug("../..") == "parcel");
}

TEST_CASE("moments are written for mail and for machines", "[channel][unit]") {
  CHECK(Moment{0}.mail_date() == "Thu, 01 Jan 1970 00:00:00 +0000");
  CHECK(Moment{1655294399}.mail_date() == "Wed, 15 Jun 2022 11:59:59 +0000");
  CHECK(Moment{1655294399}.date_time() == "2022-06-15T11:59:59Z");
  CHECK(Moment{-1}.date() == "1969-12-31");
}
