// SPDX-License-Identifier: Apache-2.0
#include "net/curl.hpp"

#include <new>

namespace tilstand::net {
namespace {

bool is_ready() {
  static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;  // once for all threads
  return ready;
}

}  // namespace

Curl::Curl(const Limits& limits, const Trust& trust) {
  if (!is_ready()) return;
  handle_.reset(curl_easy_init());
  if (!handle_) return;
  set(CURLOPT_ERRORBUFFER, words_.data());
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_NOPROGRESS, 1L);
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole.count()));
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  if (trust.ca_file.empty()) return;
  set(CURLOPT_CAINFO, trust.ca_file.c_str());
  set(CURLOPT_CAPATH, nullptr);  // the system's folder would be trusted besides
}

void Curl::append(List& list, const std::string& line) {
  curl_slist* longer = curl_slist_append(list.get(), line.c_str());
  if (longer == nullptr) throw std::bad_alloc();
  (void)list.release();
  list.reset(longer);
}

CURLcode Curl::perform() {
  if (headers_) set(CURLOPT_HTTPHEADER, headers_.get());
  if (recipients_) set(CURLOPT_MAIL_RCPT, recipients_.get());
  return refused_ ? CURLE_UNKNOWN_OPTION : curl_easy_perform(handle_.get());
}

long Curl::number(CURLINFO info) const {
  long value = 0;
  return curl_easy_getinfo(handle_.get(), info, &value) == CURLE_OK ? value : 0;
}

std::string Curl::text(CURLINFO info) const {
  const char* value = nullptr;
  return curl_easy_getinfo(handle_.get(), info, &value) == CURLE_OK && value != nullptr ? value : "";
}

std::string Curl::reason(CURLcode code) const { return words_[0] != '\0' ? words_.data() : curl_easy_strerror(code); }

bool is_tls_failure(CURLcode code) {
  switch (code) {
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_ENGINE_INITFAILED:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_INVALIDCERTSTATUS: return true;
    default: return false;
  }
}

}  // namespace tilstand::net
