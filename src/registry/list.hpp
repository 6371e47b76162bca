// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "registry/register.hpp"

namespace tilstand::registry {

/// A parcel with all that became of it.
struct Parcel {
  Delivery delivery;
  std::vector<SentFile> files;
  std::vector<Event> events;
};

/// A package with the looks at it.
struct KeptPackage {
  Package package;
  std::vector<PackageEvent> events;
};

/// An edition with all that the register knows of it.
struct History {
  Edition edition;
  std::vector<PrintRun> runs;
  std::vector<Parcel> parcels;
  std::vector<KeptPackage> packages;
};

std::optional<History> history_of(Register& reg, Edition edition, Diagnostics& diagnostics);

/// A table of editions, one line each: for people.
std::string to_text(const std::vector<History>& list);
/// The same as one object, each edition with its printed runs, deliveries and packages: for programs. Recipients stand there by key only.
std::string to_json(const std::vector<History>& list);
/// One edition with everything: for people.
std::string to_text(const History& one);
std::string to_json(const History& one);

/// Lines whose columns stand below one another, two spaces apart; the first line is a head. `right`: columns set to the right.
std::string aligned(const std::vector<std::vector<std::string>>& lines, const std::vector<std::size_t>& right = {});

}  // namespace tilstand::registry
