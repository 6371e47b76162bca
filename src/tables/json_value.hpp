// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tilstand::tables {

/// A JSON value (RFC 8259) with its place in the text. A number keeps its spelling, so that nothing is rounded.
struct Json {
  struct Member;
  struct Number {
    std::string text;
  };
  using Array = std::vector<Json>;
  using Object = std::vector<Member>;

  std::variant<std::monostate, bool, Number, std::string, Array, Object> value;  ///< monostate: null
  std::size_t begin = 0, end = 0;  ///< bytes of the text

  /// The object's member of this name; null when there is none or this is no object.
  const Json* member(std::string_view key) const;
  /// Null when this is something else.
  const std::string* string() const { return std::get_if<std::string>(&value); }
  const Array* array() const { return std::get_if<Array>(&value); }
  const Object* object() const { return std::get_if<Object>(&value); }
  /// A number that is a whole one of at most fifteen digits.
  std::optional<long long> integer() const;
};

struct Json::Member {
  std::string key;
  Json value;
  std::size_t key_begin = 0;
};

/// Why a text is no JSON, and the byte where it stops being it.
struct JsonFault {
  std::string message;
  std::size_t at = 0;
};

/// Reads one JSON value that fills the text. Members of an object may not repeat; values nest at most 100 deep. Nothing
/// when the text is something else, which `fault` tells.
std::optional<Json> read_json(std::string_view text, JsonFault& fault);

}  // namespace tilstand::tables
