// SPDX-License-Identifier: Apache-2.0
#include "registry/schema.hpp"

#include <array>
#include <iterator>
#include <string>
#include <utility>

namespace tilstand::registry {
namespace {

/// Each step leads from the version before it to the next. A step that was published is never changed: a new one is added.
constexpr const char* steps[] = {
    R"sql(
CREATE TABLE editions (
  id INTEGER PRIMARY KEY, report TEXT NOT NULL, year INTEGER NOT NULL, language TEXT NOT NULL, edition TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64), built_sha256 TEXT NOT NULL CHECK (length(built_sha256) = 64),
  file TEXT NOT NULL, title TEXT NOT NULL, pages INTEGER NOT NULL CHECK (pages > 0), bytes INTEGER NOT NULL CHECK (bytes > 0),
  manifest_sha256 TEXT NOT NULL, definition_sha256 TEXT NOT NULL, data_sha256 TEXT NOT NULL, program TEXT NOT NULL,
  recorded TEXT NOT NULL) STRICT;
CREATE TABLE inputs (
  edition INTEGER NOT NULL REFERENCES editions (id), path TEXT NOT NULL, sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  PRIMARY KEY (edition, path)) STRICT, WITHOUT ROWID;
CREATE TABLE print_runs (
  id INTEGER PRIMARY KEY, edition INTEGER NOT NULL REFERENCES editions (id), run TEXT NOT NULL, printer TEXT NOT NULL,
  paper TEXT NOT NULL, binding TEXT NOT NULL, date TEXT NOT NULL, copies INTEGER NOT NULL CHECK (copies > 0), deposit TEXT NOT NULL,
  recorded TEXT NOT NULL) STRICT;
CREATE INDEX print_runs_of_edition ON print_runs (edition, run);
CREATE TABLE recipients (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, recorded TEXT NOT NULL) STRICT;
CREATE TABLE recipient_facts (
  id INTEGER PRIMARY KEY, recipient INTEGER NOT NULL REFERENCES recipients (id), name TEXT NOT NULL, org_number TEXT NOT NULL,
  recorded TEXT NOT NULL) STRICT;
CREATE INDEX facts_of_recipient ON recipient_facts (recipient);
CREATE TABLE deliveries (
  id INTEGER PRIMARY KEY, report TEXT NOT NULL, year INTEGER NOT NULL, edition TEXT NOT NULL, issue INTEGER NOT NULL CHECK (issue > 0),
  recipient INTEGER NOT NULL REFERENCES recipients (id), message_id TEXT NOT NULL UNIQUE, copy_number INTEGER NOT NULL CHECK (copy_number > 0),
  copies INTEGER NOT NULL CHECK (copies > 0), recorded TEXT NOT NULL,
  UNIQUE (report, year, edition, issue, recipient), UNIQUE (report, year, edition, issue, copy_number)) STRICT;
CREATE TABLE payloads (
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, recorded TEXT NOT NULL) STRICT;
CREATE TABLE payload_files (
  payload INTEGER NOT NULL REFERENCES payloads (id), name TEXT NOT NULL, sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  PRIMARY KEY (payload, name)) STRICT, WITHOUT ROWID;
CREATE INDEX payloads_with_file ON payload_files (sha256);
CREATE TABLE attempts (
  id INTEGER PRIMARY KEY, delivery INTEGER NOT NULL REFERENCES deliveries (id), number INTEGER NOT NULL CHECK (number > 0),
  channel TEXT NOT NULL, payload INTEGER NOT NULL REFERENCES payloads (id), recorded TEXT NOT NULL, UNIQUE (delivery, number)) STRICT;
CREATE TABLE events (
  id INTEGER PRIMARY KEY, delivery INTEGER NOT NULL REFERENCES deliveries (id), attempt INTEGER REFERENCES attempts (id),
  state TEXT NOT NULL CHECK (state IN ('intended', 'begun', 'sent', 'delivered', 'refused', 'failed', 'uncertain', 'bounced')),
  detail TEXT NOT NULL, receipt TEXT NOT NULL, recorded TEXT NOT NULL) STRICT;
CREATE INDEX events_of_delivery ON events (delivery);
CREATE TABLE packages (
  id INTEGER PRIMARY KEY, edition INTEGER NOT NULL REFERENCES editions (id), kind TEXT NOT NULL, name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64), files INTEGER NOT NULL, bytes INTEGER NOT NULL, recorded TEXT NOT NULL,
  UNIQUE (sha256, kind, edition)) STRICT;
CREATE TABLE package_events (
  id INTEGER PRIMARY KEY, package INTEGER NOT NULL REFERENCES packages (id), what TEXT NOT NULL, sound INTEGER NOT NULL CHECK (sound IN (0, 1)),
  detail TEXT NOT NULL, recorded TEXT NOT NULL) STRICT;
)sql"};

/// What a new row may not have in common with one that stands, so that no row is replaced.
constexpr std::array<std::pair<const char*, const char*>, 12> histories{{
    {"editions", "id = NEW.id OR sha256 = NEW.sha256"},
    {"inputs", "edition = NEW.edition AND path = NEW.path"},
    {"print_runs", "id = NEW.id"},
    {"recipients", "id = NEW.id OR key = NEW.key"},
    {"recipient_facts", "id = NEW.id"},
    {"deliveries", "id = NEW.id OR message_id = NEW.message_id OR (report = NEW.report AND year = NEW.year AND edition = NEW.edition AND "
                   "issue = NEW.issue AND (recipient = NEW.recipient OR copy_number = NEW.copy_number))"},
    {"payloads", "id = NEW.id OR sha256 = NEW.sha256"},
    {"payload_files", "payload = NEW.payload AND name = NEW.name"},
    {"attempts", "id = NEW.id OR (delivery = NEW.delivery AND number = NEW.number)"},
    {"events", "id = NEW.id"},
    {"packages", "id = NEW.id OR (sha256 = NEW.sha256 AND kind = NEW.kind AND edition = NEW.edition)"},
    {"package_events", "id = NEW.id"},
}};

std::string guards() {
  std::string sql;
  for (const auto& [name, key] : histories) {
    const std::string table = name, refusal = " BEGIN SELECT RAISE(ABORT, 'the history is only added to'); END;\n";
    sql += "CREATE TRIGGER " + table + "_no_update BEFORE UPDATE ON " + table + refusal;
    sql += "CREATE TRIGGER " + table + "_no_delete BEFORE DELETE ON " + table + refusal;
    sql += "CREATE TRIGGER " + table + "_no_replace BEFORE INSERT ON " + table + " WHEN EXISTS (SELECT 1 FROM " + table + " WHERE " + key + ")" + refusal;
  }
  return sql;
}

bool refuse(const Database& database, const std::string& why, Diagnostics& diagnostics) {
  diagnostics.error("registry.not-a-register", "\"" + database.path() + "\" is no register" + why, {}, "name a file that tilstand has made, or one that isn't there yet");
  return false;
}

/// Whether the file may be used as it stands; in a transaction, or what is found may change.
bool fits(Database& database, bool may_create, Diagnostics& diagnostics) {
  const std::int64_t version = database.number("PRAGMA user_version", 0), kind = database.number("PRAGMA application_id", 0);
  const std::int64_t things = database.number("SELECT count(*) FROM sqlite_schema", 0);
  if (database.report(diagnostics)) return false;
  const bool empty = things == 0 && version == 0 && kind == 0;
  if (empty && !may_create) return refuse(database, ": it is empty", diagnostics);
  if (!empty && kind != application) return refuse(database, ", but another program's database", diagnostics);
  if (version <= known_version()) return true;
  diagnostics.error("registry.newer", "the register \"" + database.path() + "\" has tables of version " + std::to_string(version) + "; this program knows " + std::to_string(known_version()),
                    {}, "use the newer tilstand that has written it");
  return false;
}

bool migrate(Database& database, bool may_create, Diagnostics& diagnostics) {
  Transaction transaction(database);
  if (database.report(diagnostics) || !fits(database, may_create, diagnostics)) return false;
  for (std::int64_t version = database.number("PRAGMA user_version", 0); version < known_version(); ++version) {
    database.script(steps[version]);
    if (version == 0) database.script(guards().c_str());
  }
  database.script(("PRAGMA application_id = " + std::to_string(application) + "; PRAGMA user_version = " + std::to_string(known_version())).c_str());
  return transaction.commit(diagnostics);
}

}  // namespace

std::int64_t known_version() { return static_cast<std::int64_t>(std::size(steps)); }

bool prepare(Database& database, bool may_create, Diagnostics& diagnostics) {
  if (!fits(database, may_create, diagnostics)) return false;
  if (database.number("PRAGMA user_version", 0) == known_version()) return !database.report(diagnostics);
  database.write_ahead();
  return !database.report(diagnostics) && migrate(database, may_create, diagnostics);
}

}  // namespace tilstand::registry
