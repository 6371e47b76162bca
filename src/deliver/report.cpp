// SPDX-License-Identifier: Apache-2.0
#include "deliver/report.hpp"

#include <array>

#include "base/json_text.hpp"
#include "registry/list.hpp"

namespace tilstand::deliver {
namespace {

using registry::State;

constexpr std::array<Standing, 5> standings = {Standing::delivered, Standing::awaits, Standing::uncertain, Standing::failed, Standing::unsent};
constexpr std::size_t short_digest = 12;

std::size_t count(const std::vector<Reserved>& all, Standing standing) {
  std::size_t found = 0;
  for (const Reserved& one : all) found += standing_of(one.delivery.state) == standing ? 1 : 0;
  return found;
}

std::string sums(const std::vector<Reserved>& all) {
  std::string text = std::to_string(all.size()) + " parcels";
  for (const Standing standing : standings)
    if (const std::size_t found = count(all, standing)) text += std::string(standing == standings[0] || text.ends_with("parcels") ? ": " : ", ") + std::to_string(found) + " " + name_of(standing);
  return text + "\n";
}

std::string members(const Reserved& one) {
  const registry::Delivery& delivery = one.delivery;
  const auto text = [](const char* key, const std::string& value) { return json_string(key) + ": " + json_string(value); };
  return text("recipient", one.recipient.id) + ", " + text("id", delivery.message_id) + ", " + text("channel", name_of(one.recipient.way)) + ", " + text("edition", one.recipient.edition) + ", \"copy\": " +
         std::to_string(delivery.copy_number) + ", \"copies\": " + std::to_string(delivery.copies) + ", \"attempts\": " + std::to_string(delivery.attempts) + ", " +
         text("standing", name_of(standing_of(delivery.state))) + ", " + text("state", name_of(delivery.state)) + ", " + text("since", delivery.recorded) + ", " + text("detail", delivery.detail);
}

std::string object(const std::vector<Reserved>& all, const std::vector<std::string>& lines) {
  std::string json = "{\n  \"format\": 1,\n  \"parcels\": [";
  for (std::size_t at = 0; at < lines.size(); ++at) json += std::string(at == 0 ? "" : ",") + "\n    { " + lines[at] + " }";
  json += std::string(lines.empty() ? "" : "\n  ") + "]";
  for (const Standing standing : standings) json += ",\n  " + json_string(name_of(standing)) + ": " + std::to_string(count(all, standing));
  return json + "\n}\n";
}

std::vector<Reserved> reserved_of(const std::vector<Item>& plan) {
  std::vector<Reserved> all;
  for (const Item& item : plan) all.push_back(item.reserved);
  return all;
}

}  // namespace

Standing standing_of(State state) {
  switch (state) {
    case State::intended: return Standing::unsent;
    case State::sent: return Standing::awaits;
    case State::delivered: return Standing::delivered;
    case State::begun:
    case State::uncertain: return Standing::uncertain;
    case State::refused:
    case State::failed:
    case State::bounced: break;
  }
  return Standing::failed;
}

const char* name_of(Standing standing) {
  switch (standing) {
    case Standing::unsent: return "unsent";
    case Standing::delivered: return "delivered";
    case Standing::awaits: return "awaits";
    case Standing::uncertain: return "uncertain";
    case Standing::failed: break;
  }
  return "failed";
}

std::string to_text(const std::vector<Reserved>& all) {
  std::vector<std::vector<std::string>> lines = {{"recipient", "channel", "copy", "attempts", "standing", "since", "id", "detail"}};
  for (const Reserved& one : all) {
    const registry::Delivery& delivery = one.delivery;
    lines.push_back({one.recipient.id, name_of(one.recipient.way), std::to_string(delivery.copy_number), std::to_string(delivery.attempts), name_of(standing_of(delivery.state)), delivery.recorded,
                     delivery.message_id, delivery.detail});
  }
  return registry::aligned(lines, {2, 3}) + sums(all);
}

std::string to_json(const std::vector<Reserved>& all) {
  std::vector<std::string> lines;
  for (const Reserved& one : all) lines.push_back(members(one));
  return object(all, lines);
}

std::string to_text(const std::vector<Item>& plan) {
  std::vector<std::vector<std::string>> lines = {{"recipient", "channel", "edition", "copy", "standing", "id", "file", "sha256"}};
  for (const Item& item : plan) {
    const Reserved& one = item.reserved;
    for (const channel::Attachment& file : item.parcel.attachments)
      lines.push_back({one.recipient.id, name_of(one.recipient.way), one.recipient.edition, std::to_string(one.delivery.copy_number), name_of(standing_of(one.delivery.state)), one.delivery.message_id,
                       file.name, file.sha256.substr(0, short_digest)});
  }
  return registry::aligned(lines, {3}) + sums(reserved_of(plan));
}

std::string to_json(const std::vector<Item>& plan) {
  std::vector<std::string> lines;
  for (const Item& item : plan) {
    std::string files;
    for (const channel::Attachment& file : item.parcel.attachments)
      files += (files.empty() ? "" : ", ") + std::string("{ \"name\": ") + json_string(file.name) + ", \"sha256\": " + json_string(file.sha256) + " }";
    lines.push_back(members(item.reserved) + ", \"files\": [" + files + "]");
  }
  return object(reserved_of(plan), lines);
}

}  // namespace tilstand::deliver
