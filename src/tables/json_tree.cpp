// SPDX-License-Identifier: Apache-2.0
#include "tables/json_tree.hpp"

#include <algorithm>

#include "tables/check_cell.hpp"

namespace tilstand::tables {
namespace {

constexpr std::size_t most_nodes = 1'000'000;

}  // namespace

const JsonNode* JsonNode::find(std::string_view member) const {
  if (!is_object()) return nullptr;
  const auto found = std::find_if(items.begin(), items.end(), [&](const JsonNode& item) { return item.name.text == member; });
  return found == items.end() ? nullptr : &*found;
}

bool JsonStatTree::is_bulk(std::string_view name) const {
  return dimension_ == 0 && !open_.empty() && open_.back().is_object() && (name == "value" || name == "status" || name == "extension");
}

bool JsonStatTree::take(const JsonEvent& event) {
  if (skipping_ > 0) {
    skipping_ += event.is_begin() ? 1 : 0;
    skipping_ -= event.is_end() ? 1 : 0;
    return true;
  }
  if (event.kind == JsonEvent::Kind::name) {
    name_ = event.cell();
    if (!names_.back().insert(name_.text).second)
      diagnostics_.error("data.duplicate-member", "the name " + shown(name_.text) + " stands twice in this object", span_of(file_, name_));
    return true;
  }
  if (event.is_end()) return close(event.end);
  JsonNode node{event.kind, std::string(event.text), name_, event.begin, event.end, {}, false};
  node.skipped = is_bulk(name_.text);
  if (event.is_begin() && node.skipped) skipping_ = 1;
  if (event.is_begin() && !node.skipped) {
    open_.push_back(std::move(node));
    names_.emplace_back();
    if (dimension_ == 0 && name_.text == "dimension") dimension_ = open_.size();
    name_ = {};
    return true;
  }
  return add(std::move(node));
}

bool JsonStatTree::close(Position end) {
  JsonNode node = std::move(open_.back());
  node.end = end;
  if (dimension_ == open_.size()) dimension_ = 0;
  open_.pop_back();
  names_.pop_back();
  return add(std::move(node));
}

bool JsonStatTree::add(JsonNode node) {
  const Position begin = node.begin;
  if (open_.empty()) root_ = std::move(node);
  else open_.back().items.push_back(std::move(node));
  if (!open_.empty() && open_.back().is_array()) name_ = {};
  if (++count_ <= most_nodes) return true;
  diagnostics_.error("data.json-stat", "the description of the data is longer than a million names and numbers", {file_, begin, {begin.line, begin.column + 1}});
  return false;
}

}  // namespace tilstand::tables
