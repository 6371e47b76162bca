// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.hpp"

#include <algorithm>
#include <tuple>

namespace tilstand {

void Diagnostics::error(std::string code, std::string message, SourceSpan span, std::string hint) {
  add({Severity::error, std::move(code), std::move(message), span, {}, std::move(hint)});
}

void Diagnostics::warning(std::string code, std::string message, SourceSpan span, std::string hint) {
  add({Severity::warning, std::move(code), std::move(message), span, {}, std::move(hint)});
}

void Diagnostics::notice(std::string code, std::string message, SourceSpan span, std::string hint) {
  add({Severity::notice, std::move(code), std::move(message), span, {}, std::move(hint)});
}

bool Diagnostics::has_errors() const {
  return std::any_of(list_.begin(), list_.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void Diagnostics::sort() {
  const auto key = [](const Diagnostic& d) { return std::tie(d.span, d.code, d.message); };
  std::stable_sort(list_.begin(), list_.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  const auto same = [&](const auto& a, const auto& b) { return key(a) == key(b); };
  list_.erase(std::unique(list_.begin(), list_.end(), same), list_.end());
}

}  // namespace tilstand
