// SPDX-License-Identifier: Apache-2.0
#include "channel/json_answer.hpp"

#include <algorithm>

#include "tables/json_events.hpp"

namespace tilstand::channel {
namespace {

using tables::JsonEvent;

/// Where the events of a document stand.
class Place {
 public:
  /// Takes an event; whether it is a scalar, whose pointer is then `pointer`.
  bool pass(const JsonEvent& event) {
    if (event.kind == JsonEvent::Kind::name) return name_ = tables::pointer_part(event.text), false;
    if (event.is_end()) return close(), false;
    pointer = parent() + part();
    if (event.is_begin()) levels_.push_back({pointer, event.kind == JsonEvent::Kind::begin_array, 0});
    return event.is_value();
  }

  std::string pointer{};

 private:
  struct Level {
    std::string pointer;
    bool array = false;
    std::size_t next = 0;
  };
  std::string parent() const { return levels_.empty() ? "" : levels_.back().pointer; }
  std::string part() {
    if (levels_.empty()) return "";
    return levels_.back().array ? "/" + std::to_string(levels_.back().next++) : name_;
  }
  void close() {
    if (!levels_.empty()) levels_.pop_back();
  }

  std::vector<Level> levels_{};
  std::string name_{};
};

}  // namespace

JsonAnswer::JsonAnswer(const std::string& body) {
  Sources sources;
  Diagnostics ignored;
  tables::TextStream text(sources.add("answer", body), tables::Encoding::utf8, sources, ignored);
  Place place;
  whole_ = tables::read_json_events(text, ignored, [&](const JsonEvent& event) {
    if (place.pass(event) && event.kind != JsonEvent::Kind::null) values_.emplace_back(place.pointer, event.text);
    return true;
  });
  if (!whole_) values_.clear();
}

std::string JsonAnswer::at(std::string_view pointer) const {
  const auto found = std::find_if(values_.begin(), values_.end(), [&](const auto& value) { return value.first == pointer; });
  return found == values_.end() ? std::string() : found->second;
}

std::size_t JsonAnswer::count(std::string_view pointer) const {
  std::size_t number = 0;
  const auto has = [&](std::size_t element) {
    const std::string prefix = std::string(pointer) + "/" + std::to_string(element);
    return std::any_of(values_.begin(), values_.end(), [&](const auto& value) { return value.first == prefix || value.first.starts_with(prefix + "/"); });
  };
  while (has(number)) ++number;
  return number;
}

}  // namespace tilstand::channel
