// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <curl/curl.h>

#include <array>
#include <memory>
#include <string>

#include "net/transfer.hpp"

namespace tilstand::net {

/// One transfer of libcurl, set up alike for every protocol: no signals, no system configuration, TLS 1.2 or later.
class Curl {
 public:
  Curl(const Limits& limits, const Trust& trust);
  Curl(const Curl&) = delete;
  Curl& operator=(const Curl&) = delete;

  explicit operator bool() const { return handle_ != nullptr; }
  template <class Value>
  void set(CURLoption option, Value value) {
    if (curl_easy_setopt(handle_.get(), option, value) != CURLE_OK) refused_ = true;
  }
  /// A copy of the line is kept until the transfer ends.
  void add_header(const std::string& line) { append(headers_, line); }
  void add_recipient(const std::string& address) { append(recipients_, address); }

  /// Runs the transfer. An option that this libcurl doesn't know ends it before anything is sent.
  CURLcode perform();
  long number(CURLINFO info) const;
  std::string text(CURLINFO info) const;
  /// Why a transfer failed, in libcurl's words.
  std::string reason(CURLcode code) const;

 private:
  struct Cleanup {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };
  using List = std::unique_ptr<curl_slist, Cleanup>;
  void append(List& list, const std::string& line);

  std::array<char, CURL_ERROR_SIZE> words_{};
  List headers_{}, recipients_{};
  std::unique_ptr<CURL, Cleanup> handle_{};
  bool refused_ = false;
};

/// Whether a failure tells that no trusted TLS connection could be made.
bool is_tls_failure(CURLcode code);

}  // namespace tilstand::net
