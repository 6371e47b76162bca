// SPDX-License-Identifier: Apache-2.0
#include "definition/theme.hpp"

#include <algorithm>

namespace tilstand::definition {
namespace {

template <class Named>
const Named* find(const std::vector<Named>& list, const std::string& name) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const Named& one) { return one.name == name; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

const Style* Theme::style(const std::string& name) const { return find(styles, name); }
const Rule* Theme::rule(const std::string& name) const { return find(rules, name); }
const TableStyle* Theme::table_style(const std::string& name) const { return find(table_styles, name.empty() ? "plain" : name); }
const Master* Theme::master(const std::string& name) const { return find(masters, name); }
const PanelStyle* Theme::panel(const std::string& name) const { return find(panels, name); }

std::optional<Ink> Theme::ink(const std::string& role) const {
  const Colour* colour = find(palette, role);
  if (colour == nullptr) return std::nullopt;
  return Ink{static_cast<std::uint16_t>(colour - palette.data())};
}

Ink Theme::on_reversed(Ink ink_in) const {
  if (ink_in.role >= palette.size() || palette[ink_in.role].reversed.empty()) return ink_in;
  const std::optional<Ink> other = ink(palette[ink_in.role].reversed);
  return other ? Ink{other->role, ink_in.permille} : ink_in;
}

void Theme::use(Variant wanted) {
  variant = wanted;
  if (wanted == Variant::screen) return;
  for (Colour& colour : palette)
    if (colour.print) colour.red = *colour.print >> 16 & 0xFF, colour.green = *colour.print >> 8 & 0xFF, colour.blue = *colour.print & 0xFF;
}

}  // namespace tilstand::definition
