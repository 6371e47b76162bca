// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>

#include "base/diagnostic.hpp"
#include "colour/palette.hpp"
#include "definition/edition.hpp"
#include "definition/theme.hpp"
#include "picture/picture.hpp"
#include "scene/page.hpp"

namespace tilstand::press {

/// What a print house would send back, told from what the report is made of, with the author's place. Pages come as they are before
/// they are drawn to the bleed. Each thing is said once.
class Preflight {
 public:
  /// All must outlive it; `palette` is that of a press.
  struct Inputs {
    const definition::Press& press;
    const definition::Theme& theme;
    const colour::Palette& palette;
    const colour::PressProfile& profile;
    const picture::Library& pictures;
  };
  Preflight(Inputs inputs, Diagnostics& diagnostics);

  void page(const scene::Page& page);
  /// What concerns all pages together. Spreads of a book come in sheets of four pages.
  void finish(std::size_t page_count);

 private:
  void look(const scene::TextItem& item, const scene::Mark& mark, const scene::Page& page);
  void look(const scene::ShapeItem& item, const scene::Mark& mark, const scene::Page& page);
  void look(const scene::PictureItem& item, const scene::Mark& mark, const scene::Page& page);
  void look(Ink ink);
  void look_at_margin(const Rect& area, const std::string& what, const scene::Mark& mark, const scene::Page& page);
  void say(Severity severity, const char* code, std::string message, const scene::Mark& mark, std::string hint);
  SourceSpan place_of(const scene::Mark& mark) const;

  Inputs in_;
  Diagnostics& diagnostics_;
  std::map<scene::TagId, SourceSpan> places_;
  std::set<std::pair<std::uint16_t, std::uint16_t>> inks_;     ///< role and tint that were looked at
  std::set<std::tuple<std::string, SourceSpan, std::string>> said_;
  std::vector<Rect> tabs_;                                     ///< of the page: artifacts that run off it, as a thumb index
};

}  // namespace tilstand::press
