// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "channel/channel.hpp"
#include "channel/settings.hpp"

namespace tilstand::channel {

/// A folder from which parcels are handed over by hand. A parcel's own folder in it, named by recipient and id, holds the files, the
/// letter and SHA256SUMS, and appears whole or not at all. It is `sent` then: someone has to carry it.
class FolderChannel : public Channel {
 public:
  explicit FolderChannel(FolderSettings settings) : settings_(std::move(settings)) {}

  Outcome send(const Parcel& parcel) override;
  std::optional<Outcome> status(const std::string&) override { return std::nullopt; }

 private:
  FolderSettings settings_;
};

/// The name of a parcel's folder: a slug of the address, or of the recipient's name, and the beginning of the id.
std::string folder_name(const Parcel& parcel);

}  // namespace tilstand::channel
