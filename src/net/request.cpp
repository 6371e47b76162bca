// SPDX-License-Identifier: Apache-2.0
#include "net/request.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "net/curl.hpp"

namespace tilstand::net {
namespace {

constexpr int most_redirects = 5;

/// What libcurl's callbacks share during one exchange.
struct Exchange {
  const Request& asked;
  Response response{};
  std::ifstream file{};       ///< what is sent, of `body_file`
  std::size_t sent = 0;       ///< bytes of `body`
  bool began = false;         ///< the connection stood, the request was about to be sent
  bool too_long = false, unreadable = false;
};

char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; }

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n"), last = text.find_last_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view() : text.substr(first, last - first + 1);
}

int on_ready(void* user, char*, char*, int, int) {
  static_cast<Exchange*>(user)->began = true;
  return CURL_PREREQFUNC_OK;
}

std::size_t on_header(char* bytes, std::size_t, std::size_t count, void* user) {
  Response& response = static_cast<Exchange*>(user)->response;
  const std::string_view line(bytes, count);
  const std::size_t colon = line.find(':');
  if (line.starts_with("HTTP/")) response.headers.clear();  // of an interim answer (RFC 9110, 15.2)
  else if (colon != std::string_view::npos) response.headers.push_back({std::string(line.substr(0, colon)), std::string(trimmed(line.substr(colon + 1)))});
  return count;
}

std::size_t on_body(char* bytes, std::size_t, std::size_t count, void* user) {
  Exchange& exchange = *static_cast<Exchange*>(user);
  if (count > exchange.asked.most_bytes - exchange.response.body.size()) {
    exchange.too_long = true;
    return 0;  // ends the transfer
  }
  exchange.response.body.append(bytes, count);
  return count;
}

std::size_t on_read(char* into, std::size_t size, std::size_t count, void* user) {
  Exchange& exchange = *static_cast<Exchange*>(user);
  if (exchange.asked.body_file.empty()) {
    const std::size_t part = exchange.asked.body.copy(into, size * count, exchange.sent);
    exchange.sent += part;
    return part;
  }
  exchange.file.read(into, static_cast<std::streamsize>(size * count));
  exchange.unreadable = exchange.file.bad();
  return exchange.unreadable ? CURL_READFUNC_ABORT : static_cast<std::size_t>(exchange.file.gcount());
}

void set_content(Curl& curl, Exchange& exchange) {
  curl_off_t size = static_cast<curl_off_t>(exchange.asked.body.size());
  if (!exchange.asked.body_file.empty()) {
    std::error_code failure;
    size = static_cast<curl_off_t>(std::filesystem::file_size(exchange.asked.body_file, failure));
    exchange.file.open(exchange.asked.body_file, std::ios::binary);
    exchange.unreadable = failure || !exchange.file;
  }
  curl.set(CURLOPT_READFUNCTION, on_read);
  curl.set(CURLOPT_READDATA, &exchange);
  curl.set(CURLOPT_POSTREDIR, 0L);
  if (exchange.asked.method == Method::put) {
    curl.set(CURLOPT_UPLOAD, 1L);
    curl.set(CURLOPT_INFILESIZE_LARGE, size);
  } else {
    curl.set(CURLOPT_POST, 1L);
    curl.set(CURLOPT_POSTFIELDSIZE_LARGE, size);
  }
}

void set_method(Curl& curl, Exchange& exchange) {
  switch (exchange.asked.method) {
    case Method::get: curl.set(CURLOPT_HTTPGET, 1L); break;
    case Method::remove: curl.set(CURLOPT_CUSTOMREQUEST, "DELETE"); break;
    case Method::post:
    case Method::put: set_content(curl, exchange); break;
  }
}

void set_up(Curl& curl, Exchange& exchange, const std::string& url) {
  curl.set(CURLOPT_URL, url.c_str());
  curl.set(CURLOPT_PROTOCOLS_STR, "http,https");
  curl.set(CURLOPT_FOLLOWLOCATION, 0L);
  curl.set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  curl.set(CURLOPT_USERAGENT, "tilstand");
  if (!exchange.asked.environment_proxy) curl.set(CURLOPT_PROXY, "");  // empty: not the environment's either
  if (!exchange.asked.user.empty()) {
    curl.set(CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
    curl.set(CURLOPT_USERNAME, exchange.asked.user.c_str());
    curl.set(CURLOPT_PASSWORD, exchange.asked.secret.c_str());
  }
  curl.set(CURLOPT_PREREQFUNCTION, on_ready);
  curl.set(CURLOPT_PREREQDATA, &exchange);
  curl.set(CURLOPT_HEADERFUNCTION, on_header);
  curl.set(CURLOPT_HEADERDATA, &exchange);
  curl.set(CURLOPT_WRITEFUNCTION, on_body);
  curl.set(CURLOPT_WRITEDATA, &exchange);
  set_method(curl, exchange);
  curl.add_header("Expect:");  // no waiting for 100 Continue
  for (const Header& header : exchange.asked.headers) curl.add_header(header.name + (header.value.empty() ? ";" : ": " + header.value));
}

Response failed(Reach reach, std::string reason) { return {.reach = reach, .reason = std::move(reason)}; }

struct Answer {
  Response response;
  std::string redirect{};  ///< where the answer leads
};

Answer exchange_once(const Request& asked, const std::string& url) {
  Exchange exchange{asked};
  Curl curl(asked.limits, asked.trust);
  if (!curl) return {failed(Reach::not_reached, "libcurl can't be set up")};
  set_up(curl, exchange, url);
  if (exchange.unreadable) return {failed(Reach::not_reached, "the file to be sent can't be read")};
  const CURLcode code = curl.perform();
  if (code == CURLE_OK) {
    exchange.response.reach = Reach::answered;
    exchange.response.status = static_cast<int>(curl.number(CURLINFO_RESPONSE_CODE));
    return {std::move(exchange.response), curl.text(CURLINFO_REDIRECT_URL)};
  }
  if (exchange.too_long) return {failed(Reach::lost, "the answer is longer than " + std::to_string(asked.most_bytes) + " bytes")};
  if (exchange.unreadable) return {failed(Reach::lost, "the file can't be read to its end")};
  if (exchange.began) return {failed(Reach::lost, curl.reason(code))};
  return {failed(is_tls_failure(code) ? Reach::tls_failed : Reach::not_reached, curl.reason(code))};
}

/// Scheme and host of a URL; empty when it is none.
struct Origin {
  std::string scheme{}, host{};

  explicit Origin(const std::string& url) {
    const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed(curl_url(), curl_url_cleanup);
    if (!parsed || curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) return;
    scheme = part(parsed.get(), CURLUPART_SCHEME);
    host = part(parsed.get(), CURLUPART_HOST);
    std::transform(host.begin(), host.end(), host.begin(), lower);
  }
  static std::string part(CURLU* url, CURLUPart which) {
    char* text = nullptr;
    if (curl_url_get(url, which, &text, 0) != CURLUE_OK || text == nullptr) return {};
    const std::unique_ptr<char, decltype(&curl_free)> owned(text, curl_free);
    return text;
  }
};

bool may_follow(const std::string& from, const std::string& to) {
  const Origin here(from), there(to);
  return !there.host.empty() && there.host == here.host && (there.scheme == here.scheme || there.scheme == "https");
}

std::string fault(const Request& asked) {
  if (!asked.url.starts_with("http://") && !asked.url.starts_with("https://")) return "the address begins neither with http:// nor https://";
  for (const Header& header : asked.headers)
    if ((header.name + header.value).find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos || header.name.empty()) return "a header holds a line break";
  return {};
}

}  // namespace

std::string_view Response::header(std::string_view name) const {
  for (const Header& header : headers)
    if (same_name(header.name, name)) return header.value;
  return {};
}

Response request(const Request& asked) {
  if (std::string wrong = fault(asked); !wrong.empty()) return failed(Reach::not_reached, std::move(wrong));
  std::string url = asked.url;
  for (int followed = 0;; ++followed) {
    Answer answer = exchange_once(asked, url);
    if (answer.redirect.empty() || asked.method != Method::get || followed == most_redirects || !may_follow(url, answer.redirect)) return std::move(answer.response);
    url = std::move(answer.redirect);
  }
}

std::string url_escaped(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string escaped;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    const bool plain = (byte >= '0' && byte <= '9') || (lower(byte) >= 'a' && lower(byte) <= 'z') || std::string_view("-._~").find(byte) != std::string_view::npos;
    if (plain) escaped += byte;
    else (escaped += '%') += {digits[value >> 4U], digits[value & 0xFU]};
  }
  return escaped;
}

}  // namespace tilstand::net
