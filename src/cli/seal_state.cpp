// SPDX-License-Identifier: Apache-2.0
#include "cli/seal_state.hpp"

#include <utility>

namespace tilstand::cli {
namespace {

using Kind = archive::SealState::Kind;

/// "valid: The Office, 2021-12-31T12:00:00Z; …"
std::string text_of(const seal::Status& status) {
  std::string text = seal::name_of(status.verdict());
  const char* separator = ": ";
  for (const seal::Seal& one : status.seals) {
    text += separator + one.signer + ", " + (one.stamped.empty() ? one.claimed : one.stamped);
    for (const std::string& trouble : one.troubles) text += ", " + trouble;
    separator = "; ";
  }
  return text;
}

}  // namespace

archive::SealReader seal_reader(seal::Judge judge) {
  return [judge = std::move(judge)](const std::string& pdf, Diagnostics& diagnostics) -> archive::SealState {
    const auto status = seal::status(pdf, judge, diagnostics);
    if (!status) return {Kind::unknown, "can't be looked at"};
    if (status->seals.empty()) return {Kind::none, "none"};
    const seal::Verdict verdict = status->verdict();
    return {verdict == seal::Verdict::valid ? Kind::valid : verdict == seal::Verdict::broken ? Kind::invalid : Kind::unknown, text_of(*status)};
  };
}

}  // namespace tilstand::cli
