// SPDX-License-Identifier: Apache-2.0
#include "registry/register.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "registry/list.hpp"
#include "support/process.hpp"
#include "unit/registry/samples.hpp"

using namespace tilstand;
using namespace tilstand::registry;

namespace {

std::unique_ptr<Register> opened(const std::string& path, Diagnostics& diagnostics, int wait = 2000) {
  return Register::open({.path = path, .may_write = true, .wait = wait}, diagnostics);
}

std::string first_code(const Diagnostics& diagnostics) { return diagnostics.list().empty() ? "" : diagnostics.list().front().code; }

/// Runs the command-line shell of SQLite, which knows nothing of this program's rules but those in the file.
std::string shell(const std::string& path, const std::string& sql) { return support::run("sqlite3 '" + path + "' \"" + sql + "\"").output; }

}  // namespace

TEST_CASE("an edition is recorded once, with what it is made of") {
  const support::Folder folder("registry-edition");
  Diagnostics diagnostics;
  auto reg = opened(folder.file("r.sqlite"), diagnostics);
  REQUIRE(reg);
  CHECK(reg->add(sample_edition(), noon, diagnostics) == Added::yes);
  CHECK(reg->add(sample_edition(), noon + 60, diagnostics) == Added::already);
  const auto all = reg->editions(diagnostics);
  REQUIRE(all);
  REQUIRE(all->size() == 1);
  CHECK(all->front().recorded == "2021-12-31T12:00:00Z");
  CHECK(all->front().inputs == sample_edition().inputs);
  CHECK(reg->edition("aaaa", diagnostics)->title == "Liten rapport");
  CHECK_FALSE(diagnostics.has_errors());
  Edition other = sample_edition();
  other.year = 2022;
  CHECK_FALSE(reg->add(other, noon, diagnostics));
  CHECK(first_code(diagnostics) == "registry.conflict");
}

TEST_CASE("an edition is found by its first digits only when they are its alone") {
  const support::Folder folder("registry-find");
  Diagnostics diagnostics;
  auto reg = opened(folder.file("r.sqlite"), diagnostics);
  Edition second = sample_edition();
  second.sha256.back() = 'b';
  reg->add(sample_edition(), noon, diagnostics);
  reg->add(second, noon, diagnostics);
  CHECK(reg->edition(second.sha256, diagnostics));
  CHECK_FALSE(diagnostics.has_errors());
  for (const auto& [digits, code] : {std::pair("aaaaaa", "registry.ambiguous"), std::pair("bbbb", "registry.unknown-edition"), std::pair("aaa", "registry.unknown-edition"),
                                     std::pair("%%%%", "registry.unknown-edition")}) {
    Diagnostics own;
    CHECK_FALSE(reg->edition(digits, own));
    CHECK(first_code(own) == code);
  }
}

TEST_CASE("of a printed run the last record counts and the first stays") {
  const support::Folder folder("registry-print");
  const std::string path = folder.file("r.sqlite");
  Diagnostics diagnostics;
  auto reg = opened(path, diagnostics);
  PrintRun run{std::string(64, 'a'), "1", "Trykkeri", "100 g", "saddle", "2022-01-10", 300, ""};
  CHECK_FALSE(reg->add(run, noon, diagnostics));
  CHECK(first_code(diagnostics) == "registry.unknown-edition");
  reg->add(sample_edition(), noon, diagnostics);
  CHECK(reg->add(run, noon, diagnostics) == Added::yes);
  CHECK(reg->add(run, noon + 1, diagnostics) == Added::already);
  run.deposit = "Nasjonalbiblioteket, 2022-01-20";
  CHECK(reg->add(run, noon + 2, diagnostics) == Added::yes);
  const auto runs = reg->print_runs(run.edition_sha256, diagnostics);
  REQUIRE(runs);
  REQUIRE(runs->size() == 1);
  CHECK(runs->front().deposit == run.deposit);
  CHECK(shell(path, "SELECT count(*) FROM print_runs") == "2\n");
}

TEST_CASE("who has a copy's number keeps it, who comes later gets the next") {
  const support::Folder folder("registry-intend");
  Diagnostics diagnostics;
  auto reg = opened(folder.file("r.sqlite"), diagnostics);
  const auto looked = reg->intend(sample_occasion, {wanted("b"), wanted("a", 3)}, true, noon, diagnostics);
  REQUIRE(looked);
  CHECK((*looked)[1].copy_number == 2);
  CHECK(reg->deliveries(sample_occasion, diagnostics)->empty());
  REQUIRE(reg->intend(sample_occasion, {wanted("b"), wanted("a", 3)}, false, noon, diagnostics));
  const auto again = reg->intend(sample_occasion, {wanted("c"), wanted("a", 3), wanted("b")}, false, noon + 9, diagnostics);
  REQUIRE(again);
  CHECK((*again)[0].copy_number == 5);
  CHECK((*again)[1].copy_number == 2);
  CHECK((*again)[2].copy_number == 1);
  CHECK((*again)[2].recorded == "2021-12-31T12:00:00Z");
  CHECK(reg->recipient("c", diagnostics)->name == "Name of c");
  CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("an attempt is begun by one, and not after the parcel has gone") {
  const support::Folder folder("registry-attempt");
  Diagnostics diagnostics;
  const std::string path = folder.file("r.sqlite");
  auto first = opened(path, diagnostics), second = opened(path, diagnostics);
  first->intend(sample_occasion, {wanted("a")}, false, noon, diagnostics);
  CHECK(first->begin("id-a", 0, "smtp", sample_files(), noon, diagnostics) == Added::yes);
  CHECK(second->begin("id-a", 0, "smtp", sample_files(), noon, diagnostics) == Added::already);
  CHECK(first->deliveries(sample_occasion, diagnostics)->front().state == State::begun);
  CHECK(first->record("id-a", {State::sent, "", "250 taken", 1, ""}, noon + 2, diagnostics));
  CHECK(second->begin("id-a", 1, "smtp", sample_files(), noon, diagnostics) == Added::already);
  CHECK(second->record("id-a", {State::bounced, "mailbox full", "", 1, ""}, noon + 3, diagnostics));
  CHECK(second->begin("id-a", 1, "smtp", sample_files('b'), noon, diagnostics) == Added::yes);
  const auto events = first->events("id-a", diagnostics);
  REQUIRE(events);
  REQUIRE(events->size() == 5);
  CHECK((*events)[2].receipt == "250 taken");
  CHECK(first->sent_files("id-a", diagnostics) == sample_files('b'));
  CHECK(first->check(diagnostics));
  CHECK_FALSE(first->record("id-b", {State::sent}, noon, diagnostics));
  CHECK(first_code(diagnostics) == "registry.unknown-delivery");
}

TEST_CASE("an edition's history has the parcels with its bytes, and those with copies of the recipients' own") {
  const support::Folder folder("registry-of");
  Diagnostics diagnostics;
  auto reg = opened(folder.file("r.sqlite"), diagnostics);
  reg->add(sample_edition('a'), noon, diagnostics);
  reg->add(sample_edition('b'), noon, diagnostics);
  reg->intend(sample_occasion, {wanted("first"), wanted("own"), wanted("unsent")}, false, noon, diagnostics);
  reg->begin("id-first", 0, "smtp", sample_files('a'), noon, diagnostics);
  reg->begin("id-own", 0, "smtp", sample_files('e'), noon, diagnostics);
  const auto names = [&](char digit) {
    std::string all;
    const auto deliveries = reg->deliveries_of(sample_edition(digit), diagnostics);
    for (const Delivery& one : deliveries ? *deliveries : std::vector<Delivery>()) all += one.recipient + " ";
    return all;
  };
  CHECK(names('a') == "first own unsent ");
  CHECK(names('b') == "own unsent ");
  CHECK(diagnostics.list().empty());
}

TEST_CASE("packages keep every look at them") {
  const support::Folder folder("registry-package");
  Diagnostics diagnostics;
  auto reg = opened(folder.file("r.sqlite"), diagnostics);
  reg->add(sample_edition(), noon, diagnostics);
  const Package package{0, std::string(64, 'a'), "sip", "small-2021", std::string(64, 'c'), 40, 500000, "{\"verapdf\": true}"};
  CHECK(reg->add(package, noon, diagnostics) == Added::yes);
  CHECK(reg->add(package, noon, diagnostics) == Added::already);
  CHECK(reg->note(package.sha256, {"verified", false, "a file is missing"}, noon + 5, diagnostics));
  const auto kept = reg->packages(package.edition_sha256, diagnostics);
  REQUIRE(kept);
  REQUIRE(kept->size() == 1);
  CHECK(kept->front().verdicts == package.verdicts);
  const auto events = reg->package_events(kept->front().id, diagnostics);
  REQUIRE(events);
  REQUIRE(events->size() == 2);
  CHECK_FALSE(events->back().sound);
  CHECK_FALSE(reg->note(std::string(64, 'd'), {"verified"}, noon, diagnostics));
  CHECK(first_code(diagnostics) == "registry.unknown-package");
}

TEST_CASE("no history can be changed, whoever tries") {
  const support::Folder folder("registry-history");
  const std::string path = folder.file("r.sqlite");
  {
    Diagnostics diagnostics;
    auto reg = opened(path, diagnostics);
    reg->add(sample_edition(), noon, diagnostics);
    reg->add(PrintRun{std::string(64, 'a'), "1", "T", "P", "saddle", "2022-01-10", 300, ""}, noon, diagnostics);
    reg->add(Package{0, std::string(64, 'a'), "sip", "s", std::string(64, 'c'), 1, 1, ""}, noon, diagnostics);
    reg->intend(sample_occasion, {wanted("a")}, false, noon, diagnostics);
    reg->begin("id-a", 0, "smtp", sample_files(), noon, diagnostics);
  }
  std::string tables = shell(path, "SELECT name FROM sqlite_schema WHERE type = 'table'");
  CHECK(std::count(tables.begin(), tables.end(), '\n') == 12);
  for (std::size_t end = tables.find('\n'); end != std::string::npos; end = tables.find('\n')) {
    const std::string table = tables.substr(0, end);
    tables.erase(0, end + 1);
    INFO(table);
    const std::string column = shell(path, "SELECT name FROM pragma_table_info('" + table + "') LIMIT 1").substr(0, 20);
    const std::string name = column.substr(0, column.find('\n')), before = shell(path, "SELECT * FROM " + table);
    CHECK_FALSE(before.empty());
    for (const std::string& sql : {"DELETE FROM " + table, "UPDATE " + table + " SET " + name + " = " + name, "INSERT OR REPLACE INTO " + table + " SELECT * FROM " + table})
      CHECK(support::holds(shell(path, sql), "the history is only added to"));
    CHECK(shell(path, "SELECT * FROM " + table) == before);
  }
}

TEST_CASE("what is no register is refused and stays as it is") {
  const support::Folder folder("registry-others");
  const auto refusal = [](const std::string& path, bool may_write = true) {
    Diagnostics diagnostics;
    CHECK_FALSE(Register::open({.path = path, .may_write = may_write, .wait = 100}, diagnostics));
    return first_code(diagnostics);
  };
  std::ofstream(folder.file("text.sqlite")) << std::string(5000, 'x');
  CHECK(refusal(folder.file("text.sqlite")) == "registry.not-a-register");
  shell(folder.file("other.sqlite"), "CREATE TABLE t (x)");
  const std::string before = support::read_file(folder.file("other.sqlite"));
  CHECK(refusal(folder.file("other.sqlite")) == "registry.not-a-register");
  CHECK(support::read_file(folder.file("other.sqlite")) == before);
  CHECK(refusal(folder.file("none.sqlite"), false) == "registry.missing-file");
  CHECK(refusal(folder.file("none/r.sqlite")) == "registry.cannot-open");
  std::ofstream(folder.file("empty.sqlite")).flush();
  CHECK(refusal(folder.file("empty.sqlite"), false) == "registry.not-a-register");
  Diagnostics diagnostics;
  CHECK(opened(folder.file("r.sqlite"), diagnostics));
  shell(folder.file("r.sqlite"), "PRAGMA user_version = 99");
  CHECK(refusal(folder.file("r.sqlite")) == "registry.newer");
}

TEST_CASE("a register that another program holds is reported, and free again afterwards") {
  const support::Folder folder("registry-locked");
  const std::string path = folder.file("r.sqlite");
  Diagnostics diagnostics;
  auto reg = opened(path, diagnostics, 50);
  std::FILE* other = ::popen(("sqlite3 '" + path + "'").c_str(), "w");
  REQUIRE(other);
  std::fputs(("BEGIN IMMEDIATE;\n.shell touch '" + folder.file("held") + "'\n").c_str(), other);
  std::fflush(other);
  for (int at = 0; at < 1000 && !std::filesystem::exists(folder.file("held")); ++at) ::usleep(10'000);
  CHECK_FALSE(reg->add(sample_edition(), noon, diagnostics));
  CHECK(first_code(diagnostics) == "registry.locked");
  CHECK(reg->editions(diagnostics));
  ::pclose(other);
  Diagnostics after;
  CHECK(reg->add(sample_edition('9'), noon, after) == Added::yes);
}

TEST_CASE("lists name recipients by their ids only") {
  const support::Folder folder("registry-list");
  Diagnostics diagnostics;
  auto reg = opened(folder.file("r.sqlite"), diagnostics);
  reg->add(sample_edition(), noon, diagnostics);
  reg->intend(sample_occasion, {wanted("a")}, false, noon, diagnostics);
  reg->begin("id-a", 0, "smtp", sample_files(), noon, diagnostics);
  reg->record("id-a", {State::delivered, "taken", "250 for somebody@example.org", 1, ""}, noon, diagnostics);
  const auto history = history_of(*reg, sample_edition(), diagnostics);
  REQUIRE(history);
  const std::string all = to_text(*history) + to_json(*history) + to_text(std::vector{*history}) + to_json(std::vector{*history});
  CHECK_FALSE(support::holds(all, "Name of"));
  CHECK_FALSE(support::holds(all, "example.org"));
  CHECK(support::holds(to_text(std::vector{*history}), "1 of 1"));
  CHECK(support::holds(all, "\"state\": \"delivered\""));
}

TEST_CASE("days and moments") {
  CHECK(utc_text(noon) == "2021-12-31T12:00:00Z");
  CHECK(utc_text(0) == "1970-01-01T00:00:00Z");
  CHECK(is_day("2024-02-29"));
  for (const char* text : {"2023-02-29", "2022-13-01", "2022-6-15", "15.06.2022", "2022-06-15 ", "2022-06-1x", ""}) CHECK_FALSE(is_day(text));
}
