// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tables/text_stream.hpp"

namespace tilstand::tables {

/// One step through a JSON document.
struct JsonEvent {
  enum class Kind { begin_object, end_object, begin_array, end_array, name, text, number, boolean, null };
  Kind kind = Kind::null;
  std::string_view text{};  ///< of a name or text, escapes resolved; a number as written; true, false
  Position begin{}, end{};  ///< of the characters inside the quotes, or of the bracket

  bool is_begin() const { return kind == Kind::begin_object || kind == Kind::begin_array; }
  bool is_end() const { return kind == Kind::end_object || kind == Kind::end_array; }
  bool is_value() const { return kind != Kind::name && !is_begin() && !is_end(); }
  /// A scalar as a table's cell.
  Cell cell() const { return {std::string(text), begin, end, kind == Kind::null}; }
};

/// Steps through a JSON document (RFC 8259) without keeping it. `take` answers false to stop. Reports data.json-syntax: what is no JSON,
/// values nested more than 100 deep, a name, text or number of more than 16 million characters; then it ends. NaN and Infinity are
/// given out as numbers, so that their reader can say where they stand. False when the document was not read to its end.
bool read_json_events(TextStream& text, Diagnostics& diagnostics, const std::function<bool(const JsonEvent&)>& take);

/// The parts of a JSON pointer (RFC 6901) with ~0 and ~1 resolved; "" has none.
std::vector<std::string> pointer_parts(std::string_view pointer);
/// A part as it is written in a pointer, with the slash before it.
std::string pointer_part(std::string_view name);

/// Follows how deep the events of a document stand below one of its values.
class JsonPath {
 public:
  /// `target` leads to the value; no parts: the document.
  explicit JsonPath(std::vector<std::string> target) : target_(std::move(target)) {}

  /// Takes the next event, before it is used.
  void pass(const JsonEvent& event);
  /// Levels between the target and the event that was passed: 0 for the target itself and its end, 1 for its members; -1 elsewhere.
  int below() const { return below_; }
  /// Whether the target was met.
  bool met() const { return met_; }

 private:
  struct Level {
    bool array = false;
    std::size_t next = 0;  ///< index of an array's next element
  };
  bool leads_on();

  std::vector<std::string> target_;
  std::vector<Level> levels_{};
  std::size_t matched_ = 0;    ///< so many levels lead to the target
  bool name_fits_ = false;     ///< of the object that matched last
  int below_ = -1;
  bool inside_ = false, met_ = false;
};

}  // namespace tilstand::tables
