// SPDX-License-Identifier: Apache-2.0
#include "definition/read_inks.hpp"

#include <algorithm>
#include <map>

namespace tilstand::definition {
namespace {

/// Names that mean something else on a press (ISO 32000-1, 8.6.6.4), and those of the four inks.
constexpr std::string_view taken[] = {"All", "None", "Cyan", "Magenta", "Yellow", "Black"};

bool is_plain(const std::string& name) {
  return std::all_of(name.begin(), name.end(), [](unsigned char c) { return c >= ' ' && c < 0x7F; }) && name.front() != ' ' && name.back() != ' ';
}

std::optional<std::array<int, 4>> inks_of(const Toml& value) {
  const auto* list = std::get_if<Toml::Array>(&value.value);
  std::array<int, 4> inks{};
  if (list == nullptr || list->size() != inks.size()) return std::nullopt;
  for (std::size_t i = 0; i < inks.size(); ++i) {
    const auto* share = std::get_if<std::int64_t>(&(*list)[i].value);
    if (share == nullptr || *share < 0 || *share > 100) return std::nullopt;
    inks[i] = static_cast<int>(*share);
  }
  return inks;
}

}  // namespace

void read_inks(KeyReader& keys, Colour& colour) {
  if (const Toml* value = keys.member("cmyk")) {
    colour.inks = inks_of(*value);
    if (!colour.inks) keys.error("cmyk", "definition.unknown-value", "expected four whole numbers from 0 to 100", "cyan, magenta, yellow and black, as cmyk = [100, 60, 20, 30]");
  }
  if (!keys.string("spot", colour.spot)) return;
  const bool clashes = std::find(std::begin(taken), std::end(taken), colour.spot) != std::end(taken);
  if (colour.spot.empty() || clashes || !is_plain(colour.spot))
    keys.error("spot", "definition.bad-spot", "\"" + colour.spot + "\" can't be the name of a spot ink", "give the ink's name in its maker's list, in ASCII");
  if (!colour.inks) keys.error("spot", "definition.bad-spot", "the spot ink has no stand-in", "add cmyk = [c, m, y, k] for where the ink is not printed");
}

void check_spots(const Theme& theme, Diagnostics& diagnostics) {
  std::map<std::string, const Colour*> known;
  for (const Colour& colour : theme.palette) {
    if (colour.spot.empty()) continue;
    const auto [found, added] = known.emplace(colour.spot, &colour);
    if (!added && found->second->inks != colour.inks)
      diagnostics.error("definition.bad-spot", "the spot ink \"" + colour.spot + "\" of \"" + colour.name + "\" has another stand-in than that of \"" + found->second->name + "\"",
                        colour.span, "one ink has one `cmyk`");
  }
}

}  // namespace tilstand::definition
