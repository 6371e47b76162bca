// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "content/tree.hpp"
#include "definition/words.hpp"
#include "layout/page.hpp"
#include "scene/page.hpp"

namespace tilstand::scene {

/// Turns finished pages into scene pages one after another. Tags come from the content tree: a table over forty pages is
/// one Table. It keeps only what later pages need.
class Builder {
 public:
  Builder(const content::Tree& tree, const layout::Settled& settled, const definition::Words& words);
  ~Builder();
  Builder(Builder&&) noexcept;
  Page build(layout::Page&& page);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Outline of the document: listed parts and headings.
std::vector<OutlineEntry> outline(const content::Tree& tree, const layout::Settled& settled);

}  // namespace tilstand::scene
