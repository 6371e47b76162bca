// SPDX-License-Identifier: Apache-2.0
#include "pdf/colour_space.hpp"

#include <algorithm>
#include <array>

namespace tilstand::pdf {
namespace {

constexpr std::array<const char*, 4> process = {"Cyan", "Magenta", "Yellow", "Black"};

std::string bare(QPDFObjectHandle name) { return name.isName() ? name.getName().substr(1) : std::string("unknown"); }

/// The colourants behind "Separation " or "DeviceN ", divided by " + ".
std::vector<std::string> colourants(const std::string& name) {
  std::vector<std::string> found;
  const std::size_t space = name.find(' ');
  if (!name.starts_with("Separation ") && !name.starts_with("DeviceN ")) return found;
  for (std::size_t begin = space + 1; begin <= name.size();) {
    const std::size_t end = std::min(name.find(" + ", begin), name.size());
    found.push_back(name.substr(begin, end - begin));
    begin = end + 3;
  }
  return found;
}

void add_one(const std::string& ink, std::set<std::string>& inks) {
  if (ink == "All") inks.insert(process.begin(), process.end());
  else if (ink != "None") inks.insert(ink);
}

}  // namespace

std::string space_name(QPDFObjectHandle space) {
  if (space.isName()) {
    const std::string name = bare(space);
    if (name == "G") return "DeviceGray";
    if (name == "RGB") return "DeviceRGB";
    return name == "CMYK" ? "DeviceCMYK" : name;
  }
  if (!space.isArray() || space.getArrayNItems() == 0) return "unknown";
  const std::string family = bare(space.getArrayItem(0));
  if (space.getArrayNItems() < 2) return family;
  QPDFObjectHandle second = space.getArrayItem(1);
  if (family == "ICCBased" && second.isStream()) {
    QPDFObjectHandle count = second.getDict().getKey("/N");
    return "ICCBased " + std::to_string(count.isInteger() ? count.getIntValueAsInt() : 0);
  }
  if (family == "Indexed" || family == "I") return space_name(second);
  if (family == "Separation") return "Separation " + bare(second);
  std::string name = family;
  for (int at = 0; family == "DeviceN" && second.isArray() && at < second.getArrayNItems(); ++at) name += (at == 0 ? " " : " + ") + bare(second.getArrayItem(at));
  return name;
}

int component_count(const std::string& name) {
  if (name == "DeviceGray" || name == "CalGray" || name == "ICCBased 1") return 1;
  if (name == "DeviceRGB" || name == "CalRGB" || name == "Lab" || name == "ICCBased 3") return 3;
  if (name == "DeviceCMYK" || name == "ICCBased 4") return 4;
  return static_cast<int>(colourants(name).size());
}

void add_inks(const std::string& name, const std::vector<double>& components, std::set<std::string>& inks) {
  const std::vector<std::string> spots = colourants(name);
  const bool is_process = component_count(name) == 4 && spots.empty();
  for (std::size_t at = 0; at < components.size(); ++at) {
    if (components[at] <= 0) continue;
    if (is_process && at < process.size()) inks.insert(process[at]);
    else if (at < spots.size()) add_one(spots[at], inks);
  }
  if (is_process || !spots.empty()) return;
  if (component_count(name) == 1 && !components.empty()) {
    if (components[0] < 1) inks.insert("Black");
  } else {
    inks.insert(name);
  }
}

void add_all_inks(const std::string& name, std::set<std::string>& inks) {
  const int count = component_count(name);
  add_inks(name, std::vector<double>(static_cast<std::size_t>(count), count == 1 && colourants(name).empty() ? 0.0 : 1.0), inks);
}

}  // namespace tilstand::pdf
