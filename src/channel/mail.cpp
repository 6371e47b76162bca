// SPDX-License-Identifier: Apache-2.0
#include "channel/mail.hpp"

#include "channel/addresses.hpp"
#include "channel/contents.hpp"
#include "channel/mail_message.hpp"
#include "recipients/recipients.hpp"

namespace tilstand::channel {
namespace {

std::string stage_name(net::Stage stage) {
  switch (stage) {
    case net::Stage::connecting: return "the connection";
    case net::Stage::login: return "the login";
    case net::Stage::sender: return "the sender";
    case net::Stage::recipient: return "the recipient";
    case net::Stage::content: return "the message";
  }
  return {};
}

}  // namespace

Outcome outcome_of(const net::MailAnswer& answer) {
  switch (answer.reach) {
    case net::Reach::not_reached: return {State::failed, "the mail server can't be reached: " + answer.reason};
    case net::Reach::tls_failed: return {State::failed, "no trusted TLS connection to the mail server: " + answer.reason};
    case net::Reach::lost:
      if (answer.handed_over) return {State::uncertain, "the mail server's answer was lost: " + answer.reason};
      return {State::failed, "the connection to the mail server was lost: " + answer.reason};
    case net::Reach::answered: break;
  }
  if (answer.ok()) return {State::sent, "the mail server has taken the message over", answer.reply};
  const bool of_parcel = answer.stage >= net::Stage::sender;
  const std::string what = "the mail server refused " + stage_name(answer.stage) + " with " + std::to_string(answer.status);
  return {of_parcel && answer.status >= 500 ? State::refused : State::failed, what, answer.reply};
}

Outcome MailChannel::send(const Parcel& parcel) {
  if (std::optional<Outcome> fault = fault_of(parcel)) return *fault;
  if (!recipients::is_mail_address(parcel.address)) return {State::refused, "the recipient's address is no mailbox"};
  const std::optional<std::string> message = mail_message(parcel, {settings_.from, settings_.name, now_});
  if (!message) return {State::failed, "a file of the parcel can't be read"};
  return outcome_of(net::send_mail({
      .host = settings_.host,
      .port = settings_.port,
      .security = settings_.security,
      .greeting = domain_of(settings_.from),
      .user = settings_.login.user,
      .secret = secret_,
      .from = settings_.from,
      .to = parcel.address,
      .message = *message,
      .limits = {.whole = std::chrono::seconds(settings_.seconds)},
      .trust = {settings_.ca_file},
  }));
}

}  // namespace tilstand::channel
