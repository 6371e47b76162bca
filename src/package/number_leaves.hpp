// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "haru/sink.hpp"

namespace tilstand::package {

/// The leaves of a number tree (ISO 32000-1, 7.9.7), written as they fill.
class NumberLeaves {
 public:
  /// `sink` must outlive it.
  explicit NumberLeaves(haru::Sink& sink) : sink_(sink) {}

  /// Adds an entry; keys rise one by one.
  void add(std::uint32_t key, haru::ObjectNumber value);
  /// References to all leaves, the last one written now.
  std::string finish();

 private:
  void flush();

  static constexpr std::uint32_t most_in_leaf = 64;
  haru::Sink& sink_;
  std::string numbers_, kids_;
  std::uint32_t first_ = 0, count_ = 0;
};

}  // namespace tilstand::package
