// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/length.hpp"

namespace tilstand {

/// A place on a page: from the top left corner of the trimmed page, x to the right, y down.
struct Point {
  Length x, y;
  constexpr bool operator==(const Point&) const = default;
};

constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
constexpr Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }

struct Size {
  Length width, height;
  constexpr bool operator==(const Size&) const = default;
};

/// An upright rectangle; `right` and `bottom` are derived, so it can't be inside out unless its size is negative.
struct Rect {
  Point origin;
  Size size;

  constexpr Length left() const { return origin.x; }
  constexpr Length top() const { return origin.y; }
  constexpr Length right() const { return origin.x + size.width; }
  constexpr Length bottom() const { return origin.y + size.height; }
  constexpr bool contains(const Rect& inner) const {
    return inner.left() >= left() && inner.right() <= right() && inner.top() >= top() && inner.bottom() <= bottom();
  }
  constexpr bool operator==(const Rect&) const = default;
};

/// The smallest rectangle that holds both.
/// Where a point of a sheet that lies on its side stands on the sheet of size `sheet`: the side's head is the sheet's left edge.
constexpr Point on_sheet(Point at, Size sheet) { return {at.y, sheet.height - at.x}; }
constexpr Rect on_sheet(const Rect& area, Size sheet) {
  return {{area.top(), sheet.height - area.right()}, {area.size.height, area.size.width}};
}

constexpr Rect united(const Rect& a, const Rect& b) {
  const Length left = min(a.left(), b.left()), top = min(a.top(), b.top());
  return {{left, top}, {max(a.right(), b.right()) - left, max(a.bottom(), b.bottom()) - top}};
}

}  // namespace tilstand
