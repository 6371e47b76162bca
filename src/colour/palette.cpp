// SPDX-License-Identifier: Apache-2.0
#include "colour/palette.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>

#include "base/ensure.hpp"
#include "base/number_text.hpp"
#include "colour/lcms_handle.hpp"

namespace tilstand::colour {
namespace {

// WCAG 2.1, 1.4.3
constexpr double text_minimum = 4.5, large_minimum = 3;
constexpr Length large{18 * Length::per_pt}, large_bold{14 * Length::per_pt};
constexpr int bold = 700;

constexpr std::size_t date_offset = 24, date_size = 12;  // ICC.1:2010, 7.2.8
constexpr std::size_t id_offset = 84, id_size = 16;      // ICC.1:2010, 7.2.18

Rgb on_screen(const definition::Colour& colour) {
  return {colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0};
}

double share_of(Ink ink) { return std::min<int>(ink.permille, 1000) / 1000.0; }

double linear(double channel) { return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); }

double luminance(Rgb colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

/// What a style may stand on.
struct Ground {
  std::string name;
  Ink ink;
  bool reversed = false;
};

/// Panels and stripes stand on paper; on a dark ground too where the flow runs on one.
void add_grounds_on(const definition::Theme& theme, bool reversed, const std::string& where, std::vector<Ground>& all) {
  const auto add = [&](const std::string& name, Ink ink) { all.push_back({name + where, reversed ? theme.on_reversed(ink) : ink, reversed}); };
  for (const definition::PanelStyle& panel : theme.panels)
    if (panel.ground) add("the ground of panel \"" + panel.name + "\"", *panel.ground);
  for (const definition::TableStyle& table : theme.table_styles)
    if (table.zebra) add("the stripes of table style \"" + table.name + "\"", *table.zebra);
}

std::vector<Ground> grounds(const definition::Theme& theme, Ink paper) {
  std::vector<Ground> all{{"paper", paper, false}};
  add_grounds_on(theme, false, {}, all);
  for (const definition::Master& master : theme.masters) {
    if (!master.ground) continue;
    all.push_back({"the ground of master \"" + master.name + "\"", *master.ground, master.reversed});
    const bool flows = std::any_of(master.frames.begin(), master.frames.end(), [](const definition::Frame& frame) { return frame.flow; });
    if (master.reversed && flows) add_grounds_on(theme, true, " on master \"" + master.name + "\"", all);
  }
  return all;
}

double least_contrast(const definition::Style& style) {
  return style.size >= large || (style.size >= large_bold && style.weight >= bold) ? large_minimum : text_minimum;
}

}  // namespace

Palette::Palette(const definition::Theme& theme) {
  for (const definition::Colour& colour : theme.palette) roles_.push_back(on_screen(colour));
  theme_roles_ = static_cast<std::uint16_t>(roles_.size());
}

Palette::Palette(const definition::Theme& theme, const PressProfile& press) : Palette(theme) {
  for (const definition::Colour& colour : theme.palette) {
    Inks inks = press.inks(on_screen(colour));
    if (colour.inks)
      for (std::size_t i = 0; i < inks.size(); ++i) inks[i] = (*colour.inks)[i] / 100.0;
    inks_.push_back(inks);
    spot_of_.emplace_back();
    if (colour.spot.empty()) continue;
    const auto known = std::find_if(spots_.begin(), spots_.end(), [&](const Spot& spot) { return spot.name == colour.spot; });
    spot_of_.back() = static_cast<std::uint16_t>(known - spots_.begin());
    if (known == spots_.end()) spots_.push_back({colour.spot, inks});
  }
  add_mark_roles();
}

void Palette::add_mark_roles() {
  constexpr Rgb screen[] = {{0, 0, 0}, {0, 0.62, 0.89}, {0.9, 0, 0.49}, {1, 0.93, 0}, {0.11, 0.11, 0.11}};
  roles_.insert(roles_.end(), std::begin(screen), std::end(screen));
  spots_.push_back({"All", {1, 1, 1, 1}});  // ISO 32000-1, 8.6.6.4
  inks_.push_back({1, 1, 1, 1});
  spot_of_.emplace_back(static_cast<std::uint16_t>(spots_.size() - 1));
  for (std::size_t ink = 0; ink < 4; ++ink) {
    inks_.emplace_back()[ink] = 1;
    spot_of_.emplace_back();
  }
}

Inks Palette::inks(Ink ink) const {
  ensure(ink.role < inks_.size());
  Inks tinted = inks_[ink.role];
  for (double& share : tinted) share *= share_of(ink);
  return tinted;
}

Device Palette::device(Ink ink) const {
  if (for_press() && spot_of_.at(ink.role)) return {Device::Space::spot, {share_of(ink)}, *spot_of_[ink.role]};
  if (for_press()) return {Device::Space::cmyk, inks(ink), 0};
  const Rgb screen = rgb(ink);
  return {Device::Space::rgb, {screen.red, screen.green, screen.blue}, 0};
}

Rgb Palette::rgb(Ink ink) const {
  ensure(ink.role < roles_.size() || roles_.empty());
  if (roles_.empty()) return {};
  const Rgb full = roles_[ink.role];
  const double share = share_of(ink);
  const auto tinted = [share](double channel) { return 1 - share * (1 - channel); };
  return {tinted(full.red), tinted(full.green), tinted(full.blue)};
}

double contrast(Rgb a, Rgb b) {
  const double first = luminance(a), second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

std::string srgb_profile() {
  const Profile profile(cmsCreate_sRGBProfile());
  ensure(profile != nullptr);
  cmsUInt32Number size = 0;
  ensure(cmsSaveProfileToMem(profile.get(), nullptr, &size));
  std::string bytes(size, '\0');
  ensure(cmsSaveProfileToMem(profile.get(), bytes.data(), &size));
  bytes.replace(date_offset, date_size, date_size, '\0');
  bytes.replace(id_offset, id_size, id_size, '\0');
  return bytes;
}

void check_contrast(const definition::Theme& theme, Diagnostics& diagnostics) {
  const std::optional<Ink> paper = theme.ink("paper");
  if (!paper) return;  // the theme's reader has reported it
  const Palette palette(theme);
  const std::vector<Ground> all = grounds(theme, *paper);
  for (const definition::Style& style : theme.styles) {
    if (style.ink.role >= theme.palette.size() || style.ink.role == paper->role) continue;  // knocked out of a filled shape
    for (const Ground& ground : all) {
      if (ground.ink.role >= theme.palette.size()) continue;
      const Ink ink = ground.reversed ? theme.on_reversed(style.ink) : style.ink;
      const double ratio = contrast(palette.rgb(ink), palette.rgb(ground.ink));
      const double least = least_contrast(style);
      if (ratio >= least) continue;
      diagnostics.warning("colour.low-contrast",
                          "style \"" + style.name + "\" has a contrast of " + decimal(ratio, 2) + ":1 on " + ground.name +
                              "; text of its size needs " + decimal(least, 1) + ":1",
                          style.span, "take a darker role, or give the role a `reversed` one for dark grounds");
    }
  }
}

}  // namespace tilstand::colour
