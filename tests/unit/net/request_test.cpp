// SPDX-License-Identifier: Apache-2.0
#include "net/request.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <future>

#include "support/loopback.hpp"
#include "support/process.hpp"

using namespace tilstand;
using net::Method;
using net::Reach;
using support::http;
using support::Loopback;

namespace {

/// `openssl s_server` on 127.0.0.1 with a certificate of its own for "localhost"; stopped when the object goes.
class TlsServer {
 public:
  explicit TlsServer(const std::string& folder) : certificate(folder + "/cert.pem") {
    const std::string key = folder + "/key.pem";
    (void)support::run("openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout " + key + " -out " + certificate);
    pipe_ = ::popen(("exec openssl s_server -accept 127.0.0.1:0 -www -cert " + certificate + " -key " + key + " 2>&1 < /dev/null & echo pid $!; wait").c_str(), "r");
    std::array<char, 256> line{};
    while (port.empty() && std::fgets(line.data(), line.size(), pipe_) != nullptr) {
      const std::string text = line.data();
      if (text.starts_with("pid ")) pid_ = text.substr(4, text.size() - 5);
      if (text.starts_with("ACCEPT ")) port = text.substr(text.rfind(':') + 1, text.size() - text.rfind(':') - 2);
    }
  }
  ~TlsServer() {
    if (!pid_.empty()) (void)support::run("kill " + pid_);
    if (pipe_ != nullptr) (void)::pclose(pipe_);
  }
  TlsServer(const TlsServer&) = delete;
  TlsServer& operator=(const TlsServer&) = delete;

  std::string certificate, port;

 private:
  std::FILE* pipe_ = nullptr;
  std::string pid_;
};

}  // namespace

TEST_CASE("a request carries method, headers and bytes, and its answer status, headers and bytes", "[net][unit]") {
  const std::string bytes("a\0b\r\n", 5);
  Loopback server([&](const std::string&) { return http(201, bytes, "X-Kind:  odd \r\nx-kind: second\r\n"); });
  const net::Response answer = net::request({.method = Method::post, .url = server.url("/in?x=1"), .headers = {{"Content-Type", "application/x-test"}}, .body = bytes});
  REQUIRE(answer.reach == Reach::answered);
  CHECK(answer.ok());
  CHECK(answer.status == 201);
  CHECK(answer.body == bytes);
  CHECK(answer.header("x-KIND") == "odd");
  CHECK(answer.header("absent").empty());
  const std::string sent = server.requests().at(0);
  CHECK(sent.starts_with("POST /in?x=1 HTTP/1.1\r\n"));
  CHECK(support::holds(sent, "\r\nContent-Type: application/x-test\r\n"));
  CHECK(sent.ends_with("\r\n\r\n" + bytes));
  CHECK_FALSE(support::holds(sent, "Expect"));
}

TEST_CASE("a user is named to the server when there is one", "[net][unit]") {
  Loopback server([](const std::string&) { return http(200, ""); });
  CHECK(net::request({.url = server.url("/"), .user = "me", .secret = "pw"}).ok());
  CHECK(net::request({.url = server.url("/")}).ok());
  CHECK(support::holds(server.requests().at(0), "Authorization: Basic bWU6cHc=\r\n"));
  CHECK_FALSE(support::holds(server.requests().at(1), "Authorization"));
}

TEST_CASE("a file is put piece by piece, and other methods go as they are named", "[net][unit]") {
  const support::Folder folder("net-put");
  const std::string bytes(3U << 20U, 'x');
  std::ofstream(folder.file("big"), std::ios::binary) << bytes;
  Loopback server([](const std::string&) { return http(200, ""); });
  CHECK(net::request({.method = Method::put, .url = server.url("/put"), .body_file = folder.file("big")}).ok());
  CHECK(net::request({.method = Method::remove, .url = server.url("/gone")}).ok());
  CHECK(net::request({.method = Method::post, .url = server.url("/empty")}).ok());
  const auto sent = server.requests();
  REQUIRE(sent.size() == 3);
  CHECK(sent[0].starts_with("PUT /put "));
  CHECK(sent[0].ends_with("\r\n\r\n" + bytes));
  CHECK(sent[1].starts_with("DELETE /gone "));
  CHECK(support::holds(sent[2], "Content-Length: 0\r\n"));
}

TEST_CASE("an error of the server is an answer too", "[net][unit]") {
  Loopback server([](const std::string&) { return http(503, "busy"); });
  const net::Response answer = net::request({.url = server.url("/")});
  CHECK(answer.reach == Reach::answered);
  CHECK(answer.status == 503);
  CHECK(answer.body == "busy");
  CHECK_FALSE(answer.ok());
}

TEST_CASE("nobody who listens, no such host and wrong use are told as not reached", "[net][unit]") {
  int closed = 0;
  { closed = Loopback([](const std::string&) { return ""; }).port(); }
  for (const std::string& url : {"http://127.0.0.1:" + std::to_string(closed) + "/", std::string("http://nobody.invalid/"), std::string("file:///etc/hostname"),
                                 std::string("ftp://127.0.0.1/x"), std::string("http://127.0.0.1:99999/"), std::string()}) {
    CAPTURE(url);
    const net::Response answer = net::request({.url = url});
    CHECK(answer.reach == Reach::not_reached);
    CHECK_FALSE(answer.reason.empty());
    CHECK(answer.body.empty());
  }
  Loopback server([](const std::string&) { return http(200, ""); });
  CHECK(net::request({.url = server.url("/"), .headers = {{"A", "b\r\nC: d"}}}).reach == Reach::not_reached);
  CHECK(net::request({.method = Method::put, .url = server.url("/"), .body_file = "/no/such/file"}).reach == Reach::not_reached);
  CHECK(server.requests().empty());
}

TEST_CASE("a connection that ends without an answer, or in the middle of one, is told as lost", "[net][unit]") {
  Loopback silent([](const std::string&) { return ""; });
  CHECK(net::request({.method = Method::post, .url = silent.url("/"), .body = "x"}).reach == Reach::lost);
  Loopback short_one([](const std::string&) { return "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"; });
  const net::Response half = net::request({.url = short_one.url("/")});
  CHECK(half.reach == Reach::lost);
  CHECK(half.body.empty());
}

TEST_CASE("a slow or overlong answer is given up", "[net][unit]") {
  std::promise<void> enough;
  Loopback slow([wait = enough.get_future().share()](const std::string&) { return wait.wait(), http(200, ""); });
  net::Request asked{.url = slow.url("/")};
  asked.limits.whole = std::chrono::milliseconds(200);
  CHECK(net::request(asked).reach == Reach::lost);
  enough.set_value();
  Loopback large([](const std::string&) { return http(200, std::string(5000, 'x')); });
  const net::Response cut = net::request({.url = large.url("/"), .most_bytes = 4999});
  CHECK(cut.reach == Reach::lost);
  CHECK(cut.reason == "the answer is longer than 4999 bytes");
  CHECK(net::request({.url = large.url("/"), .most_bytes = 5000}).ok());
}

TEST_CASE("redirects are followed on the same host only, and for GET only", "[net][unit]") {
  Loopback other([](const std::string&) { return http(200, "elsewhere"); });
  Loopback server([&](const std::string& asked) {
    if (asked.starts_with("GET /here ")) return http(302, "", "Location: /there\r\n");
    if (asked.starts_with("GET /out ")) return http(302, "", "Location: http://localhost:" + std::to_string(other.port()) + "/\r\n");
    if (asked.starts_with("GET /file ")) return http(302, "", "Location: file:///etc/hostname\r\n");
    if (asked.starts_with("GET /round ") || asked.starts_with("POST")) return http(302, "", "Location: /round\r\n");
    return http(200, "there");
  });
  CHECK(net::request({.url = server.url("/here")}).body == "there");
  CHECK(net::request({.url = server.url("/out")}).status == 302);
  CHECK(net::request({.url = server.url("/file")}).status == 302);
  CHECK(net::request({.method = Method::post, .url = server.url("/in")}).status == 302);
  CHECK(net::request({.url = server.url("/round")}).status == 302);
  CHECK(other.requests().empty());
  CHECK(server.requests().size() == 2 + 1 + 1 + 1 + 6);
}

TEST_CASE("proxies of the environment count only when asked for", "[net][unit]") {
  Loopback proxy([](const std::string&) { return http(200, "by proxy"); });
  Loopback server([](const std::string&) { return http(200, "straight"); });
  ::setenv("http_proxy", proxy.url("").c_str(), 1);
  net::Request asked{.url = server.url("/")};
  CHECK(net::request(asked).body == "straight");
  asked.environment_proxy = true;
  CHECK(net::request(asked).body == "by proxy");
  ::unsetenv("http_proxy");
}

TEST_CASE("a certificate that is not trusted, or for another host, ends before anything is sent", "[net][unit]") {
  const support::Folder folder("net-tls");
  const TlsServer server(folder.file(""));
  REQUIRE_FALSE(server.port.empty());
  const std::string url = "https://localhost:" + server.port + "/";
  CHECK(net::request({.url = url, .trust = {server.certificate}}).ok());
  const net::Response untrusted = net::request({.url = url});
  CHECK(untrusted.reach == Reach::tls_failed);
  CHECK(support::holds(untrusted.reason, "self-signed"));
  CHECK(net::request({.url = "https://127.0.0.1:" + server.port + "/", .trust = {server.certificate}}).reach == Reach::tls_failed);
  CHECK(net::request({.url = url, .trust = {folder.file("absent.pem")}}).reach == Reach::tls_failed);
  Loopback plain([](const std::string&) { return http(200, ""); });
  net::Request asked{.url = "https://localhost:" + std::to_string(plain.port()) + "/"};
  asked.limits.connect = std::chrono::milliseconds(300);
  CHECK(net::request(asked).reach == Reach::not_reached);  // a server without TLS waits for more
}

TEST_CASE("parts of addresses are escaped", "[net][unit]") { CHECK(net::url_escaped("a-b._~ /ø?&") == "a-b._~%20%2F%C3%B8%3F%26"); }
