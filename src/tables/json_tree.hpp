// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "tables/json_events.hpp"

namespace tilstand::tables {

/// A JSON value that is kept, with its places.
struct JsonNode {
  JsonEvent::Kind kind = JsonEvent::Kind::null;
  std::string text{};
  Cell name{};                    ///< of a member of an object
  Position begin{}, end{};
  std::vector<JsonNode> items{};  ///< members or elements
  bool skipped = false;           ///< its content was passed over

  const JsonNode* find(std::string_view member) const;  ///< null when this is no object or has none
  bool is_object() const { return kind == JsonEvent::Kind::begin_object; }
  bool is_array() const { return kind == JsonEvent::Kind::begin_array; }
  bool is_text() const { return kind == JsonEvent::Kind::text; }
};

/// Keeps what describes the datasets of a JSON-stat document and passes over their cells ("value", "status") and "extension".
/// Reports names that stand twice in an object (data.duplicate-member).
class JsonStatTree {
 public:
  JsonStatTree(FileId file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  /// False when there is more than can be a description.
  bool take(const JsonEvent& event);
  const JsonNode& root() const { return root_; }

 private:
  bool add(JsonNode node);
  bool close(Position end);
  bool is_bulk(std::string_view name) const;

  FileId file_;
  Diagnostics& diagnostics_;
  JsonNode root_{};
  std::vector<JsonNode> open_{};
  std::vector<std::set<std::string>> names_{};  ///< of the open objects
  Cell name_{};
  std::size_t skipping_ = 0;                    ///< levels of what is passed over
  std::size_t dimension_ = 0;                   ///< level of the "dimension" that is open; 0: none
  std::size_t count_ = 0;
};

}  // namespace tilstand::tables
