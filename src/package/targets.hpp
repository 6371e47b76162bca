// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "haru/sink.hpp"
#include "package/tag_tree.hpp"

namespace tilstand::package {

/// Structure destinations (ISO 32000-2, 12.3.2.3): in PDF 2.0 a link leads to an element, beside a place on a page. Elements
/// further on have no numbers yet, so the actions are written last.
class Targets {
 public:
  /// `sink` must outlive it.
  explicit Targets(haru::Sink& sink) : sink_(sink) {}

  /// The entry A of an annotation or an outline item that leads to `target`, `at` a point of page `page` of height `height`.
  std::string action(std::uint32_t page, Point at, Length height, NodeId target);
  /// Writes the actions; once, when all elements are known. What has no element of its own leads to the document's.
  void finish(const TagTree& tags);

 private:
  struct Waiting {
    haru::ObjectNumber number;
    std::string place;  ///< "/XYZ x y null"
    std::uint32_t page;
    NodeId target;
  };
  haru::Sink& sink_;
  std::vector<Waiting> waiting_;
};

}  // namespace tilstand::package
