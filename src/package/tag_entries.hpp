// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/length.hpp"
#include "scene/page.hpp"

namespace tilstand::package {

/// Which structure types an element may name: those of PDF 1.7, or also those of PDF 2.0 (ISO 32000-2, 14.8.4 and 14.8.6).
enum class Vocabulary { pdf1, pdf2 };

/// The type that the file names. In PDF 2.0 a note is an FENote.
const char* type_name(scene::Role role, Vocabulary vocabulary);
/// Whether the type is one of the namespace of PDF 2.0; others are left to that of PDF 1.7, which holds without being named.
bool is_type_of_pdf2(scene::Role role);

/// The entries of a structure element that its tag alone decides: type, texts, language, attributes. `height` of its page
/// turns a box the right way up.
std::string tag_entries(const scene::Tag& tag, Length height, Vocabulary vocabulary = Vocabulary::pdf1);

/// "[left bottom right top]" in points from the bottom left corner.
std::string box_array(const Rect& box, Length height);

}  // namespace tilstand::package
