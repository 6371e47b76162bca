// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

namespace tilstand::cli {

/// Where a passphrase comes from: the first of these that is named, else the terminal. Never an argument, which others on the machine can see.
struct PassphraseSource {
  std::string environment{};  ///< name of a variable
  int descriptor = -1;        ///< of an open file; its first line counts
};

/// The passphrase for what `whose` names; nothing when there is none. A terminal shows the question, but not the answer.
std::optional<std::string> ask_passphrase(const PassphraseSource& source, const std::string& whose);

}  // namespace tilstand::cli
