// SPDX-License-Identifier: Apache-2.0
#include "press/frame.hpp"

#include <string>

#include "base/number_text.hpp"

namespace tilstand::press {
namespace {

std::string in_words(Length length) { return decimal(length.in_mm(), 1) + " mm"; }
std::string in_words(Size size) { return in_words(size.width) + " by " + in_words(size.height); }

}  // namespace

std::optional<Frame> frame_of(const definition::Press& press, Size trim, Diagnostics& diagnostics) {
  if (press.bleed * 4 > min(trim.width, trim.height)) {
    diagnostics.error("press.bleed-too-large", "a bleed of " + in_words(press.bleed) + " is more than a quarter of the page, " + in_words(trim), press.bleed_span,
                      "presses ask for 3 to 5 mm");
    return std::nullopt;
  }
  const Length edge = press.bleed + (press.marks.any() ? mark_room : Length{});
  const Size least{trim.width + edge * 2, trim.height + edge * 2};
  const Size sheet{press.width.value_or(least.width), press.height.value_or(least.height)};
  if (sheet.width < least.width || sheet.height < least.height) {
    diagnostics.error("press.sheet-too-small", "the sheet of " + in_words(sheet) + " doesn't hold the page with its bleed and marks, which needs " + in_words(least),
                      press.sheet_span, "give a larger sheet, or less bleed and fewer marks");
    return std::nullopt;
  }
  const Point at{(sheet.width - trim.width) / 2, (sheet.height - trim.height) / 2};
  const Length bleed = press.bleed;
  return Frame{sheet, {{at.x - bleed, at.y - bleed}, {trim.width + bleed * 2, trim.height + bleed * 2}}, {at, trim}};
}

}  // namespace tilstand::press
