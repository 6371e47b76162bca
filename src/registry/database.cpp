// SPDX-License-Identifier: Apache-2.0
#include "registry/database.hpp"

#include <sqlite3.h>

#include <filesystem>
#include <utility>

namespace tilstand::registry {

Statement::Statement(Database& database, const char* sql) : database_(database) {
  if (!database.failed()) database.note(sqlite3_prepare_v2(database.handle_, sql, -1, &handle_, nullptr));
}

Statement::~Statement() { sqlite3_finalize(handle_); }

void Statement::bind(std::string_view text) {
  if (!database_.failed()) database_.note(sqlite3_bind_text64(handle_, ++bound_, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(std::int64_t number) {
  if (!database_.failed()) database_.note(sqlite3_bind_int64(handle_, ++bound_, number));
}

bool Statement::row() {
  if (database_.failed()) return false;
  const int code = sqlite3_step(handle_);
  if (code != SQLITE_DONE && code != SQLITE_ROW) database_.note(code);
  return code == SQLITE_ROW;
}

std::string Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
  return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))) : std::string();
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(handle_, column); }

Database::Database(std::string path, Access access, int wait) : path_(std::move(path)), wait_(wait) {
  // A reader of a file that is written ahead needs the right to write its index; where the folder forbids that, it reads without.
  const int flags = SQLITE_OPEN_READWRITE | (access == Access::write ? SQLITE_OPEN_CREATE : 0);
  const std::string name = std::filesystem::path(path_).is_absolute() ? path_ : "./" + path_;  // ":memory:" and "file:" are names, too
  int code = sqlite3_open_v2(name.c_str(), &handle_, flags, nullptr);
  if (code != SQLITE_OK && access == Access::read) {
    sqlite3_close_v2(handle_);
    code = sqlite3_open_v2(name.c_str(), &handle_, SQLITE_OPEN_READONLY, nullptr);
  }
  note(code);
  if (failed()) return;
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_busy_timeout(handle_, wait_);
  script("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL;");
}

Database::~Database() { sqlite3_close_v2(handle_); }

void Database::note(int code) {
  if (code == SQLITE_OK || failed()) return;
  failure_ = code;
  words_ = handle_ ? sqlite3_errmsg(handle_) : "out of memory";
}

void Database::script(const char* sql) {
  if (!failed()) note(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr));
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_); }

void Database::write_ahead() {
  constexpr int step = 20;  // milliseconds; the change of mode doesn't wait for locks by itself
  for (int waited = 0; !failed(); waited += step) {
    script("PRAGMA journal_mode = WAL;");
    if ((failure_ & 0xFF) != SQLITE_BUSY || waited >= wait_) return;
    failure_ = 0;
    sqlite3_sleep(step);
  }
}

bool Database::report(Diagnostics& diagnostics) {
  if (!failed()) return false;
  const int primary = std::exchange(failure_, 0) & 0xFF;
  const std::string name = "the register \"" + path_ + "\"", why = ": " + words_;
  if (primary == SQLITE_BUSY || primary == SQLITE_LOCKED)
    diagnostics.error("registry.locked", name + " is in use by another program", {}, "nothing was changed; run the command again when the other has ended");
  else if (primary == SQLITE_NOTADB)
    diagnostics.error("registry.not-a-register", name + " is no SQLite file", {}, "name a file that tilstand has made, or one that isn't there yet");
  else if (primary == SQLITE_CORRUPT)
    diagnostics.error("registry.damaged", name + " is damaged" + why, {}, "take it from a backup");
  else if (primary == SQLITE_FULL || primary == SQLITE_IOERR || primary == SQLITE_READONLY)
    diagnostics.error("registry.cannot-write", name + " can't be written" + why, {}, "nothing was changed; make room on the disk, or mend its permissions, and run the command again");
  else if (primary == SQLITE_CONSTRAINT)
    diagnostics.error("registry.conflict", "what is to be recorded contradicts " + name + why, {}, "its history is only added to");
  else
    diagnostics.error("registry.cannot-open", name + " can't be used" + why, {}, "see that its folder is there and can be written");
  return true;
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.script("BEGIN IMMEDIATE");  // a lock that is there before the first read: what is read can't change meanwhile
  open_ = !database_.failed();
}

Transaction::~Transaction() {
  if (open_ && sqlite3_get_autocommit(database_.handle_) == 0) sqlite3_exec(database_.handle_, "ROLLBACK", nullptr, nullptr, nullptr);
}

bool Transaction::commit(Diagnostics& diagnostics) {
  database_.script("COMMIT");
  if (!database_.report(diagnostics)) return open_ = false, true;
  if (open_ && sqlite3_get_autocommit(database_.handle_) == 0) sqlite3_exec(database_.handle_, "ROLLBACK", nullptr, nullptr, nullptr);
  return open_ = false;
}

}  // namespace tilstand::registry
