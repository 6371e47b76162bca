// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "haru/sink.hpp"
#include "scene/page.hpp"

namespace tilstand::package {

/// Writes the outline, nested by level; `height` is that of the pages.
void write_outline(haru::Sink& sink, const std::vector<scene::OutlineEntry>& entries, Length height);

/// The entries of a link annotation that finds its element by `key`.
std::string link_entries(const haru::Sink& sink, const scene::Link& link, Length height, std::uint32_t key);

}  // namespace tilstand::package
