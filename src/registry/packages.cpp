// SPDX-License-Identifier: Apache-2.0
#include "registry/database.hpp"
#include "registry/register.hpp"

namespace tilstand::registry {
namespace {

void insert_event(Database& database, std::int64_t package, const PackageEvent& event, Moment now) {
  database.run("INSERT INTO package_events (package, what, sound, detail, recorded) VALUES (?, ?, ?, ?, ?)", package, event.what, std::int64_t{event.sound}, event.detail, utc_text(now));
}

}  // namespace

std::optional<Added> Register::add(const Package& package, Moment now, Diagnostics& diagnostics) {
  Transaction transaction(*database_);
  const auto edition = edition_row(package.edition_sha256, diagnostics);
  if (!edition) return std::nullopt;
  const std::int64_t known = database_->number("SELECT count(*) FROM packages WHERE edition = ? AND kind = ? AND sha256 = ?", 0, *edition, package.kind, package.sha256);
  if (database_->report(diagnostics)) return std::nullopt;
  if (known != 0) return Added::already;
  database_->run("INSERT INTO packages (edition, kind, name, sha256, files, bytes, recorded) VALUES (?, ?, ?, ?, ?, ?, ?)", *edition, package.kind, package.name, package.sha256, package.files,
                 package.bytes, utc_text(now));
  insert_event(*database_, database_->last_row(), {"added", true, package.verdicts, {}}, now);
  return transaction.commit(diagnostics) ? std::optional(Added::yes) : std::nullopt;
}

bool Register::note(const std::string& package_sha256, const PackageEvent& event, Moment now, Diagnostics& diagnostics) {
  Transaction transaction(*database_);
  std::vector<std::int64_t> packages;
  {
    Statement select(*database_, "SELECT id FROM packages WHERE sha256 = ? ORDER BY id");
    select.bind(package_sha256);
    while (select.row()) packages.push_back(select.number(0));
  }
  if (database_->report(diagnostics)) return false;
  if (packages.empty()) {
    diagnostics.error("registry.unknown-package", "the package " + package_sha256.substr(0, 12) + " isn't in the register", {}, "add it by tilstand archive add");
    return false;
  }
  for (const std::int64_t package : packages) insert_event(*database_, package, event, now);
  return transaction.commit(diagnostics);
}

std::optional<std::vector<Package>> Register::packages(const std::string& edition_sha256, Diagnostics& diagnostics) {
  std::vector<Package> all;
  {
    Statement select(*database_, "SELECT p.id, p.kind, p.name, p.sha256, p.files, p.bytes, v.detail, p.recorded FROM packages p JOIN editions e ON p.edition = e.id JOIN package_events v ON v.id = (SELECT min(id) FROM package_events WHERE package = p.id) WHERE e.sha256 = ? ORDER BY p.id");
    select.bind(edition_sha256);
    while (select.row()) all.push_back({select.number(0), edition_sha256, select.text(1), select.text(2), select.text(3), select.number(4), select.number(5), select.text(6), select.text(7)});
  }
  return database_->report(diagnostics) ? std::nullopt : std::optional(std::move(all));
}

std::optional<std::vector<PackageEvent>> Register::package_events(std::int64_t package, Diagnostics& diagnostics) {
  std::vector<PackageEvent> all;
  {
    Statement select(*database_, "SELECT what, sound, detail, recorded FROM package_events WHERE package = ? ORDER BY id");
    select.bind(package);
    while (select.row()) all.push_back({select.text(0), select.number(1) != 0, select.text(2), select.text(3)});
  }
  return database_->report(diagnostics) ? std::nullopt : std::optional(std::move(all));
}

}  // namespace tilstand::registry
