// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "haru/sink.hpp"
#include "scene/page.hpp"

namespace tilstand::package {

/// A place in the document's content: the page, then the mark on it.
using MarkPlace = std::uint64_t;
inline constexpr MarkPlace no_place = ~MarkPlace{0};
constexpr MarkPlace place_of(std::uint32_t page, std::uint32_t mark) { return MarkPlace{page} << 32 | mark; }
constexpr std::uint32_t page_of(MarkPlace place) { return static_cast<std::uint32_t>(place >> 32); }
constexpr std::uint32_t mark_of(MarkPlace place) { return static_cast<std::uint32_t>(place); }

/// A kid of a structure element.
struct TagKid {
  enum class Kind : std::uint8_t { element, mark, annotation } kind = Kind::mark;
  std::uint64_t order = 0;           ///< of an element, among its siblings
  MarkPlace first = no_place;        ///< of a mark; of the first mark below an element; the page of an annotation
  haru::ObjectNumber number = 0;     ///< of an element or annotation
  scene::TagId tag{};                ///< of an element
};

/// Kids in reading order: elements by `order`, marks by page and number, each mark before the elements whose content
/// comes later; annotations last.
std::vector<TagKid> in_reading_order(std::vector<TagKid> kids);

/// The K entry of an element whose Pg is `page`; empty without kids.
std::string kids_entry(const std::vector<TagKid>& kids, std::uint32_t page, const haru::Sink& sink);

}  // namespace tilstand::package
