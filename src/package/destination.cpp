// SPDX-License-Identifier: Apache-2.0
#include "package/destination.hpp"

#include "base/number_text.hpp"
#include "package/tag_entries.hpp"

namespace tilstand::package {
namespace {

/// A URI in the seven bits that the action allows (ISO 32000-1, 12.6.4.7).
std::string as_ascii(const std::string& uri) {
  constexpr char hex[] = "0123456789ABCDEF";
  std::string ascii;
  for (const char c : uri) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && byte < 0x7F) {
      ascii += c;
    } else {
      ascii += {'%', hex[byte >> 4], hex[byte & 15]};
    }
  }
  return ascii;
}

}  // namespace

std::string view_of(Point at, Length height) { return "/XYZ " + in_points(at.x) + " " + in_points(height - at.y) + " null"; }

LeadTo by_destination(const haru::Sink& sink) {
  return [&sink](std::uint32_t page, Point at, Length height, NodeId) { return "/Dest[" + haru::reference(sink.page(page)) + view_of(at, height) + "]"; };
}

void write_outline(haru::Sink& sink, const std::vector<scene::OutlineEntry>& entries, Length height, const LeadTo& lead_to) {
  struct Above {
    int level, item;
  };
  std::vector<Above> path;
  for (const scene::OutlineEntry& entry : entries) {
    while (!path.empty() && path.back().level >= entry.level) path.pop_back();
    const int parent = path.empty() ? -1 : path.back().item;
    const int item = sink.add_outline_item(
        parent, "/Title" + haru::text_string(entry.title) + lead_to(entry.page, entry.at, height, entry.target));
    if (item < 0) return;
    path.push_back({entry.level, item});
  }
}

std::string link_entries(const scene::Link& link, Length height, std::uint32_t key, const LeadTo& lead_to) {
  std::string entries = "/Rect" + box_array(link.area, height) + "/Border[0 0 0]/F 4/StructParent ";
  haru::append_integer(entries, key);
  entries += "/Contents" + haru::text_string(link.contents);
  if (link.uri.empty()) return entries += lead_to(link.page, link.at, height, link.target);
  return entries += "/A<</S/URI/URI" + haru::byte_string(as_ascii(link.uri)) + ">>";
}

}  // namespace tilstand::package
