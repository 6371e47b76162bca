// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/ensure.hpp"

namespace tilstand {

/// A value, or why there is none: a list of diagnostics that is never empty.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Diagnostic failure) : state_(std::vector<Diagnostic>{std::move(failure)}) {}
  Result(std::vector<Diagnostic> failures) : state_(std::move(failures)) { ensure(!this->failures().empty()); }

  explicit operator bool() const { return std::holds_alternative<T>(state_); }
  T& operator*() { return std::get<T>(state_); }
  const T& operator*() const { return std::get<T>(state_); }
  T* operator->() { return &std::get<T>(state_); }
  const T* operator->() const { return &std::get<T>(state_); }
  const std::vector<Diagnostic>& failures() const { return std::get<std::vector<Diagnostic>>(state_); }

 private:
  std::variant<T, std::vector<Diagnostic>> state_;
};

}  // namespace tilstand
