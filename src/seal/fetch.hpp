// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

namespace tilstand::seal {

/// What is asked of a server. An empty `body` is a GET, any other a POST of `content_type`.
struct Question {
  std::string url, content_type{}, body{};
};

/// What came back.
struct Answer {
  bool arrived = false;   ///< whether a server answered at all
  int status = 0;         ///< of HTTP
  std::string body{};
  std::string trouble{};  ///< why nothing arrived
};

/// Asks over HTTP. The room opens no connection itself, so that a test can answer.
using Fetch = std::function<Answer(const Question&)>;

}  // namespace tilstand::seal
