// SPDX-License-Identifier: Apache-2.0
#include "registry/register.hpp"

#include <filesystem>

#include "registry/database.hpp"
#include "registry/schema.hpp"

namespace tilstand::registry {

Register::Register(std::unique_ptr<Database> database) : database_(std::move(database)) {}

Register::~Register() = default;

std::unique_ptr<Register> Register::open(const Opening& opening, Diagnostics& diagnostics) {
  std::error_code failure;
  if (!opening.may_write && !std::filesystem::exists(opening.path, failure)) {
    diagnostics.error("registry.missing-file", "there is no register \"" + opening.path + "\"", {}, "name it by --register; tilstand archive register makes one");
    return nullptr;
  }
  auto database = std::make_unique<Database>(opening.path, opening.may_write ? Database::Access::write : Database::Access::read, opening.wait);
  if (database->report(diagnostics) || !prepare(*database, opening.may_write, diagnostics)) return nullptr;
  return std::unique_ptr<Register>(new Register(std::move(database)));
}

const std::string& Register::path() const { return database_->path(); }

bool Register::check(Diagnostics& diagnostics) {
  const auto fault = [&](const std::string& what) { diagnostics.error("registry.damaged", "the register \"" + path() + "\" is damaged: " + what, {}, "take it from a backup"); };
  bool sound = true;
  {
    Statement own(*database_, "PRAGMA integrity_check");
    while (own.row())
      if (own.text(0) != "ok") fault(own.text(0)), sound = false;
    Statement links(*database_, "PRAGMA foreign_key_check");
    while (links.row()) fault("a row of " + links.text(0) + " refers to none of " + links.text(2)), sound = false;
  }
  constexpr std::pair<const char*, const char*> rules[] = {
      {"a delivery without an event", "SELECT count(*) FROM deliveries d WHERE NOT EXISTS (SELECT 1 FROM events WHERE delivery = d.id)"},
      {"an attempt without its beginning", "SELECT count(*) FROM attempts a WHERE (SELECT count(*) FROM events WHERE attempt = a.id AND state = 'begun') <> 1"},
      {"attempts that are not counted from 1", "SELECT count(*) FROM (SELECT count(*) n, max(number) m FROM attempts GROUP BY delivery) WHERE n <> m"},
      {"a recipient without facts", "SELECT count(*) FROM recipients r WHERE NOT EXISTS (SELECT 1 FROM recipient_facts WHERE recipient = r.id)"},
      {"a payload without files", "SELECT count(*) FROM payloads p WHERE NOT EXISTS (SELECT 1 FROM payload_files WHERE payload = p.id)"},
      {"a package without an event", "SELECT count(*) FROM packages p WHERE NOT EXISTS (SELECT 1 FROM package_events WHERE package = p.id)"},
  };
  for (const auto& [what, sql] : rules)
    if (database_->number(sql, 0) != 0) fault(what), sound = false;
  return !database_->report(diagnostics) && sound;
}

}  // namespace tilstand::registry
