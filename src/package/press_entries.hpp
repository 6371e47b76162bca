// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "colour/palette.hpp"
#include "package/writer.hpp"

namespace tilstand::package {

/// MediaBox and TrimBox of a page, and BleedBox when it is for a press, else ArtBox when it is asked for (ISO 32000-1, 14.11.2).
std::string boxes(const scene::Page& page, const Writer::Options& options);

/// Entries of the resource dictionary: the overprint states, and the spaces of the spot inks that pages use.
std::string press_resources(const colour::Palette& palette, const std::set<std::uint16_t>& spots);

/// The output intent with its profile (ISO 32000-1, 14.11.5; ISO 15930-7); its number.
haru::ObjectNumber write_press_intent(haru::Sink& sink, const PressFile& press);

}  // namespace tilstand::package
