// SPDX-License-Identifier: Apache-2.0
#include "cli/passphrase.hpp"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace tilstand::cli {
namespace {

constexpr std::size_t longest = 1024;

/// Up to the end of the line; nothing at once, or an interrupt, is no answer.
std::optional<std::string> read_line(int descriptor) {
  constexpr char interrupt = 3;
  std::string line;
  for (char c = 0; line.size() < longest;) {
    const ssize_t got = ::read(descriptor, &c, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 || (got == 0 && line.empty()) || c == interrupt) return std::nullopt;
    if (got == 0 || c == '\n') break;
    line += c;
  }
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

bool say(int terminal, const std::string& text) { return ::write(terminal, text.data(), text.size()) == static_cast<ssize_t>(text.size()); }

/// An interrupt comes as a character, so that the terminal always shows again what is typed.
std::optional<std::string> ask_terminal(const std::string& whose) {
  const int terminal = ::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0) return std::nullopt;
  std::optional<std::string> answer;
  termios before{};
  if (::tcgetattr(terminal, &before) == 0) {
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
    if (::tcsetattr(terminal, TCSAFLUSH, &silent) == 0) {  // before the question, so that no quick answer is shown or lost
      if (say(terminal, "passphrase of " + whose + ": ")) answer = read_line(terminal);
      ::tcsetattr(terminal, TCSAFLUSH, &before);
      say(terminal, "\n");
    }
  }
  ::close(terminal);
  return answer;
}

}  // namespace

std::optional<std::string> ask_passphrase(const PassphraseSource& source, const std::string& whose) {
  if (!source.environment.empty()) {
    const char* const value = std::getenv(source.environment.c_str());
    return value ? std::optional<std::string>(value) : std::nullopt;
  }
  return source.descriptor >= 0 ? read_line(source.descriptor) : ask_terminal(whose);
}

}  // namespace tilstand::cli
