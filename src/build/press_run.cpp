// SPDX-License-Identifier: Apache-2.0
#include "build/press_run.hpp"

#include "press/bleed.hpp"
#include "press/marks.hpp"
#include "text/from_theme.hpp"

namespace tilstand::build {

std::unique_ptr<PressRun> PressRun::start(Report& report, Diagnostics& diagnostics) {
  const std::optional<definition::Press>& press = report.edition().press;
  if (!press || report.press_profile() == nullptr) return nullptr;
  const auto frame = press::frame_of(*press, report.theme().page.trim, diagnostics);
  return frame ? std::unique_ptr<PressRun>(new PressRun(report, *press, *frame, diagnostics)) : nullptr;
}

PressRun::PressRun(Report& report, const definition::Press& press, const press::Frame& frame, Diagnostics& diagnostics)
    : report_(report),
      press_(press),
      frame_(frame),
      preflight_({press, report.theme(), report.palette(), *report.press_profile(), report.pictures()}, diagnostics),
      pages_(report.settled().labels.size()) {}

package::PressFile PressRun::file() const {
  return {frame_.sheet, frame_.bleed, frame_.trim, press_.condition, press_.condition_name, report_.press_profile()};
}

/// A line in the theme's style for it. What has no room loses signs at the end of `words`, an ellipsis in their place; nothing when
/// even the tail has none.
text::Line PressRun::said(std::string words, const std::string& tail, Length room) {
  const definition::Theme& theme = report_.theme();
  const definition::Style* style = theme.style("slug") ? theme.style("slug") : theme.style("note");
  if (style == nullptr && !theme.styles.empty()) style = &theme.styles.front();
  if (style == nullptr) return {};
  const char* ellipsis = "";
  while (true) {
    text::Line line = report_.shaper().line({text::styled(words + ellipsis + tail, *style, report_.edition().language)});
    if (line.width <= room) return line;
    if (words.empty()) return {};
    do words.pop_back();
    while (!words.empty() && (static_cast<unsigned char>(words.back()) & 0xC0U) == 0x80U);
    if (!words.empty() && static_cast<unsigned char>(words.back()) >= 0xC0U) words.pop_back();  // the first byte of a sign
    ellipsis = "…";
  }
}

void PressRun::prepare(scene::Page& page) {
  preflight_.page(page);
  press::draw_to_bleed(page, press_.bleed);
  // File, sheet, date, printing condition and plates, in signs that need no language.
  const std::string name = report_.tree().name + report_.edition().suffix, place = " · " + std::to_string(page.index + 1) + "/" + std::to_string(pages_);
  std::string how = report_.tree().date + " · " + press_.condition + " · C M Y K";
  for (const colour::Spot& spot : report_.palette().spots())
    if (spot.name != "All") how += " + " + spot.name;
  const bool slug = press_.marks.slug;
  const press::SlugRoom room = press::slug_room(page.shown().width);
  press::add_marks(page, {press_, report_.palette(), slug ? said(name, place, room.left) : text::Line{}, slug ? said(how, "", room.right) : text::Line{}});
}

}  // namespace tilstand::build
