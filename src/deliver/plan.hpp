// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "channel/channel.hpp"
#include "recipients/recipients.hpp"
#include "registry/register.hpp"

namespace tilstand::deliver {

/// What goes out: the report of a year.
struct Series {
  std::string report;   ///< as the register names it
  int year = 0;
  std::string title;    ///< for letters
  int issue = 1;        ///< greater when a corrected report goes to those who have got one already
  std::string link{};   ///< where the files can be fetched instead; empty: they are attached
};

/// A recipient with its place in the register: message id, number of its copy, what has become of it.
struct Reserved {
  recipients::Recipient recipient;
  registry::Delivery delivery;
};

/// The name of a parcel for good, a UUID fixed by report, year, edition, issue and recipient.
std::string message_id(const registry::Occasion& occasion, const std::string& recipient);

/// Commits to the register whom the report is meant for, before anything is built or sent; who stands there keeps id and number. With `only_look` nothing is
/// written, and `reg` may be null. Codes: those of room registry, deliver.other-copies (warning).
std::optional<std::vector<Reserved>> reserve(const std::vector<recipients::Recipient>& recipients, const Series& series, registry::Register* reg, bool only_look,
                                             registry::Moment now, Diagnostics& diagnostics);

/// Paths of the files that each recipient gets, by its id.
using Files = std::map<std::string, std::vector<std::string>>;

/// A parcel that is ready to be sent.
struct Item {
  Reserved reserved;
  channel::Parcel parcel;
};

/// Reads letters and files. What has been sent under an id, or may have been, can't be exchanged for other bytes or another channel. Codes:
/// deliver.no-file, deliver.other-files, deliver.other-channel, those of letters.
std::optional<std::vector<Item>> plan(const std::vector<Reserved>& reserved, const Series& series, const Files& files, Sources& sources, Diagnostics& diagnostics);

/// The names that letters may use.
const std::vector<std::string>& letter_names();

}  // namespace tilstand::deliver
