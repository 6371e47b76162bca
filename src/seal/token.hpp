// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "seal/cms.hpp"
#include "seal/fetch.hpp"

namespace tilstand::seal {

/// A time stamp (RFC 3161, 2.4.2) that belongs to a signature.
struct Token {
  Signature signature;
  Moment moment = 0;  ///< genTime
};

/// Reads a token and checks that it is sound and stamps `stamped`; else `trouble` says what is wrong.
std::optional<Token> read_token(const std::string& der, const std::string& stamped, std::string& trouble);

/// Asks a server to stamp bytes; DER of the token. The same bytes make the same question: the nonce is drawn from them.
/// Codes: seal.no-answer, seal.wrong-token.
std::optional<std::string> ask_for_token(const std::string& url, const std::string& stamped, const Fetch& fetch, Diagnostics& diagnostics);

}  // namespace tilstand::seal
