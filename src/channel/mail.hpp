// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "channel/channel.hpp"
#include "channel/moment.hpp"
#include "channel/settings.hpp"

namespace tilstand::channel {

/// E-mail by an SMTP server. A parcel is `sent` once the server has taken it over; whether it arrived is told by bounces only.
class MailChannel : public Channel {
 public:
  /// `secret` is the login's; `now` becomes the messages' Date.
  MailChannel(MailSettings settings, std::string secret, Moment now) : settings_(std::move(settings)), secret_(std::move(secret)), now_(now) {}

  Outcome send(const Parcel& parcel) override;
  std::optional<Outcome> status(const std::string&) override { return std::nullopt; }

 private:
  MailSettings settings_;
  std::string secret_;
  Moment now_;
};

/// What an SMTP session's end says of the parcel: 4xx may be tried again, 5xx not (RFC 5321, 4.2.1); lost before the final dot is
/// failed, after it uncertain (RFC 5321, 4.5.4.1); a refused login or TLS is no fault of the parcel: failed.
Outcome outcome_of(const net::MailAnswer& answer);

}  // namespace tilstand::channel
