// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

namespace tilstand {

/// An index into the table that owns things of kind `Tag`; `none()` points at nothing.
template <class Tag>
struct Id {
  std::uint32_t value = 0xFFFFFFFF;

  static constexpr Id none() { return {}; }
  constexpr explicit operator bool() const { return value != 0xFFFFFFFF; }
  constexpr auto operator<=>(const Id&) const = default;
};

/// A node of the content tree; everything that is drawn can be followed back to one.
using NodeId = Id<struct NodeTag>;
/// A figure (a number with unit, year and source) of the data; rides on text clusters.
using FigureId = Id<struct FigureTag>;
/// A face of the font library.
using FaceId = Id<struct FaceTag>;
/// A picture that the report shows.
using PictureId = Id<struct PictureTag>;
/// A source file that has been read.
using FileId = Id<struct FileTag>;

}  // namespace tilstand
