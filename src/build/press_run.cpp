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

/// File, sheet, date, printing condition and plates, in signs that need no language.
text::Line PressRun::slug(const scene::Page& page) {
  const definition::Theme& theme = report_.theme();
  const definition::Style* style = theme.style("slug") ? theme.style("slug") : theme.style("note");
  if (style == nullptr) style = theme.styles.empty() ? nullptr : &theme.styles.front();
  if (style == nullptr) return {};
  const char* between = "   ·   ";
  std::string words = report_.tree().name + report_.edition().suffix + between + std::to_string(page.index + 1) + " / " + std::to_string(pages_);
  words += between + report_.tree().date + between + press_.condition + between + "C M Y K";
  for (const colour::Spot& spot : report_.palette().spots())
    if (spot.name != "All") words += " + " + spot.name;
  return report_.shaper().line({text::styled(words, *style, report_.edition().language)});
}

void PressRun::prepare(scene::Page& page) {
  preflight_.page(page);
  press::draw_to_bleed(page, press_.bleed);
  press::add_marks(page, {press_, report_.palette(), press_.marks.slug ? slug(page) : text::Line{}});
}

}  // namespace tilstand::build
