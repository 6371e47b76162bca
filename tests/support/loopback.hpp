// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace tilstand::support {

/// A server on 127.0.0.1 that answers each connection by a function of what it has read: HTTP with a Content-Length. An empty answer
/// closes the connection without a word. It stops when the object goes.
class Loopback {
 public:
  using Answer = std::function<std::string(const std::string& request)>;

  explicit Loopback(Answer answer) : answer_(std::move(answer)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    (void)::bind(listener_, reinterpret_cast<sockaddr*>(&address), size);
    (void)::listen(listener_, 8);
    (void)::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~Loopback() {
    (void)::shutdown(listener_, SHUT_RDWR);
    thread_.join();
    (void)::close(listener_);
  }
  Loopback(const Loopback&) = delete;
  Loopback& operator=(const Loopback&) = delete;

  int port() const { return port_; }
  std::string url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }
  std::vector<std::string> requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

 private:
  void serve() {
    for (int peer = 0; (peer = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC)) >= 0;) {
      const std::string asked = read(peer);
      {
        const std::lock_guard lock(mutex_);
        requests_.push_back(asked);
      }
      const std::string answer = answer_(asked);
      for (std::size_t sent = 0; sent < answer.size();) {
        const ssize_t part = ::send(peer, answer.data() + sent, answer.size() - sent, MSG_NOSIGNAL);
        if (part <= 0) break;
        sent += static_cast<std::size_t>(part);
      }
      (void)::close(peer);
    }
  }
  static std::string read(int peer) {
    std::string text;
    std::array<char, 65536> part{};
    while (!is_whole(text)) {
      const ssize_t size = ::recv(peer, part.data(), part.size(), 0);
      if (size <= 0) break;
      text.append(part.data(), static_cast<std::size_t>(size));
    }
    return text;
  }
  static bool is_whole(const std::string& text) {
    const std::size_t head = text.find("\r\n\r\n"), length = text.find("Content-Length: ");
    if (head == std::string::npos) return false;
    const std::size_t body = length < head ? std::stoul(text.substr(length + 16)) : 0;
    return text.size() >= head + 4 + body;
  }

  Answer answer_;
  int listener_;
  int port_ = 0;
  mutable std::mutex mutex_{};
  std::vector<std::string> requests_{};
  std::thread thread_{};
};

/// An HTTP answer that ends the connection.
inline std::string http(int status, const std::string& body, const std::string& headers = {}) {
  return "HTTP/1.1 " + std::to_string(status) + " Said\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + headers + "\r\n" + body;
}

}  // namespace tilstand::support
