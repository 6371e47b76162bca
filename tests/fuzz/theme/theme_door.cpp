// SPDX-License-Identifier: Apache-2.0
// A theme, and what is asked of it when it could be read.
#include "colour/palette.hpp"
#include "definition/read.hpp"
#include "fuzz/door.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tilstand;
  static const fuzz::Scratch scratch;
  Sources sources;
  Diagnostics diagnostics;
  const auto theme = definition::read_theme(scratch.put("theme.toml", fuzz::text_of(data, size)), sources, diagnostics);
  if (theme) {
    definition::check_names(definition::Definition{}, *theme, diagnostics);
    colour::check_contrast(*theme, diagnostics);
    const colour::Palette palette(*theme);
    for (const auto& style : theme->styles) theme->on_reversed(style.ink);
  }
  fuzz::check(diagnostics, sources);
  return 0;
}
