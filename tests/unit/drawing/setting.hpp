// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/read.hpp"
#include "drawing/context.hpp"
#include "font/library.hpp"

namespace tilstand::drawing {

/// The report's own theme, words and fonts.
struct Setting {
  Sources sources;
  Diagnostics diagnostics;
  definition::Theme theme = definition::read_theme(TILSTAND_ROOT "/layouts/theme.toml", sources, diagnostics).value();
  definition::Words words = definition::read_words(TILSTAND_ROOT "/layouts/lang/nb/words.toml", sources, diagnostics).value();
  locale::Forms forms{"nb"};
  font::Library library = font::read_library(TILSTAND_ROOT "/fonts", {}, sources, diagnostics).value();
  text::Shaper shaper{library, {}};

  Context context() { return {theme, words, forms, shaper, false, {}, false, {}}; }
};

}  // namespace tilstand::drawing
