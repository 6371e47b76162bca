// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tilstand::text {

/// Liang's hyphenation (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983) by libhyphen.
class Hyphenator {
 public:
  /// `file` holds patterns in libhyphen's format; it is opened when the first word comes. A file that can't be read gives no points.
  explicit Hyphenator(std::string file);
  ~Hyphenator();
  Hyphenator(Hyphenator&&) noexcept;

  /// Byte offsets inside `word` (letters only) where it may be divided, ascending: at least `letters` letters before and after.
  std::vector<std::uint32_t> points(std::string_view word, int letters = 3);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tilstand::text
