// SPDX-License-Identifier: Apache-2.0
#include "channel/open.hpp"

#include "channel/eformidling.hpp"
#include "channel/folder.hpp"
#include "channel/mail.hpp"

namespace tilstand::channel {
namespace {

/// The secret of a login, empty when there is none to read; nothing after a report.
std::optional<std::string> secret_of(const Login& login, Diagnostics& diagnostics) {
  if (login.user.empty()) return std::string();
  std::optional<std::string> secret = read_secret(login.secret);
  if (!secret) diagnostics.error("channel.no-secret", "the secret can't be read, or is empty", login.secret.span, "put it where the settings say, in the first line");
  return secret;
}

}  // namespace

Channels open_channels(const Settings& settings, Moment now, Diagnostics& diagnostics) {
  Channels channels;
  if (settings.mail)
    if (std::optional<std::string> secret = secret_of(settings.mail->login, diagnostics))
      channels.mail = std::make_unique<MailChannel>(*settings.mail, std::move(*secret), now);
  if (settings.eformidling)
    if (std::optional<std::string> secret = secret_of(settings.eformidling->login, diagnostics))
      channels.eformidling = std::make_unique<EformidlingChannel>(*settings.eformidling, std::move(*secret), now);
  if (settings.folder) channels.folder = std::make_unique<FolderChannel>(*settings.folder);
  return channels;
}

}  // namespace tilstand::channel
