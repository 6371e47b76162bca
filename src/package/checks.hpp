// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "base/diagnostic.hpp"
#include "package/tag_tree.hpp"
#include "package/writer.hpp"
#include "paint/pdf_canvas.hpp"
#include "scene/page.hpp"

namespace tilstand::package {

/// What PDF/A-2a, PDF/A-3a and PDF/UA-1 ask of a report, checked as its pages come. Violations are errors with the author's place.
class Checks {
 public:
  void metadata(const Metadata& metadata, Diagnostics& diagnostics) const;
  void tag(const scene::Tag& tag, Diagnostics& diagnostics);
  /// Every item belongs to an open element or is an artifact; every link has contents.
  void page(const scene::Page& page, const TagTree& tags, Diagnostics& diagnostics) const;
  void glyphs(const std::vector<paint::PdfCanvas::Unreadable>& unreadable, const TagTree& tags, Diagnostics& diagnostics) const;

 private:
  void heading(const scene::Tag& tag, int level, Diagnostics& diagnostics);
  void note(const scene::Tag& tag, Diagnostics& diagnostics);

  int heading_level_ = 0;  ///< of the last heading
  std::set<std::string> notes_;
};

}  // namespace tilstand::package
