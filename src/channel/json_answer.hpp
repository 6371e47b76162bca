// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tilstand::channel {

/// The scalars of a JSON document that a server sent, each with its JSON pointer (RFC 6901), in the order of the document. What
/// can't be read as JSON has none.
class JsonAnswer {
 public:
  explicit JsonAnswer(const std::string& body);

  /// Whether it could be read as JSON to its end.
  bool whole() const { return whole_; }
  /// The value at a pointer as text; empty when there is none.
  std::string at(std::string_view pointer) const;
  /// How many elements of the array at `pointer` have scalars in them: those are numbered from 0 without gaps.
  std::size_t count(std::string_view pointer) const;

 private:
  std::vector<std::pair<std::string, std::string>> values_{};
  bool whole_ = false;
};

}  // namespace tilstand::channel
