// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pdf/document.hpp"
#include "pdf/mark.hpp"

namespace tilstand::pdf {

/// One step on the way through a tag tree (ISO 32000-1, 14.7.2).
struct TagStep {
  enum class Kind { element, mark } kind = Kind::element;
  std::string type{};    ///< element: its standard type; mark: that of the element which holds it
  std::string alt{};     ///< element: its Alt
  std::size_t depth = 0; ///< elements above it
  std::size_t page = 0;  ///< mark: from 1; element: of its first mark, 0 when it has none
  MarkId mark{};         ///< mark
};

/// The document's structure elements and their marks in logical order: types are those that the RoleMap leads to, and namespaces
/// are not looked at. PDF 2.0's FENote is called Note, a Div that holds a Caption Sect (ISO/TS 32005), for both say the same; a Form
/// without marks (the field of a seal) and references to annotations are left out. Empty for a document without tags; nothing
/// for a damaged tree (pdf.damaged-tags): what is met twice, missing, of no type, deeper than 200, or on no page.
std::optional<std::vector<TagStep>> read_tags(const Document& document, Diagnostics& diagnostics);

}  // namespace tilstand::pdf
