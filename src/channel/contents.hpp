// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "channel/channel.hpp"

namespace tilstand::channel {

/// The name of the cover letter where it goes as a file.
inline constexpr const char* letter_name = "letter.txt";
/// The name of the list of check sums where the files go as files.
inline constexpr const char* sums_name = "SHA256SUMS";

/// Why a parcel can't be sent by any channel: no UUID, a file's name that can't be one or stands twice, a file that has gone (failed) or
/// has other bytes than those that were to be sent (refused). Nothing when it can be.
std::optional<Outcome> fault_of(const Parcel& parcel);

/// The cover letter, ended by a line break. When the files are linked, it ends with the link and the files' check sums, so that who
/// fetches them can tell that they are the right ones.
std::string letter(const Parcel& parcel);

/// The files that go with a parcel: none when they are linked.
const std::vector<Attachment>& sent_files(const Parcel& parcel);

/// Check sums as `sha256sum -c` reads them, in the order of the files.
std::string sums(const std::vector<Attachment>& files);

}  // namespace tilstand::channel
