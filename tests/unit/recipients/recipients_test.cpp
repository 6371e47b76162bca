// SPDX-License-Identifier: Apache-2.0
#include "recipients/recipients.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "base/utf8.hpp"
#include "recipients/covered.hpp"
#include "recipients/letter.hpp"
#include "support/process.hpp"

using namespace tilstand;
using namespace tilstand::recipients;

namespace {

const std::string sound = R"(format = 1
[[recipient]]
id = "a"
name = "Første mottaker"
org-number = "974 760 673"
channel = "eformidling"
language = "nb"
edition = "archive"
copies = 2
parts = ["one", "two"]
letter = "letter.txt"
  [recipient.source]
  url = "https://example.org/a"
  title = "A list"
  date = "2022-01-01"
[[recipient]]
id = "b"
name = "Andre"
channel = "smtp"
address = "post@example.org"
language = "nn"
edition = "archive-nn"
[[recipient]]
id = "c"
name = "Tredje"
channel = "folder"
language = "nb"
edition = "archive"
)";

struct Read {
  Sources sources;
  Diagnostics diagnostics;
  std::optional<std::vector<Recipient>> list;
};

void read(const std::string& text, Read& into) {
  const support::Folder folder("recipients");
  std::ofstream(folder.file("r.toml")) << text;
  into.list = read_recipients(folder.file("r.toml"), into.sources, into.diagnostics);
}

std::string replaced(std::string text, const std::string& old, const std::string& with) {
  const std::size_t at = text.find(old);
  REQUIRE(at != std::string::npos);
  return text.replace(at, old.size(), with);
}

std::string code_of(const std::string& text) {
  Read result;
  read(text, result);
  CHECK_FALSE(result.list);
  REQUIRE(result.diagnostics.list().size() == 1);
  CHECK(result.diagnostics.list().front().span.begin.line > 0);
  CHECK_FALSE(result.diagnostics.list().front().message.empty());
  return result.diagnostics.list().front().code;
}

}  // namespace

TEST_CASE("recipients are read with their defaults") {
  Read result;
  read(sound, result);
  REQUIRE(result.list);
  REQUIRE(result.list->size() == 3);
  const Recipient& first = result.list->front();
  CHECK(first.org_number == "974760673");
  CHECK(first.address == "974760673");
  CHECK(first.source->title == "A list");
  CHECK(first.parts == std::vector<std::string>{"one", "two"});
  CHECK(first.copies == 2);
  CHECK(first.letter.ends_with("letter.txt"));
  CHECK((*result.list)[1].address == "post@example.org");
  CHECK((*result.list)[1].copies == 1);
  CHECK((*result.list)[2].address == "c");
}

TEST_CASE("what is wrong in a file of recipients is told at its place") {
  CHECK(code_of(replaced(sound, "974 760 673", "974760674")) == "recipients.bad-org-number");
  CHECK(code_of(replaced(sound, "974 760 673", "97476067")) == "recipients.bad-org-number");
  CHECK(code_of(replaced(sound, "org-number = \"974 760 673\"\n", "")) == "recipients.no-org-number");
  CHECK(code_of(replaced(sound, "channel = \"folder\"", "channel = \"folder\"\norg-number = \"974760673\"")) == "recipients.no-source");
  CHECK(code_of(replaced(sound, "https://example.org/a", "a book")) == "recipients.bad-source");
  CHECK(code_of(replaced(sound, "2022-01-01", "1.1.2022")) == "recipients.bad-source");
  CHECK(code_of(replaced(sound, "title = \"A list\"\n", "")) == "definition.missing-key");
  CHECK(code_of(replaced(sound, "address = \"post@example.org\"\n", "")) == "recipients.no-address");
  CHECK(code_of(replaced(sound, "post@example.org", "post@example.org, b@example.org")) == "recipients.bad-address");
  CHECK(code_of(replaced(sound, "channel = \"folder\"", "channel = \"folder\"\naddress = \"../up\"")) == "recipients.bad-address");
  CHECK(code_of(replaced(sound, "copies = 2", "copies = 2\naddress = \"elsewhere\"")) == "recipients.bad-address");
  CHECK(code_of(replaced(sound, "id = \"c\"", "id = \"a\"")) == "recipients.duplicate-id");
  CHECK(code_of(replaced(sound, "id = \"c\"", "id = \"../c\"")) == "recipients.bad-id");
  CHECK(code_of(replaced(sound, "\"Tredje\"", "\"Tre\\ndje\"")) == "recipients.bad-name");
  CHECK(code_of(replaced(sound, "\"smtp\"", "\"smpt\"")) == "definition.unknown-value");
  CHECK(code_of(replaced(sound, "channel = \"folder\"\n", "")) == "definition.missing-key");
  CHECK(code_of(replaced(sound, "copies = 2", "copies = 0")) == "definition.out-of-range");
  CHECK(code_of(replaced(sound, "copies = 2", "copeis = 2")) == "definition.unknown-key");
  CHECK(code_of(replaced(sound, "format = 1\n", "")) == "definition.missing-key");
  CHECK(code_of("format = 1\n") == "recipients.none");
}

TEST_CASE("everything that is wrong is told at once, and no value is shown") {
  Read result;
  read(replaced(replaced(replaced(sound, "974 760 673", "123456789"), "post@example.org", "kari nordmann"), "\"nn\"", "3"), result);
  CHECK(result.diagnostics.list().size() == 3);
  for (const Diagnostic& one : result.diagnostics.list()) {
    const Excerpt line = result.sources.around(one.span.file, one.span.begin);
    INFO(line.text << one.message);
    CHECK_FALSE(support::holds(line.text + one.message + one.hint, "kari"));
    CHECK_FALSE(support::holds(line.text + one.message + one.hint, "123456789"));
  }
}

TEST_CASE("a covered text keeps its lines and columns") {
  CHECK(covered("a = \"xø\\\"y\" # æ\nb = 'c'\n") == "a = \".....\" #..\nb = '.'\n");
  CHECK(covered("a = \"\"\"x\n\"y\"\n\"\"\"\nb = 1") == "a = \"\"\".\n...\n\"\"\"\nb = 1");
  CHECK(covered("a = \"open\nb = 'c'") == "a = \"....\nb = '.'");
  CHECK(covered("a = '''open\nb = \"c\"") == "a = '''....\n.......");
  for (const std::string text : {"\"", "'''", "\"\\", "# ", "\"\"\"\\\"\"\""}) CHECK(decode_utf8(covered(text)).size() == decode_utf8(text).size());
}

TEST_CASE("organisation numbers and e-mail addresses") {
  for (const char* number : {"974760673", "889640782", "971526920", "991825827"}) CHECK(is_org_number(number));
  for (const char* number : {"974760674", "123456789", "97476067", "9747606731", "97476067x", "", "900000080"}) CHECK_FALSE(is_org_number(number));
  for (const char* address : {"a@b.no", "first.last+tag@sub.example.org"}) CHECK(is_mail_address(address));
  for (const char* address : {"", "a", "@b", "pøst@example.org", "a@", "a b@c.no", "a@b c", "a@b.no\r\nRCPT TO:<x@y>", "<a@b.no>", "a..b@c.no", ".a@b.no", "a@-b.no", "a@b..no", "a,b@c.no"}) CHECK_FALSE(is_mail_address(address));
}

TEST_CASE("a letter puts values in the place of names, once") {
  const support::Folder folder("letter");
  const auto letter_of = [&](const std::string& text, Diagnostics& diagnostics) {
    std::ofstream(folder.file("l.txt")) << text;
    Sources sources;
    return LetterTemplate::read(folder.file("l.txt"), {}, {"recipient.name", "copy.number"}, sources, diagnostics);
  };
  Diagnostics diagnostics;
  const auto letter = letter_of("Copy {{copy.number}}\n\nTo {{ recipient.name }}:\n\nhere.\n", diagnostics);
  REQUIRE(letter);
  const auto filled = letter->fill({{"recipient.name", "{{ copy.number }}"}, {"copy.number", "7"}});
  CHECK(filled.subject == "Copy 7");
  CHECK(filled.text == "To {{ copy.number }}:\n\nhere.\n");
  for (const auto& [text, code] : {std::pair("S {{ recipient.nam }}\n\nT", "recipients.unknown-binding"), std::pair("S\n\nT {{ copy.number", "recipients.bad-letter"),
                                   std::pair("\n\nT", "recipients.bad-letter"), std::pair("S\n", "recipients.bad-letter")}) {
    Diagnostics own;
    CHECK_FALSE(letter_of(text, own));
    REQUIRE(own.list().size() == 1);
    CHECK(own.list().front().code == code);
  }
}

TEST_CASE("the ministries' file is sound, and every number has its page") {
  Sources sources;
  Diagnostics diagnostics;
  const auto list = read_recipients(TILSTAND_ROOT "/data/distribution/recipients.toml", sources, diagnostics);
  CHECK(diagnostics.list().empty());
  REQUIRE(list);
  CHECK(list->size() == 16);
  for (const Recipient& one : *list) {
    INFO(one.id);
    CHECK((one.org_number.empty() ? one.way == Way::folder : one.source.has_value()));
    CHECK(std::count_if(list->begin(), list->end(), [&](const Recipient& other) { return other.org_number == one.org_number; }) == 1);
    const std::vector<std::string> known = {"recipient.name", "report.title", "report.year", "copy.number", "copy.count", "files"};
    CHECK(LetterTemplate::read(one.letter, one.letter_span, known, sources, diagnostics));
  }
}
