// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "haru/sink.hpp"
#include "scene/page.hpp"

namespace tilstand::package {

/// The entry by which an annotation or an outline item leads to a place of the document: Dest or A.
using LeadTo = std::function<std::string(std::uint32_t page, Point at, Length height, NodeId target)>;

/// "/XYZ x y null": the upper left corner of the window is put on `at` of a page of height `height` (ISO 32000-1, table 151).
std::string view_of(Point at, Length height);

/// "/Dest[page /XYZ …]": the way of PDF up to 1.7.
LeadTo by_destination(const haru::Sink& sink);

/// Writes the outline, nested by level; `height` is that of the pages.
void write_outline(haru::Sink& sink, const std::vector<scene::OutlineEntry>& entries, Length height, const LeadTo& lead_to);

/// The entries of a link annotation that finds its element by `key`.
std::string link_entries(const scene::Link& link, Length height, std::uint32_t key, const LeadTo& lead_to);

}  // namespace tilstand::package
