// SPDX-License-Identifier: Apache-2.0
#include "cli/exit_code.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "build/build.hpp"

namespace tilstand::cli {
namespace {

/// Codes that tell of the machine, the network or a server, beside those of `build`.
constexpr std::string_view of_environment[] = {
    "archive.busy",
    "archive.cannot-read",
    "archive.cannot-write",
    "deliver.busy",
    "deliver.failed",
    "deliver.uncertain",
    "diff.cannot-draw",
    "registry.cannot-open",
    "registry.cannot-write",
    "registry.locked",
    "seal.cannot-write",
    "seal.no-answer",
    "seal.wrong-token",
};

bool tells_of_environment(const std::string& code) {
  return build::is_environment_failure(code) || std::find(std::begin(of_environment), std::end(of_environment), code) != std::end(of_environment);
}

}  // namespace

int exit_code(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.list())
    if (diagnostic.severity == Severity::error && tells_of_environment(diagnostic.code)) return environment_failed;
  return diagnostics.has_errors() ? bad_inputs : done;
}

}  // namespace tilstand::cli
