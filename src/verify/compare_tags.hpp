// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pdf/tags.hpp"
#include "verify/proof.hpp"

namespace tilstand::verify {

/// A document as its tag tree leads through it.
class TaggedText {
 public:
  /// Notes what the marks of a page hold; `page` from 1.
  void add(std::size_t page, const pdf::Content& content);
  /// The steps as texts: an element by depth, type and description, a mark by what it holds, its page (by its number in `pages`) and
  /// which of its like it is there. Two documents say the same in the same order when these are equal.
  std::vector<std::string> keys(const std::vector<pdf::TagStep>& steps, const std::map<std::size_t, std::size_t>& pages) const;
  /// What the element or mark at `at` holds, shortened.
  std::string text(const std::vector<pdf::TagStep>& steps, std::size_t at) const;
  /// The place of the mark, or of the element's first one; the corner when it shows nothing.
  pdf::Spot spot(const std::vector<pdf::TagStep>& steps, std::size_t at) const;

 private:
  struct Held {
    std::string text{};
    std::size_t turn = 0;  ///< among marks of the page that hold the same
    pdf::Spot spot{};
  };
  const Held* find(const pdf::TagStep& step) const;
  std::map<std::pair<std::size_t, pdf::MarkId>, Held> held_{};
};

/// A tag tree and what its marks hold, without pages that have no counterpart in the other document.
struct TaggedSide {
  const TaggedText& text;
  std::vector<pdf::TagStep> steps;
  std::map<std::size_t, std::size_t> pages;  ///< each page's number (from 1) to the number that it shares with its counterpart
};

/// Where two tag trees differ, in the order of the first.
std::vector<Finding> compare_tags(const TaggedSide& first, const TaggedSide& second);

}  // namespace tilstand::verify
