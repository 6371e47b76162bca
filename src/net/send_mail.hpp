// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "net/transfer.hpp"

namespace tilstand::net {

enum class Security {
  starttls,  ///< TLS begun by STARTTLS (RFC 3207); a server that doesn't offer it gets nothing
  tls,       ///< TLS from the first byte (RFC 8314, 3.3)
  none,      ///< none at all: for a server on the same machine; no login then
};

/// A message for one mailbox, to be handed to an SMTP server (RFC 5321).
struct Mail {
  std::string host{};
  int port = 587;
  Security security = Security::starttls;
  std::string greeting{};  ///< what the client calls itself in EHLO: a domain
  std::string user{};      ///< of the server; empty: no login
  std::string secret{};    ///< of that user
  std::string from{};      ///< envelope: where bounces go
  std::string to{};        ///< envelope: the mailbox
  std::string message{};   ///< RFC 5322, lines ended by CR LF
  Limits limits{};
  Trust trust{};
};

/// How far a session came.
enum class Stage { connecting, login, sender, recipient, content };

struct MailAnswer {
  Reach reach = Reach::not_reached;
  Stage stage = Stage::connecting;
  int status = 0;            ///< of the last reply: 250 when the message was taken over
  std::string reply{};       ///< the last reply, the server's own words; may name the mailbox
  bool handed_over = false;  ///< the whole message was given out; lost then means that the server may have taken it
  std::string reason{};      ///< why there is no answer, in English; names neither user nor mailbox

  bool ok() const { return reach == Reach::answered && status >= 200 && status < 300; }
};

/// Hands a message over and waits for the server's last word. Never throws; may be called from several threads.
MailAnswer send_mail(const Mail& mail);

}  // namespace tilstand::net
