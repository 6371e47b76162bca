// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "deliver/plan.hpp"

namespace tilstand::deliver {

/// How often and how long.
struct Limits {
  int attempts = 4;          ///< of a parcel in one run
  int first_wait = 5;        ///< seconds after the first attempts; doubled each time
  int longest_wait = 300;
  bool retry_refused = false;  ///< whether what was refused or came back is tried again
};

/// What a run needs of the world outside.
struct World {
  std::function<registry::Moment()> clock;
  std::function<void(int)> sleep;  ///< seconds
  std::function<channel::Channel*(recipients::Way)> channel;  ///< null when there is none
};

/// Sends what hasn't arrived yet. Each attempt is committed to the register before it is made, and its outcome after; what was begun without an outcome, or
/// ended uncertain, is sent again under its id. Ends early when the register can't be written: then nothing more is sent. `items` get the states that
/// they have afterwards. Codes: deliver.busy, deliver.no-channel, deliver.failed, deliver.uncertain, deliver.refused, those of room registry.
void run(std::vector<Item>& items, registry::Register& reg, const Limits& limits, const World& world, Diagnostics& diagnostics);

/// Asks the channels what has become of parcels that were sent, or may have been, and records what is new. Codes: deliver.busy, those of room registry.
void poll(std::vector<Reserved>& reserved, registry::Register& reg, const World& world, Diagnostics& diagnostics);

/// Records that a parcel has come back. Addresses in `reason` are left out. Codes: deliver.not-sent, registry.unknown-delivery.
void bounce(const std::string& message_id, const std::string& reason, registry::Register& reg, registry::Moment now, Diagnostics& diagnostics);

/// `text` with "…" in the place of each word that has an @ in it.
std::string without_addresses(const std::string& text);

}  // namespace tilstand::deliver
