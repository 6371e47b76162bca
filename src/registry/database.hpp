// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace tilstand::registry {

class Database;

/// A prepared statement with its values bound. Once the database has failed it has no rows and does nothing.
class Statement {
 public:
  Statement(Database& database, const char* sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Binds the next parameter.
  void bind(std::string_view text);
  void bind(std::int64_t number);
  /// Goes on to the next row; false at the end.
  bool row();
  /// The column of the row, from 0.
  std::string text(int column) const;
  std::int64_t number(int column) const;

 private:
  Database& database_;
  sqlite3_stmt* handle_ = nullptr;
  int bound_ = 0;
};

/// An open SQLite file. The first failure sticks until it is reported, so that a series of statements is looked at once, at its end.
class Database {
 public:
  enum class Access { read, write };
  /// `wait` milliseconds are spent on others' locks. With `write` the file is made when it isn't there.
  Database(std::string path, Access access, int wait);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  bool failed() const { return failure_ != 0; }
  /// Reports what has failed, if anything; true then. Codes: registry.locked, registry.not-a-register, registry.damaged,
  /// registry.cannot-write, registry.cannot-open, registry.conflict.
  bool report(Diagnostics& diagnostics);

  /// Several statements without values.
  void script(const char* sql);
  template <class... Values>
  void run(const char* sql, const Values&... values) {
    Statement statement(*this, sql);
    (statement.bind(values), ...);
    while (statement.row()) {}
  }
  /// The first column of the only row; `otherwise` without one.
  template <class... Values>
  std::int64_t number(const char* sql, std::int64_t otherwise, const Values&... values) {
    Statement statement(*this, sql);
    (statement.bind(values), ...);
    return statement.row() ? statement.number(0) : otherwise;
  }
  std::int64_t last_row() const;
  /// Writes ahead to a log, so that readers and a writer don't keep one another waiting. A new file is changed to that once.
  void write_ahead();
  const std::string& path() const { return path_; }

 private:
  friend class Statement;
  friend class Transaction;
  void note(int code);

  std::string path_;
  sqlite3* handle_ = nullptr;
  int failure_ = 0;
  int wait_ = 0;
  std::string words_;  ///< SQLite's own, for the message
};

/// All or nothing: what isn't committed is undone.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  /// Whether all of it is on the disk now; if not, it is undone and reported.
  bool commit(Diagnostics& diagnostics);

 private:
  Database& database_;
  bool open_ = false;
};

}  // namespace tilstand::registry
