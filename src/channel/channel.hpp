// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace tilstand::channel {

/// A file that goes with a parcel.
struct Attachment {
  std::string name;        ///< as the recipient sees it: "rikets-digitale-tilstand-2021.pdf"
  std::string media_type;  ///< "application/pdf"
  std::string path;        ///< where its bytes lie
  std::string sha256;      ///< of those bytes, lower-case hex
};

/// What goes to one recipient. Personal data: its fields stand in no log and no manifest.
struct Parcel {
  std::string id;         ///< UUID, fixed by edition and recipient: Message-ID or messageId; the same in every attempt
  std::string recipient;  ///< official name
  std::string address;    ///< of the channel: an e-mail address, an organisation number, a folder
  std::string language;   ///< BCP 47, of subject and text
  std::string subject;
  std::string text;       ///< the cover letter, plain text
  std::vector<Attachment> attachments;
  std::string link{};     ///< where the files can be fetched instead; empty: they are attached
};

/// What is known after an attempt.
enum class State {
  sent,       ///< the counterpart has taken it over; whether it arrived is told later
  delivered,  ///< it lies with the recipient
  refused,    ///< not taken, and an attempt as it is would be refused again
  failed,     ///< not taken; may be tried again
  uncertain,  ///< the answer was lost: it may have been taken; to be tried again under the same id
};

struct Outcome {
  State state = State::failed;
  std::string detail{};   ///< why, in English; names no person
  std::string receipt{};  ///< what the counterpart said, its own words
};

/// A way to recipients. Attempts may repeat; the id tells the counterpart that it is the same parcel.
class Channel {
 public:
  virtual ~Channel() = default;
  virtual Outcome send(const Parcel& parcel) = 0;
  /// What has become of a parcel that was sent; nothing when the channel can't tell.
  virtual std::optional<Outcome> status(const std::string& id) = 0;
};

}  // namespace tilstand::channel
