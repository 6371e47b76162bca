// SPDX-License-Identifier: Apache-2.0
#include "seal/seal.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>

#include "seal/status.hpp"
#include "support/process.hpp"

namespace tilstand::seal {
namespace {

using support::Folder;
using support::read_file;
using support::run;

void write(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

/// A page with an empty field, as small as it gets; qpdf gives it a cross-reference stream.
const std::string page_with_field =
    "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
    "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Resources<<>>/Annots[4 0 R]>>\nendobj\n"
    "4 0 obj\n<</Type/Annot/Subtype/Widget/FT/Sig/T(seal)/Rect[0 0 0 0]/F 132/P 3 0 R>>\nendobj\n5 0 obj\n<</Fields[4 0 R]/SigFlags 1>>\nendobj\n"
    "trailer\n<</Root 1 0 R/Size 6>>\nstartxref\n0\n%%EOF\n";

/// A file to seal, and a key whose certificate signs itself.
struct Desk {
  Folder folder{"seal"};
  std::string edition = folder.file("edition.pdf"), out = folder.file("sealed.pdf"), key = folder.file("key.pem");
  Diagnostics diagnostics;
  std::vector<Question> asked;
  Answer answer{};

  Desk() {
    write(folder.file("text.pdf"), page_with_field);
    run("qpdf --deterministic-id --object-streams=generate " + folder.file("text.pdf") + " " + edition);
    run("openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=Test -keyout " + key + " -out " + folder.file("certificate.pem"));
    write(key, read_file(key) + read_file(folder.file("certificate.pem")));
  }

  bool seal(Level level = Level::b, const std::string& tsa = {}) {
    Request request{edition, out, key};
    request.level = level;
    request.tsa = tsa;
    request.moment = moment;
    const Fetch fetch = [this](const Question& question) {
      asked.push_back(question);
      return answer;
    };
    return seal::seal(request, [] { return std::optional<std::string>(); }, fetch, diagnostics).ok;
  }

  std::string code() const { return diagnostics.list().empty() ? "" : diagnostics.list().back().code; }
  std::optional<Status> look(const std::string& path) { return status(path, {{folder.file("certificate.pem")}, moment}, diagnostics); }

  static constexpr Moment day = 86400;
  Moment moment = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count() + day;
};

TEST_CASE("a seal is appended to the edition's bytes, asks no server, and is the same each time", "[seal]") {
  Desk desk;
  REQUIRE(desk.seal());
  CHECK(desk.diagnostics.list().empty());
  CHECK(desk.asked.empty());
  const std::string before = read_file(desk.edition), sealed = read_file(desk.out);
  CHECK(sealed.starts_with(before));
  CHECK(unsealed_prefix(desk.out, desk.diagnostics) == before.size());
  CHECK(unsealed_prefix(desk.edition, desk.diagnostics) == before.size());
  const auto status = desk.look(desk.out);
  REQUIRE(status);
  CHECK(status->verdict() == Verdict::valid);
  CHECK(status->unsealed == before.size());
  CHECK(status->seals.front().signer == "Test");
  REQUIRE(desk.seal());
  CHECK(read_file(desk.out) == sealed);
}

TEST_CASE("no byte of a sealed file can be changed unseen", "[seal]") {
  Desk desk;
  REQUIRE(desk.seal());
  const std::string sealed = read_file(desk.out), other = desk.folder.file("other.pdf");
  constexpr std::size_t step = 13;
  for (std::size_t at = 0; at < sealed.size(); at += step) {
    std::string changed = sealed;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    write(other, changed);
    const auto status = desk.look(other);
    INFO("byte " << at);
    CHECK((!status || status->seals.empty() || status->verdict() != Verdict::valid));
  }
}

TEST_CASE("a file that is cut off anywhere has no valid seal", "[seal]") {
  Desk desk;
  REQUIRE(desk.seal());
  const std::string sealed = read_file(desk.out), other = desk.folder.file("other.pdf");
  constexpr std::size_t step = 101;
  for (std::size_t size = 0; size < sealed.size(); size += step) {
    write(other, sealed.substr(0, size));
    const auto status = desk.look(other);
    INFO("size " << size);
    CHECK((!status || status->verdict() != Verdict::valid));
  }
}

TEST_CASE("a time stamp server that fails leaves nothing behind", "[seal]") {
  Desk desk;
  const auto fails = [&](Answer answer, const char* code) {
    desk.answer = std::move(answer);
    CHECK_FALSE(desk.seal(Level::t, "http://tsa.invalid/"));
    CHECK(desk.code() == code);
    CHECK_FALSE(std::filesystem::exists(desk.out));
  };
  fails({false, 0, {}, "no route"}, "seal.no-answer");
  CHECK(desk.diagnostics.list().back().message.find("no route") != std::string::npos);
  fails({true, 404, "not here", {}}, "seal.no-answer");
  fails({true, 200, {}, {}}, "seal.no-answer");
  fails({true, 200, std::string("\x30\x05\x30\x03\x02\x01\x02", 7), {}}, "seal.no-answer");  // a rejection
  REQUIRE(desk.asked.size() == 4);
  CHECK(desk.asked.front().content_type == "application/timestamp-query");
  CHECK(desk.asked.front().body == desk.asked.back().body);  // the same signature makes the same question
}

TEST_CASE("a sealed file is not sealed again, and one without a field not at all", "[seal]") {
  Desk desk;
  REQUIRE(desk.seal());
  const std::string sealed = read_file(desk.out);
  desk.edition = desk.out;
  CHECK_FALSE(desk.seal());
  CHECK(desk.code() == "seal.already-sealed");
  CHECK(read_file(desk.out) == sealed);
  desk.edition = desk.folder.file("plain.pdf");
  run("qpdf --empty " + desk.edition);
  CHECK_FALSE(desk.seal());
}

TEST_CASE("a certificate is used only while it is valid", "[seal]") {
  Desk desk;
  constexpr Moment years = 20 * 365 * Desk::day;
  for (const Moment moment : {desk.moment + years, desk.moment - years}) {
    desk.moment = moment;
    CHECK_FALSE(desk.seal());
    CHECK(desk.code() == "seal.out-of-date");
  }
}

TEST_CASE("a list for programs names every file, sealed or not", "[seal]") {
  Desk desk;
  REQUIRE(desk.seal());
  const std::string json = to_json({*desk.look(desk.out), *desk.look(desk.edition)});
  CHECK(support::holds(json, "\"verdict\": \"valid\", \"sha256\""));
  CHECK(support::holds(json, "\"verdict\": \"no seal\""));
  CHECK(support::holds(to_text({*desk.look(desk.edition)}), "edition.pdf: no seal\n"));
}

}  // namespace
}  // namespace tilstand::seal
