// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/theme.hpp"
#include "text/span.hpp"

namespace tilstand::text {

/// The glyph-shaping part of a theme's style.
FontStyle font_style(const definition::Style& style);

/// The line-making part of a theme's style.
ParagraphStyle paragraph_style(const definition::Style& style);

/// A span of `text` in a theme's style; a language that the style names goes before `language`.
Span styled(std::string text, const definition::Style& style, const std::string& language, NodeId origin = {}, FigureId figure = {});

}  // namespace tilstand::text
