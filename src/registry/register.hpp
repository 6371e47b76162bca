// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "registry/facts.hpp"
#include "registry/moment.hpp"

namespace tilstand::registry {

class Database;

/// How a register is opened.
struct Opening {
  std::string path;
  bool may_write = false;       ///< then it is made when it isn't there
  int wait = 20'000;            ///< milliseconds to wait for others who write
};

enum class Added { yes, already };

/// The register of editions, printed runs, recipients, deliveries and packages: an SQLite file that is only added to. Every call is one
/// transaction, done as a whole or not at all, whatever kills the program; several programs may use one register at once.
/// Codes of every call: registry.locked, registry.damaged, registry.cannot-write, registry.cannot-open, registry.conflict.
class Register {
 public:
  /// Codes besides: registry.missing-file, registry.not-a-register, registry.newer.
  static std::unique_ptr<Register> open(const Opening& opening, Diagnostics& diagnostics);
  ~Register();
  Register(const Register&) = delete;
  Register& operator=(const Register&) = delete;
  const std::string& path() const;

  /// Records an edition; `already` when the same file stands there. registry.conflict when it stands there with other facts.
  std::optional<Added> add(const Edition& edition, Moment now, Diagnostics& diagnostics);
  /// Records a printed run, or what is new about it: of a run the last row counts. registry.unknown-edition.
  std::optional<Added> add(const PrintRun& run, Moment now, Diagnostics& diagnostics);
  /// Records an archive package. registry.unknown-edition.
  std::optional<Added> add(const Package& package, Moment now, Diagnostics& diagnostics);
  /// Records a look at a package that is known by its digest, in all editions that it stands for. registry.unknown-package.
  bool note(const std::string& package_sha256, const PackageEvent& event, Moment now, Diagnostics& diagnostics);

  /// Editions by year, report, edition and then as they were recorded. Nothing when the register can't be read; so below.
  std::optional<std::vector<Edition>> editions(Diagnostics& diagnostics);
  /// The only edition whose SHA-256 begins like this (at least four digits). registry.unknown-edition, registry.ambiguous.
  std::optional<Edition> edition(const std::string& sha256, Diagnostics& diagnostics);
  std::optional<std::vector<PrintRun>> print_runs(const std::string& edition_sha256, Diagnostics& diagnostics);
  std::optional<std::vector<Package>> packages(const std::string& edition_sha256, Diagnostics& diagnostics);
  std::optional<std::vector<PackageEvent>> package_events(std::int64_t package, Diagnostics& diagnostics);

  /// Records whom a parcel is meant for, before anything is sent: recipients where they are new or have changed, deliveries where there are
  /// none. Copies are numbered in the order of `wanted`, behind those that have numbers; who has a number keeps it.
  /// Gives them back in the order of `wanted`, as they stand in the register. With `only_look` nothing is written.
  struct Wanted {
    Recipient recipient;
    std::string message_id;
    std::int64_t copies = 1;
  };
  std::optional<std::vector<Delivery>> intend(const Occasion& occasion, const std::vector<Wanted>& wanted, bool only_look, Moment now, Diagnostics& diagnostics);

  /// Commits that an attempt begins, if the parcel had `known_attempts` until now; otherwise somebody else was faster: `already`.
  std::optional<Added> begin(const std::string& message_id, std::int64_t known_attempts, const std::string& channel, const std::vector<SentFile>& files, Moment now,
                             Diagnostics& diagnostics);
  /// Adds what became of a parcel. registry.unknown-delivery.
  bool record(const std::string& message_id, const Event& event, Moment now, Diagnostics& diagnostics);

  std::optional<std::vector<Delivery>> deliveries(const Occasion& occasion, Diagnostics& diagnostics);
  /// Those whose parcels had this file; and those of its report, year and edition that had none that is registered: copies of recipients' own.
  std::optional<std::vector<Delivery>> deliveries_of(const Edition& edition, Diagnostics& diagnostics);
  std::optional<std::vector<Event>> events(const std::string& message_id, Diagnostics& diagnostics);
  /// The files of the last attempt.
  std::optional<std::vector<SentFile>> sent_files(const std::string& message_id, Diagnostics& diagnostics);
  /// The latest facts of a recipient; empty fields when it isn't known.
  std::optional<Recipient> recipient(const std::string& key, Diagnostics& diagnostics);

  /// Whether the file is sound: SQLite's own check, and what the history has to keep. Each fault is a registry.damaged.
  bool check(Diagnostics& diagnostics);

 private:
  explicit Register(std::unique_ptr<Database> database);
  std::optional<std::int64_t> edition_row(const std::string& sha256, Diagnostics& diagnostics);
  std::optional<std::int64_t> delivery_row(const std::string& message_id, Diagnostics& diagnostics);
  std::unique_ptr<Database> database_;
};

}  // namespace tilstand::registry
