// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "net/transfer.hpp"

namespace tilstand::net {

enum class Method { get, post, put, remove };  ///< `remove` is HTTP's DELETE

struct Header {
  std::string name, value;
};

/// An HTTP request (RFC 9110) over http or https. What carries no content leaves `body` and `body_file` empty.
struct Request {
  Method method = Method::get;
  std::string url{};
  std::vector<Header> headers{};
  std::string body{};       ///< bytes of a POST or PUT
  std::string body_file{};  ///< a file whose bytes are sent instead of `body`, piece by piece
  std::string user{};       ///< for HTTP's basic authentication (RFC 7617); empty: none
  std::string secret{};     ///< of that user
  Limits limits{};
  Trust trust{};
  std::size_t most_bytes = 64U << 20U;  ///< a longer answer is given up: `Reach::lost`
  bool environment_proxy = false;       ///< whether http_proxy and its kin in the environment count
};

struct Response {
  Reach reach = Reach::not_reached;
  int status = 0;                 ///< HTTP's; 0 unless answered
  std::vector<Header> headers{};  ///< in the order in which they came, names as written
  std::string body{};
  std::string reason{};           ///< why there is no answer, in English; empty when answered

  /// The value of the first header of that name, whatever its case; empty when there is none.
  std::string_view header(std::string_view name) const;
  bool ok() const { return reach == Reach::answered && status >= 200 && status < 300; }
};

/// Sends a request and waits for its answer. A redirect of a GET is followed up to five times, on the same host only and never from
/// https to http; else it is the answer. Never throws; needs no set-up; may be called from several threads.
Response request(const Request& request);

/// `text` with everything but letters, digits and -._~ as %XX (RFC 3986, 2.1): a part of a path or query.
std::string url_escaped(std::string_view text);

}  // namespace tilstand::net
