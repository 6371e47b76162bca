// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/id.hpp"
#include "base/ink.hpp"
#include "definition/theme.hpp"
#include "definition/words.hpp"
#include "locale/forms.hpp"
#include "text/shaper.hpp"

namespace tilstand::drawing {

/// What a drawing needs beside the plan.
struct Context {
  const definition::Theme& theme;
  const definition::Words& words;
  const locale::Forms& forms;
  text::Shaper& shaper;
  bool reversed = false;  ///< on a dark ground
  Ink ground{};           ///< colour of halos and of rings' insides
  bool has_ground = false;///< false: paper
  NodeId origin{};        ///< content node of the figure
};

}  // namespace tilstand::drawing
