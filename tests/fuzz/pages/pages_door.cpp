// SPDX-License-Identifier: Apache-2.0
// The same prose, set on pages with the report's theme and fonts and tagged: what a text can do to shaping, breaking and paging.
#include "fuzz/small_report.hpp"
#include "layout/lay_out.hpp"
#include "scene/build_scene.hpp"

namespace {

using namespace tilstand;

/// What setting needs besides the report.
struct Setting {
  fuzz::Report report;
  std::optional<definition::Theme> theme;
  std::optional<font::Library> library;
  std::optional<text::Shaper> shaper;

  Setting() {
    Diagnostics diagnostics;
    theme = definition::read_theme(TILSTAND_ROOT "/layouts/theme.toml", report.sources, diagnostics);
    library = font::read_library(TILSTAND_ROOT "/fonts", {}, report.sources, diagnostics);
    ensure(theme && library);
    shaper.emplace(*library, std::vector<text::Shaper::Hyphenation>{{"nb", TILSTAND_ROOT "/layouts/lang/nb/hyphenation.dic"}});
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Setting setting;  // the shaper keeps words that it has shaped
  Sources sources = setting.report.sources;
  Diagnostics diagnostics;
  const auto tree = setting.report.compose(fuzz::text_of(data, size), sources, diagnostics);
  if (!tree) return 0;
  const layout::Inputs inputs{*tree, *setting.theme, *setting.report.words, setting.report.forms, *setting.shaper};
  layout::Kept kept;
  const layout::Settled settled = layout::settle(inputs, kept, diagnostics);
  scene::Builder builder(*tree, settled, *setting.report.words);
  if (!diagnostics.has_errors())
    layout::lay_out_once(inputs, settled, [&](layout::Page&& page) { builder.build(std::move(page)); }, diagnostics);
  fuzz::check(diagnostics, sources);
  return 0;
}
