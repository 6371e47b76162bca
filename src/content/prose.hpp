// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "content/grow.hpp"
#include "content/inlines.hpp"
#include "definition/definition.hpp"

namespace tilstand::content {

/// What prose is set in and what it may call on.
struct ProseContext {
  const Scope& scope;
  const Evaluator& evaluator;
  Diagnostics& diagnostics;
  std::string head_style = "side-head", body_style = "body";
  /// Composes a block that stands in a fence; `parent` is the section or what the prose stands in.
  std::function<void(const definition::Block&, NodeId parent)> fenced;
  const PassageSink* passages = nullptr;  ///< takes what was typed and bound; null: nobody asks
  std::string language{};  ///< of the text, when it isn't the edition's
};

/// Turns Markdown into nodes under `parent`: `##` heads make sections, block quotes side notes, `[^x]` notes, fences blocks.
/// Codes: content.html-not-allowed, content.image-in-line, content.unused-note, content.unknown-note.
void grow_prose(Grower& grower, NodeId parent, const definition::Located& markdown, const ProseContext& context);

/// Inline Markdown of one paragraph.
std::vector<Inline> inlines_of(const definition::Located& markdown, const ProseContext& context);

}  // namespace tilstand::content
