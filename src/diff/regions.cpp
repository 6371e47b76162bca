// SPDX-License-Identifier: Apache-2.0
#include "diff/regions.hpp"

#include <algorithm>
#include <cstdlib>

namespace tilstand::diff {
namespace {

constexpr int cell = 8;             ///< pixels: what is compared as one
constexpr int air = 3;              ///< pixels between what differs and its frame
constexpr int least_difference = 48;  ///< of 255; less is what the edges of letters differ by when they stand elsewhere between pixels
constexpr std::size_t most_regions = 40;

/// A rectangle of cells, ends exclusive.
struct Box {
  int left, top, right, bottom;
  bool near(const Box& other, int reach) const {
    return left - reach < other.right && other.left - reach < right && top - reach < other.bottom && other.top - reach < bottom;
  }
  void join(const Box& other) { *this = {std::min(left, other.left), std::min(top, other.top), std::max(right, other.right), std::max(bottom, other.bottom)}; }
};

/// Looks at one picture through the other.
class Comparison {
 public:
  Comparison(const picture::Pixels& before, const picture::Pixels& after, int aside)
      : before_(before), after_(after), aside_(aside), columns_((width(after) + cell - 1) / cell), rows_((std::max(height(before), height(after)) + cell - 1) / cell) {}

  std::vector<Box> run() const {
    std::vector<Box> boxes;
    for (int y = 0; y < rows_; ++y) {
      for (int x = 0; x < columns_; ++x) {
        if (!differs(x, y)) continue;
        const int begin = x;
        while (x < columns_ && differs(x, y)) ++x;
        boxes.push_back({begin, y, x, y + 1});
      }
    }
    for (int reach = 3; ; reach *= 2) {  // in cells
      boxes = joined(std::move(boxes), reach);
      if (boxes.size() <= most_regions) return boxes;
    }
  }

 private:
  static int width(const picture::Pixels& one) { return static_cast<int>(one.width); }
  static int height(const picture::Pixels& one) { return static_cast<int>(one.height); }

  /// A sample; paper where there is no picture.
  static int sample(const picture::Pixels& one, int x, int y, int channel) {
    if (x < 0 || y < 0 || x >= width(one) || y >= height(one)) return 255;
    const std::size_t pixel = static_cast<std::size_t>(y) * one.width + static_cast<std::size_t>(x);
    return static_cast<unsigned char>(one.grey ? one.colour[pixel] : one.colour[pixel * 3 + static_cast<std::size_t>(channel)]);
  }
  bool differs(int column, int row) const {
    for (int y = row * cell; y < (row + 1) * cell; ++y)
      for (int x = column * cell; x < (column + 1) * cell; ++x)
        for (int channel = 0; channel < 3; ++channel)
          if (std::abs(sample(before_, x - aside_, y, channel) - sample(after_, x, y, channel)) > least_difference) return true;
    return false;
  }
  static std::vector<Box> joined(std::vector<Box> boxes, int reach) {
    for (bool again = true; again;) {
      again = false;
      std::vector<Box> kept;
      for (const Box& box : boxes) {
        const auto near = std::find_if(kept.begin(), kept.end(), [&](const Box& one) { return one.near(box, reach); });
        if (near == kept.end()) kept.push_back(box);
        else near->join(box), again = true;
      }
      boxes = std::move(kept);
    }
    return boxes;
  }

  const picture::Pixels &before_, &after_;
  int aside_, columns_, rows_;
};

/// In per mille of the picture, with some air round it, kept inside.
Region region(const Box& box, const picture::Pixels& picture, int aside) {
  const auto part = [](int pixels, std::uint32_t whole, bool up) {
    const int rounded = (pixels * 1000 + (up ? static_cast<int>(whole) - 1 : 0)) / static_cast<int>(whole);
    return std::clamp(rounded, 0, 1000);
  };
  const int left = part(box.left * cell - air + aside, picture.width, false), right = part(box.right * cell + air + aside, picture.width, true);
  const int top = part(box.top * cell - air, picture.height, false), bottom = part(box.bottom * cell + air, picture.height, true);
  return {left, top, right - left, bottom - top};
}

}  // namespace

std::pair<std::vector<Region>, std::vector<Region>> regions(const picture::Pixels& before, const picture::Pixels& after, int aside) {
  std::pair<std::vector<Region>, std::vector<Region>> found;
  if (before.width == 0 || before.height == 0 || after.width == 0 || after.height == 0) return found;
  for (const Box& box : Comparison(before, after, aside).run()) {
    found.first.push_back(region(box, before, -aside));
    found.second.push_back(region(box, after, 0));
  }
  return found;
}

}  // namespace tilstand::diff
