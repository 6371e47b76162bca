// SPDX-License-Identifier: Apache-2.0
#include "channel/mail_message.hpp"

#include <tuple>

#include "base/file.hpp"
#include "channel/addresses.hpp"
#include "channel/contents.hpp"
#include "channel/encode.hpp"

namespace tilstand::channel {
namespace {

bool is_token(const std::string& text) {
  return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-+./") == std::string::npos;
}

std::string text_part(const Parcel& parcel) {
  std::string part = "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n";
  if (is_token(parcel.language)) part += "Content-Language: " + parcel.language + "\r\n";
  return part + "\r\n" + quoted_printable(letter(parcel));
}

std::string file_part(const Attachment& file, const std::string& bytes) {
  const std::string type = is_token(file.media_type) ? file.media_type : "application/octet-stream";
  return "Content-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment" + parameter("filename", file.name) +
         "\r\n\r\n" + base64_lines(bytes);
}

}  // namespace

std::string message_id(const Parcel& parcel, const MailSender& sender) { return "<" + parcel.id + "@" + domain_of(sender.mailbox) + ">"; }

std::optional<std::string> mail_message(const Parcel& parcel, const MailSender& sender) {
  std::string message = "Message-ID: " + message_id(parcel, sender) + "\r\nDate: " + sender.date.mail_date() + "\r\n";
  for (const auto& [name, mailbox, of] : {std::tuple{"From: ", sender.mailbox, sender.name}, std::tuple{"To: ", parcel.address, parcel.recipient}})
    message += name + named_mailbox(of, mailbox, std::string_view(name).size()) + "\r\n";
  constexpr std::string_view subject = "Subject: ";
  message += std::string(subject) + header_text(parcel.subject, subject.size()) + "\r\nMIME-Version: 1.0\r\n";
  if (sent_files(parcel).empty()) return message + text_part(parcel);
  const std::string boundary = "=_" + parcel.id;  // "=_" stands in neither of the two encodings
  message += "Content-Type: multipart/mixed" + parameter("boundary", boundary) + "\r\n\r\n--" + boundary + "\r\n" + text_part(parcel);
  for (const Attachment& file : sent_files(parcel)) {
    const std::optional<std::string> bytes = read_file(file.path);
    if (!bytes) return std::nullopt;
    message += "\r\n--" + boundary + "\r\n" + file_part(file, *bytes);
  }
  return message + "\r\n--" + boundary + "--\r\n";
}

}  // namespace tilstand::channel
