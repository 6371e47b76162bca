// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "registry/database.hpp"
#include "registry/register.hpp"

namespace tilstand::registry {
namespace {

constexpr const char* edition_columns =
    "SELECT id, report, year, language, edition, sha256, built_sha256, file, title, pages, bytes, manifest_sha256, definition_sha256, data_sha256, program, recorded FROM editions ";

Edition read_edition(const Statement& row) {
  Edition one;
  int column = 0;
  one.report = row.text(++column);
  one.year = static_cast<int>(row.number(++column));
  for (std::string* field : {&one.language, &one.edition, &one.sha256, &one.built_sha256, &one.file, &one.title}) *field = row.text(++column);
  one.pages = row.number(++column);
  one.bytes = row.number(++column);
  for (std::string* field : {&one.manifest_sha256, &one.definition_sha256, &one.data_sha256, &one.program, &one.recorded}) *field = row.text(++column);
  return one;
}

std::vector<Edition> read_editions(Database& database, const std::string& rest, const std::string& value) {
  std::vector<Edition> all;
  std::vector<std::int64_t> rows;
  Statement select(database, (edition_columns + rest).c_str());
  if (!value.empty()) select.bind(value);
  while (select.row()) {
    rows.push_back(select.number(0));
    all.push_back(read_edition(select));
  }
  for (std::size_t at = 0; at < all.size(); ++at) {
    Statement inputs(database, "SELECT path, sha256 FROM inputs WHERE edition = ? ORDER BY path");
    inputs.bind(rows[at]);
    while (inputs.row()) all[at].inputs.push_back({inputs.text(0), inputs.text(1)});
  }
  return all;
}

/// The first fact in which two records of one file differ; empty when there is none. How the file is named now doesn't matter.
std::string difference(const Edition& a, const Edition& b) {
  if (a.report != b.report) return "report";
  if (a.year != b.year) return "year";
  if (a.language != b.language) return "language";
  if (a.edition != b.edition) return "edition";
  if (a.built_sha256 != b.built_sha256) return "what it was before it was sealed";
  if (a.manifest_sha256 != b.manifest_sha256 || a.definition_sha256 != b.definition_sha256 || a.data_sha256 != b.data_sha256) return "what it is made of";
  return a.program != b.program ? "program" : "";
}

}  // namespace

std::optional<Added> Register::add(const Edition& edition, Moment now, Diagnostics& diagnostics) {
  Transaction transaction(*database_);
  const auto known = read_editions(*database_, "WHERE sha256 = ?", edition.sha256);
  if (database_->report(diagnostics)) return std::nullopt;
  if (!known.empty()) {
    const std::string what = difference(known[0], edition);
    if (what.empty()) return Added::already;
    diagnostics.error("registry.conflict", "the edition " + edition.sha256.substr(0, 12) + " stands in the register with another " + what, {},
                      "its history is only added to: record the file as it was recorded first");
    return std::nullopt;
  }
  database_->run("INSERT INTO editions (report, year, language, edition, sha256, built_sha256, file, title, pages, bytes, manifest_sha256, definition_sha256, data_sha256, program, recorded) "
                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 edition.report, std::int64_t{edition.year}, edition.language, edition.edition, edition.sha256, edition.built_sha256, edition.file, edition.title, edition.pages, edition.bytes,
                 edition.manifest_sha256, edition.definition_sha256, edition.data_sha256, edition.program, utc_text(now));
  const std::int64_t row = database_->last_row();
  for (const Input& input : edition.inputs) database_->run("INSERT INTO inputs (edition, path, sha256) VALUES (?, ?, ?)", row, input.path, input.sha256);
  return transaction.commit(diagnostics) ? std::optional(Added::yes) : std::nullopt;
}

std::optional<std::vector<Edition>> Register::editions(Diagnostics& diagnostics) {
  auto all = read_editions(*database_, "ORDER BY year, report, edition, id", {});
  return database_->report(diagnostics) ? std::nullopt : std::optional(std::move(all));
}

std::optional<Edition> Register::edition(const std::string& sha256, Diagnostics& diagnostics) {
  constexpr std::size_t least = 4, whole = 64;
  const bool is_hex = sha256.find_first_not_of("0123456789abcdef") == std::string::npos && sha256.size() >= least && sha256.size() <= whole;
  auto found = is_hex ? read_editions(*database_, "WHERE substr(sha256, 1, " + std::to_string(sha256.size()) + ") = ? ORDER BY id LIMIT 2", sha256) : std::vector<Edition>();
  if (database_->report(diagnostics)) return std::nullopt;
  if (found.size() == 1) return std::move(found[0]);
  if (found.empty()) diagnostics.error("registry.unknown-edition", "no edition in \"" + path() + "\" has a SHA-256 that begins with \"" + sha256 + "\"", {}, "see tilstand archive list; give four hex digits or more");
  else diagnostics.error("registry.ambiguous", "several editions have a SHA-256 that begins with \"" + sha256 + "\"", {}, "give more digits");
  return std::nullopt;
}

std::optional<std::int64_t> Register::edition_row(const std::string& sha256, Diagnostics& diagnostics) {
  const std::int64_t row = database_->number("SELECT id FROM editions WHERE sha256 = ?", 0, sha256);
  if (database_->report(diagnostics)) return std::nullopt;
  if (row != 0) return row;
  diagnostics.error("registry.unknown-edition", "the edition " + sha256.substr(0, 12) + " isn't in the register", {}, "record it by tilstand archive register");
  return std::nullopt;
}

std::optional<Added> Register::add(const PrintRun& run, Moment now, Diagnostics& diagnostics) {
  Transaction transaction(*database_);
  const auto edition = edition_row(run.edition_sha256, diagnostics);
  if (!edition) return std::nullopt;
  const std::int64_t last = database_->number("SELECT coalesce(max(id), 0) FROM print_runs WHERE edition = ? AND run = ?", 0, *edition, run.run);
  const std::int64_t same = database_->number("SELECT count(*) FROM print_runs WHERE id = ? AND printer = ? AND paper = ? AND binding = ? AND date = ? AND copies = ? AND deposit = ?", 0, last,
                                              run.printer, run.paper, run.binding, run.date, run.copies, run.deposit);
  if (database_->report(diagnostics)) return std::nullopt;
  if (same != 0) return Added::already;
  database_->run("INSERT INTO print_runs (edition, run, printer, paper, binding, date, copies, deposit, recorded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", *edition, run.run, run.printer, run.paper,
                 run.binding, run.date, run.copies, run.deposit, utc_text(now));
  return transaction.commit(diagnostics) ? std::optional(Added::yes) : std::nullopt;
}

std::optional<std::vector<PrintRun>> Register::print_runs(const std::string& edition_sha256, Diagnostics& diagnostics) {
  std::vector<PrintRun> all;
  {
    Statement select(*database_, "SELECT run, printer, paper, binding, date, copies, deposit, recorded FROM print_runs WHERE id IN (SELECT max(p.id) FROM print_runs p JOIN editions e ON "
                                 "p.edition = e.id WHERE e.sha256 = ? GROUP BY p.run) ORDER BY date, run");
    select.bind(edition_sha256);
    while (select.row()) all.push_back({edition_sha256, select.text(0), select.text(1), select.text(2), select.text(3), select.text(4), select.number(5), select.text(6), select.text(7)});
  }
  return database_->report(diagnostics) ? std::nullopt : std::optional(std::move(all));
}

}  // namespace tilstand::registry
