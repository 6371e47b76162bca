// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "deliver/run.hpp"

namespace tilstand::cli {

/// What `tilstand distribute` was asked for.
struct Distribution {
  std::string recipients;                    ///< file
  std::string register_path;
  std::vector<std::string> edition_files{};  ///< PDFs: each goes to the recipients of its edition
  std::string folder{};                      ///< with files for recipients instead: `<id>.pdf`, or all files in `<id>/`
  std::string channels{};                    ///< file
  int issue = 1;
  std::string link{};
  deliver::Limits limits{};
  bool only_look = false;                    ///< a dry run: nothing is written or sent
  bool only_status = false;                  ///< nothing is sent: channels are asked what has become of parcels
  bool json = false;
};

/// Sends editions to recipients, or tells what would be sent, or what has become of it. `clock` tells the time whenever something is recorded. Codes: cli.several-reports,
/// cli.no-channels, those of rooms recipients, registry, channel, deliver, manifest and pdf.
void distribute(const Distribution& request, const std::function<registry::Moment()>& clock, Sources& sources, Diagnostics& diagnostics);

/// Records that a parcel has come back.
void record_bounce(const std::string& register_path, const std::string& message_id, const std::string& reason, registry::Moment now, Diagnostics& diagnostics);

}  // namespace tilstand::cli
