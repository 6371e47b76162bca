// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "content/tree.hpp"
#include "definition/theme.hpp"
#include "definition/words.hpp"
#include "layout/page.hpp"
#include "locale/forms.hpp"
#include "picture/picture.hpp"
#include "text/shaper.hpp"

namespace tilstand::layout {

struct Inputs {
  const content::Tree& tree;
  const definition::Theme& theme;
  const definition::Words& words;
  const locale::Forms& forms;
  text::Shaper& shaper;
  const picture::Library* pictures = nullptr;  ///< that the tree names; null when it names none
  /// The pictures of each master, by its name, as the theme lists them; none for one that can't be read.
  std::map<std::string, std::vector<PictureId>> master_pictures{};
};

/// Takes each page as soon as it is finished.
using PageSink = std::function<void(Page&&)>;

/// One round: places everything, reading page numbers from `settled`, and returns what it found. Pages go to `sink` in order
/// and are not kept. Codes: layout.too-wide, layout.too-tall, layout.unknown-frame, layout.overfull.
Settled lay_out_once(const Inputs& inputs, const Settled& settled, const PageSink& sink, Diagnostics& diagnostics);

/// The pages of the round that changed nothing any more, and what was said of them; a report too large to be kept is laid out
/// once more instead.
struct Kept {
  std::vector<Page> pages;
  Diagnostics said;
  bool complete = false;
};

/// Rounds until the settled values no longer change, at most five; what does not settle is reported by name
/// (layout.unsettled). The result is the input of the last round, whose pages are in `kept` or come from the caller's own round.
Settled settle(const Inputs& inputs, Kept& kept, Diagnostics& diagnostics);

}  // namespace tilstand::layout
