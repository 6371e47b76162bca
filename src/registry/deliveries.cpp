// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>

#include "digest/sha256.hpp"
#include "registry/database.hpp"
#include "registry/register.hpp"

namespace tilstand::registry {
namespace {

constexpr std::array<std::pair<const char*, State>, 8> states{{{"intended", State::intended}, {"begun", State::begun}, {"sent", State::sent}, {"delivered", State::delivered},
                                                             {"refused", State::refused}, {"failed", State::failed}, {"uncertain", State::uncertain}, {"bounced", State::bounced}}};

State state_of(const std::string& name) {
  const auto found = std::find_if(states.begin(), states.end(), [&](const auto& one) { return name == one.first; });
  return found == states.end() ? State::uncertain : found->second;
}

const std::string& delivery_columns() {
  static const std::string sql =
      "SELECT r.key, d.message_id, d.copy_number, d.copies, d.report, d.year, d.edition, d.issue, e.state, e.detail, e.recorded, (SELECT count(*) FROM attempts WHERE delivery = d.id), "
      "coalesce((SELECT channel FROM attempts WHERE delivery = d.id ORDER BY number DESC LIMIT 1), ''), "
      "coalesce((SELECT p.sha256 FROM attempts a JOIN payloads p ON p.id = a.payload WHERE a.delivery = d.id ORDER BY a.number DESC LIMIT 1), ''), "
      "EXISTS (SELECT 1 FROM events WHERE delivery = d.id AND state IN ('sent', 'delivered', 'uncertain', 'bounced')) OR EXISTS (SELECT 1 FROM attempts a WHERE a.delivery = d.id AND "
      "NOT EXISTS (SELECT 1 FROM events WHERE attempt = a.id AND state IN ('refused', 'failed'))) "
      "FROM deliveries d JOIN recipients r ON r.id = d.recipient JOIN events e ON e.id = (SELECT max(id) FROM events WHERE delivery = d.id) ";
  return sql;
}

std::vector<Delivery> read_deliveries(Statement& select) {
  std::vector<Delivery> all;
  while (select.row()) {
    Delivery one{select.text(0), select.text(1), select.number(2), select.number(3)};
    one.occasion = {select.text(4), static_cast<int>(select.number(5)), select.text(6), static_cast<int>(select.number(7))};
    one.state = state_of(select.text(8));
    one.detail = select.text(9);
    one.recorded = select.text(10);
    one.attempts = select.number(11);
    one.channel = select.text(12);
    one.payload = select.text(13);
    one.may_have_gone = select.number(14) != 0;
    all.push_back(std::move(one));
  }
  return all;
}

std::vector<Delivery> read_occasion(Database& database, const Occasion& occasion) {
  Statement select(database, (delivery_columns() + "WHERE d.report = ? AND d.year = ? AND d.edition = ? AND d.issue = ? ORDER BY d.copy_number").c_str());
  select.bind(occasion.report);
  select.bind(std::int64_t{occasion.year});
  select.bind(occasion.edition);
  select.bind(std::int64_t{occasion.issue});
  return read_deliveries(select);
}

/// The recipient's row, made if need be, with a row of facts when they are new.
std::int64_t put_recipient(Database& database, const Recipient& one, const std::string& now) {
  std::int64_t row = database.number("SELECT id FROM recipients WHERE key = ?", 0, one.key);
  if (row == 0) {
    database.run("INSERT INTO recipients (key, recorded) VALUES (?, ?)", one.key, now);
    row = database.last_row();
  }
  const std::int64_t same = database.number("SELECT count(*) FROM recipient_facts WHERE id = (SELECT max(id) FROM recipient_facts WHERE recipient = ?) AND name = ? AND org_number = ?", 0, row,
                                            one.name, one.org_number);
  if (same == 0) database.run("INSERT INTO recipient_facts (recipient, name, org_number, recorded) VALUES (?, ?, ?, ?)", row, one.name, one.org_number, now);
  return row;
}

void insert_delivery(Database& database, const Delivery& one, std::int64_t recipient, const std::string& now) {
  const Occasion& of = one.occasion;
  database.run("INSERT INTO deliveries (report, year, edition, issue, recipient, message_id, copy_number, copies, recorded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", of.report,
               std::int64_t{of.year}, of.edition, std::int64_t{of.issue}, recipient, one.message_id, one.copy_number, one.copies, now);
  database.run("INSERT INTO events (delivery, state, detail, receipt, recorded) VALUES (?, 'intended', '', '', ?)", database.last_row(), now);
}

std::int64_t put_payload(Database& database, const std::vector<SentFile>& files, const std::string& now) {
  const std::string sha256 = payload_of(files);
  std::int64_t row = database.number("SELECT id FROM payloads WHERE sha256 = ?", 0, sha256);
  if (row != 0) return row;
  database.run("INSERT INTO payloads (sha256, recorded) VALUES (?, ?)", sha256, now);
  row = database.last_row();
  for (const SentFile& file : files) database.run("INSERT INTO payload_files (payload, name, sha256) VALUES (?, ?, ?)", row, file.name, file.sha256);
  return row;
}

}  // namespace

const char* name_of(State state) { return states.at(static_cast<std::size_t>(state)).first; }

std::string payload_of(std::vector<SentFile> files) {
  std::sort(files.begin(), files.end(), [](const SentFile& a, const SentFile& b) { return a.name < b.name; });
  std::string list;
  for (const SentFile& file : files) list += file.sha256 + "  " + file.name + "\n";
  return digest::sha256(list);
}

std::optional<std::vector<Delivery>> Register::intend(const Occasion& occasion, const std::vector<Wanted>& wanted, bool only_look, Moment now, Diagnostics& diagnostics) {
  std::optional<Transaction> transaction;
  if (!only_look) transaction.emplace(*database_);
  std::map<std::string, Delivery> known;
  std::int64_t next = 1;
  for (Delivery& one : read_occasion(*database_, occasion)) {
    next = std::max(next, one.copy_number + one.copies);
    known.emplace(one.recipient, std::move(one));
  }
  std::vector<Delivery> all;
  for (const Wanted& one : wanted) {
    const std::int64_t recipient = only_look ? 0 : put_recipient(*database_, one.recipient, utc_text(now));
    auto [place, is_new] = known.try_emplace(one.recipient.key, Delivery{one.recipient.key, one.message_id, next, one.copies, occasion});
    if (is_new) next += one.copies;
    if (is_new && !only_look) insert_delivery(*database_, place->second, recipient, utc_text(now));
    all.push_back(place->second);
  }
  if (only_look ? database_->report(diagnostics) : !transaction->commit(diagnostics)) return std::nullopt;
  return all;
}

std::optional<std::int64_t> Register::delivery_row(const std::string& message_id, Diagnostics& diagnostics) {
  const std::int64_t row = database_->number("SELECT id FROM deliveries WHERE message_id = ?", 0, message_id);
  if (database_->report(diagnostics)) return std::nullopt;
  if (row != 0) return row;
  diagnostics.error("registry.unknown-delivery", "no delivery in \"" + path() + "\" has the id " + message_id, {}, "see tilstand archive show");
  return std::nullopt;
}

std::optional<Added> Register::begin(const std::string& message_id, std::int64_t known_attempts, const std::string& channel, const std::vector<SentFile>& files, Moment now,
                                     Diagnostics& diagnostics) {
  Transaction transaction(*database_);
  const auto delivery = delivery_row(message_id, diagnostics);
  if (!delivery) return std::nullopt;
  const std::int64_t attempts = database_->number("SELECT count(*) FROM attempts WHERE delivery = ?", 0, *delivery);
  const std::int64_t arrived = database_->number("SELECT count(*) FROM events WHERE id = (SELECT max(id) FROM events WHERE delivery = ?) AND state IN ('sent', 'delivered')", 0, *delivery);
  if (database_->report(diagnostics)) return std::nullopt;
  if (attempts != known_attempts || arrived != 0) return Added::already;
  const std::int64_t payload = put_payload(*database_, files, utc_text(now));
  database_->run("INSERT INTO attempts (delivery, number, channel, payload, recorded) VALUES (?, ?, ?, ?, ?)", *delivery, attempts + 1, channel, payload, utc_text(now));
  database_->run("INSERT INTO events (delivery, attempt, state, detail, receipt, recorded) VALUES (?, ?, 'begun', '', '', ?)", *delivery, database_->last_row(), utc_text(now));
  return transaction.commit(diagnostics) ? std::optional(Added::yes) : std::nullopt;
}

bool Register::record(const std::string& message_id, const Event& event, Moment now, Diagnostics& diagnostics) {
  Transaction transaction(*database_);
  const auto delivery = delivery_row(message_id, diagnostics);
  if (!delivery) return false;
  database_->run("INSERT INTO events (delivery, attempt, state, detail, receipt, recorded) VALUES (?, (SELECT id FROM attempts WHERE delivery = ? AND number = ?), ?, ?, ?, ?)", *delivery, *delivery,
                 event.attempt, std::string_view(name_of(event.state)), event.detail, event.receipt, utc_text(now));
  return transaction.commit(diagnostics);
}

std::optional<std::vector<Delivery>> Register::deliveries(const Occasion& occasion, Diagnostics& diagnostics) {
  auto all = read_occasion(*database_, occasion);
  return database_->report(diagnostics) ? std::nullopt : std::optional(std::move(all));
}

std::optional<std::vector<Delivery>> Register::deliveries_of(const Edition& edition, Diagnostics& diagnostics) {
  std::vector<Delivery> all;
  {
    Statement select(*database_, (delivery_columns() + "WHERE d.id IN (SELECT a.delivery FROM attempts a JOIN payload_files f ON f.payload = a.payload WHERE f.sha256 = ?) OR "
                                                      "(d.report = ? AND d.year = ? AND d.edition = ? AND NOT EXISTS (SELECT 1 FROM attempts a JOIN payload_files f ON f.payload = a.payload "
                                                      "JOIN editions e2 ON e2.sha256 = f.sha256 WHERE a.delivery = d.id)) ORDER BY d.issue, d.copy_number").c_str());
    select.bind(edition.sha256);
    select.bind(edition.report);
    select.bind(std::int64_t{edition.year});
    select.bind(edition.edition);
    all = read_deliveries(select);
  }
  return database_->report(diagnostics) ? std::nullopt : std::optional(std::move(all));
}

std::optional<std::vector<Event>> Register::events(const std::string& message_id, Diagnostics& diagnostics) {
  if (!delivery_row(message_id, diagnostics)) return std::nullopt;
  std::vector<Event> all;
  {
    Statement select(*database_, "SELECT e.state, e.detail, e.receipt, coalesce(a.number, 0), e.recorded FROM events e JOIN deliveries d ON d.id = e.delivery LEFT JOIN attempts a ON a.id = e.attempt "
                                 "WHERE d.message_id = ? ORDER BY e.id");
    select.bind(message_id);
    while (select.row()) all.push_back({state_of(select.text(0)), select.text(1), select.text(2), select.number(3), select.text(4)});
  }
  return database_->report(diagnostics) ? std::nullopt : std::optional(std::move(all));
}

std::optional<std::vector<SentFile>> Register::sent_files(const std::string& message_id, Diagnostics& diagnostics) {
  std::vector<SentFile> all;
  {
    Statement select(*database_, "SELECT f.name, f.sha256 FROM payload_files f WHERE f.payload = (SELECT a.payload FROM attempts a JOIN deliveries d ON d.id = a.delivery WHERE d.message_id = ? "
                                 "ORDER BY a.number DESC LIMIT 1) ORDER BY f.name");
    select.bind(message_id);
    while (select.row()) all.push_back({select.text(0), select.text(1)});
  }
  return database_->report(diagnostics) ? std::nullopt : std::optional(std::move(all));
}

std::optional<Recipient> Register::recipient(const std::string& key, Diagnostics& diagnostics) {
  Recipient one{key, {}, {}};
  {
    Statement select(*database_, "SELECT f.name, f.org_number FROM recipient_facts f JOIN recipients r ON r.id = f.recipient WHERE r.key = ? ORDER BY f.id DESC LIMIT 1");
    select.bind(key);
    if (select.row()) one = {key, select.text(0), select.text(1)};
  }
  return database_->report(diagnostics) ? std::nullopt : std::optional(std::move(one));
}

}  // namespace tilstand::registry
