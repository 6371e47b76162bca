// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "channel/channel.hpp"
#include "channel/moment.hpp"

namespace tilstand::channel {

/// Who sends, and when.
struct MailSender {
  std::string mailbox;
  std::string name{};
  Moment date{};
};

/// "<id@domain>": the Message-ID of a parcel, the same in every attempt (RFC 5322, 3.6.4).
std::string message_id(const Parcel& parcel, const MailSender& sender);

/// A parcel as a message (RFC 5322, MIME): the letter as quoted-printable text, the files in base64. Depends on its arguments and the
/// files' bytes alone. Nothing when a file can't be read.
std::optional<std::string> mail_message(const Parcel& parcel, const MailSender& sender);

}  // namespace tilstand::channel
