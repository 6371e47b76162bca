// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "definition/theme.hpp"
#include "font/library.hpp"
#include "layout/page.hpp"
#include "manifest/blocks.hpp"
#include "picture/picture.hpp"

namespace tilstand::manifest {

/// Notes of each page what tells it from others, and on which pages the parts stand. Pages are not kept.
class PageLog {
 public:
  struct Inputs {
    const definition::Theme& theme;
    const font::Library& library;
    const picture::Library& pictures;
  };
  PageLog(const Blocks& blocks, Inputs inputs) : blocks_(blocks), in_(inputs), parts_(blocks.parts()) {}

  void add(const layout::Page& page);
  const std::vector<Page>& pages() const { return pages_; }
  /// With the pages that they stand on.
  const std::vector<Part>& parts() const { return parts_; }

 private:
  const Blocks& blocks_;
  Inputs in_;
  std::vector<Page> pages_;
  std::vector<Part> parts_;
};

}  // namespace tilstand::manifest
