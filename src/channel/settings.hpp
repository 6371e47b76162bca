// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "channel/secret.hpp"
#include "net/send_mail.hpp"

namespace tilstand::channel {

/// A login at a server.
struct Login {
  std::string user{};  ///< empty: none
  SecretPlace secret{};
};

/// `[smtp]`: an SMTP server and who sends.
struct MailSettings {
  std::string host{};
  int port = 587;
  net::Security security = net::Security::starttls;
  std::string ca_file{};  ///< as `net::Trust`
  std::string from{};     ///< mailbox of the sender, where bounces go
  std::string name{};     ///< the sender's name; may be empty
  Login login{};
  int seconds = 300;      ///< the longest that one message may take
};

enum class DocumentType { arkivmelding, avtalt };

/// `[eformidling]`: an Integrasjonspunkt and what is sent through it.
struct EformidlingSettings {
  std::string url{};      ///< "http://localhost:9093", without a slash at its end
  std::string ca_file{};  ///< as `net::Trust`
  std::string sender{};   ///< organisation number, nine digits
  std::string name{};     ///< the sender's official name
  Login login{};
  DocumentType document = DocumentType::arkivmelding;
  std::string process{};      ///< "urn:no:difi:profile:…"
  std::string identifier{};   ///< of an `avtalt` message, as agreed with the recipients
  std::string unit{};         ///< of an `arkivmelding`: administrativEnhet
  std::string responsible{};  ///< of an `arkivmelding`: saksansvarlig
  int seconds = 300;          ///< the longest that one request may take
};

/// `[folder]`: where parcels for hand delivery are laid.
struct FolderSettings {
  std::string path{};  ///< as the program finds it
};

/// The ways to recipients that a sender has.
struct Settings {
  std::optional<MailSettings> mail{};
  std::optional<EformidlingSettings> eformidling{};
  std::optional<FolderSettings> folder{};
};

/// Reads `channels.toml`; paths in it are seen from its folder, lines of it are
/// shown with their values covered. Adds every mistake to `diagnostics` and returns what it could read,
/// nothing when the file can't be read at all. Codes: definition.*, channel.bad-setting, channel.open-secret.
std::optional<Settings> read_settings(const std::string& path, Sources& sources, Diagnostics& diagnostics, SourceSpan wanted_by = {});

}  // namespace tilstand::channel
