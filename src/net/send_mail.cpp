// SPDX-License-Identifier: Apache-2.0
#include "net/send_mail.hpp"

#include <sys/socket.h>

#include <string_view>

#include "net/curl.hpp"
#include "net/request.hpp"

namespace tilstand::net {
namespace {

constexpr std::size_t most_reply = 2000;  ///< bytes of a reply that are kept

/// What libcurl's callbacks share during one session.
struct Session {
  const Mail& mail;
  MailAnswer answer{};
  std::size_t sent = 0;
  bool reply_ended = true, has_left = false;
  curl_socket_t socket = CURL_SOCKET_BAD;
};

std::size_t on_read(char* into, std::size_t size, std::size_t count, void* user) {
  Session& session = *static_cast<Session*>(user);
  const std::size_t part = session.mail.message.copy(into, size * count, session.sent);
  session.sent += part;
  if (session.sent == session.mail.message.size()) session.answer.handed_over = true;  // the final dot follows; libcurl need not ask for more before it
  return part;
}

/// Replies of the server: "250-first", "250 last" (RFC 5321, 4.2.1).
std::size_t on_reply(char* bytes, std::size_t, std::size_t count, void* user) {
  Session& session = *static_cast<Session*>(user);
  if (session.has_left) return count;  // the answer to QUIT may have come already
  std::string_view line(bytes, count);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
  if (session.reply_ended) session.answer.reply.clear();
  session.reply_ended = line.size() < 4 || line[3] != '-';
  if (session.answer.reply.size() + line.size() < most_reply) (session.answer.reply += session.answer.reply.empty() ? "" : "\n") += line;
  return count;
}

int on_socket(void* user, curl_socket_t socket, curlsocktype) {
  static_cast<Session*>(user)->socket = socket;
  return CURL_SOCKOPT_OK;
}

/// Nothing is waited for after a failure or QUIT: its answer would hide the one before, and a silent server would keep libcurl for minutes.
void leave(Session& session) {
  session.has_left = true;
  if (session.socket != CURL_SOCKET_BAD) (void)::shutdown(session.socket, SHUT_RDWR);
}

/// Commands that go out tell how far the session is. Nothing of them is kept: they hold the secret.
int on_trace(CURL*, curl_infotype kind, char* bytes, std::size_t count, void* user) {
  if (kind != CURLINFO_HEADER_OUT) return 0;
  Session& session = *static_cast<Session*>(user);
  Stage& stage = session.answer.stage;
  const std::string_view line(bytes, count);
  if (line.starts_with("AUTH")) stage = Stage::login;
  if (line.starts_with("MAIL FROM")) stage = Stage::sender;
  if (line.starts_with("RCPT TO")) stage = Stage::recipient;
  if (line.starts_with("DATA")) stage = Stage::content;
  if (line.starts_with("QUIT")) leave(session);
  return 0;
}

std::size_t discard(char*, std::size_t, std::size_t count, void*) { return count; }

bool is_plain(const std::string& text) {
  for (const char byte : text)
    if (static_cast<unsigned char>(byte) <= 0x20 || byte == 0x7F || byte == '<' || byte == '>') return false;
  return true;
}

std::string fault(const Mail& mail) {
  if (mail.host.empty() || mail.host.find_first_of(" /@?#\r\n") != std::string::npos) return "the server's name can't be one";
  if (!is_plain(mail.greeting) || !is_plain(mail.from) || !is_plain(mail.to) || mail.to.empty()) return "an address of the envelope can't be one";
  if (mail.security == Security::none && !mail.user.empty()) return "a login without TLS would be open to all";
  return {};
}

std::string url(const Mail& mail) {
  const bool numbers = mail.host.find(':') != std::string::npos && mail.host.front() != '[';  // an IPv6 address
  const std::string host = numbers ? "[" + mail.host + "]" : mail.host;
  return (mail.security == Security::tls ? "smtps://" : "smtp://") + host + ":" + std::to_string(mail.port) + "/" + url_escaped(mail.greeting);
}

void set_up(Curl& curl, Session& session, const std::string& address) {
  const Mail& mail = session.mail;
  curl.set(CURLOPT_URL, address.c_str());
  curl.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl.set(CURLOPT_PROXY, "");
  curl.set(CURLOPT_USE_SSL, static_cast<long>(mail.security == Security::none ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  if (!mail.user.empty()) {
    curl.set(CURLOPT_USERNAME, mail.user.c_str());
    curl.set(CURLOPT_PASSWORD, mail.secret.c_str());
  }
  curl.set(CURLOPT_MAIL_FROM, mail.from.c_str());
  curl.add_recipient(mail.to);
  curl.set(CURLOPT_UPLOAD, 1L);
  curl.set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(mail.message.size()));
  curl.set(CURLOPT_READFUNCTION, on_read);
  curl.set(CURLOPT_READDATA, &session);
  curl.set(CURLOPT_HEADERFUNCTION, on_reply);
  curl.set(CURLOPT_HEADERDATA, &session);
  curl.set(CURLOPT_WRITEFUNCTION, discard);
  curl.set(CURLOPT_SOCKOPTFUNCTION, on_socket);
  curl.set(CURLOPT_SOCKOPTDATA, &session);
  curl.set(CURLOPT_VERBOSE, 1L);  // to `on_trace`, which prints nothing
  curl.set(CURLOPT_DEBUGFUNCTION, on_trace);
  curl.set(CURLOPT_DEBUGDATA, &session);
}

int status_of(const std::string& reply) {
  int status = 0;
  for (const char digit : reply.substr(0, 3)) {
    if (digit < '0' || digit > '9') return 0;
    status = status * 10 + (digit - '0');
  }
  return status;
}

}  // namespace

MailAnswer send_mail(const Mail& mail) {
  Session session{mail};
  MailAnswer& answer = session.answer;
  if (std::string wrong = fault(mail); !wrong.empty()) return answer.reason = std::move(wrong), answer;
  const std::string address = url(mail);
  Curl curl(mail.limits, mail.trust);
  if (!curl) return answer.reason = "libcurl can't be set up", answer;
  set_up(curl, session, address);
  const CURLcode code = curl.perform();
  if (code != CURLE_OK) leave(session);
  answer.status = status_of(answer.reply);
  if (code == CURLE_OK) return answer.reach = Reach::answered, answer;
  if (is_tls_failure(code)) return answer.reach = Reach::tls_failed, answer.reason = curl.reason(code), answer;
  if (answer.status >= 400) return answer.reach = Reach::answered, answer;
  answer.reach = answer.stage == Stage::connecting ? Reach::not_reached : Reach::lost;
  answer.reason = curl_easy_strerror(code);  // words with no address in them
  return answer;
}

}  // namespace tilstand::net
