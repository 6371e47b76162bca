// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace tilstand::definition {

/// A check whose severity a definition may set, and what it is when nothing is said.
struct CheckKind {
  std::string_view code;
  Severity severity;
};

/// Every such check, by code.
inline constexpr CheckKind check_kinds[] = {
    {"data.empty-reason", Severity::error},
    {"data.no-source", Severity::warning},
    {"data.outlier", Severity::warning},
    {"data.rank-out-of-scope", Severity::error},
    {"data.shares-do-not-sum", Severity::warning},
    {"data.source-disagrees", Severity::warning},
    {"data.too-old", Severity::warning},
    {"data.total-unlike-parts", Severity::error},
    {"data.two-values", Severity::error},
    {"data.unused-acknowledgement", Severity::warning},
};

/// What the checks of a report count as (`[checks]`).
class Checks {
 public:
  /// Nothing: the check is off.
  void set(std::string code, std::optional<Severity> severity) { set_.insert_or_assign(std::move(code), severity); }
  /// Nothing when the check is off. A code that is none of `check_kinds` is an error.
  std::optional<Severity> severity(const std::string& code) const;
  /// Adds what a check has found with the check's severity; not when it is off.
  void report(Diagnostic found, Diagnostics& diagnostics) const;
  /// The same with the reason why it stands: a notice.
  void report_acknowledged(Diagnostic found, const std::string& reason, Diagnostics& diagnostics) const;

 private:
  std::map<std::string, std::optional<Severity>> set_;
};

}  // namespace tilstand::definition
