// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "channel/channel.hpp"
#include "channel/moment.hpp"
#include "channel/settings.hpp"
#include "net/request.hpp"

namespace tilstand::channel {

/// eFormidling through an Integrasjonspunkt, as Digdir documents its "API (eFormidling 2)"
/// (docs.digdir.no/docs/eFormidling/Utvikling/integrasjonspunkt_eformidling2_api and …_api_restdocs), the way in several steps:
///
/// - `GET /api/capabilities/{receiver}`: whether the receiver takes the document in the process ("Get capabilities");
/// - `POST /api/messages/out` with the standard business document ("Create message");
/// - `PUT /api/messages/out/{messageId}?title=…` for each file ("Upload attachment"), arkivmelding.xml first ("Eksempel på saksbehandling");
/// - `POST /api/messages/out/{messageId}` ("Send message");
/// - `GET /api/statuses/{messageId}` ("Find message statuses by messageId"; the words in "Følge med på status for sendt melding").
///
/// The parcel's id is the messageId, so an attempt finds what an earlier one left: what was sent is not sent again; a message that waits
/// in the outgoing queue ("Get outgoing message") is completed, for a file that it has is refused by its name (DuplicateFilenameException);
/// one that has failed, or run out of its time, is deleted ("Delete message", "Delete conversation by messageId") and made again.
class EformidlingChannel : public Channel {
 public:
  /// `secret` is the login's (HTTP basic, "Installasjon", "HTTP Basic Auth"); `now` stands in the arkivmelding.
  EformidlingChannel(EformidlingSettings settings, std::string secret, Moment now) : settings_(std::move(settings)), secret_(std::move(secret)), now_(now) {}

  Outcome send(const Parcel& parcel) override;
  std::optional<Outcome> status(const std::string& id) override;

 private:
  /// Empty: go on. Else the attempt ends so.
  using Step = std::optional<Outcome>;

  Step clear_way(const Parcel& parcel);
  Step forget(const std::string& id);
  Step ask_capabilities(const Parcel& parcel);
  Step create(const Parcel& parcel);
  Step upload_all(const Parcel& parcel);
  Step upload(const std::string& id, const std::string& title, const Attachment& file, net::Request request);
  Outcome hand_over(const std::string& id);
  std::pair<Step, std::optional<Outcome>> ask_status(const std::string& id);
  net::Request to(net::Method method, const std::string& path) const;

  EformidlingSettings settings_;
  std::string secret_;
  Moment now_;
};

/// What a message's statuses say together: LEVERT and LEST are delivered; FEIL is refused and LEVETID_UTLOPT failed; SENDT, MOTTATT
/// and what else there is are sent; OPPRETTET alone, or nothing, says nothing. "Følge med på status for sendt melding".
std::optional<Outcome> outcome_of_statuses(const std::string& json);

}  // namespace tilstand::channel
