// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "base/diagnostic.hpp"
#include "channel/channel.hpp"
#include "channel/moment.hpp"
#include "channel/settings.hpp"

namespace tilstand::channel {

/// The ways to recipients, ready to send; null where the settings have none.
struct Channels {
  std::unique_ptr<Channel> mail{}, eformidling{}, folder{};
};

/// Opens every channel of the settings. Secrets are read now, each place once; one that can't be read is reported at its place as
/// channel.no-secret, and its channel stays null. `now` dates messages.
Channels open_channels(const Settings& settings, Moment now, Diagnostics& diagnostics);

}  // namespace tilstand::channel
