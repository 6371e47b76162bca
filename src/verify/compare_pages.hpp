// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "pdf/mark.hpp"
#include "verify/proof.hpp"

namespace tilstand::verify {

/// Two pages that should be the same.
struct PagePair {
  const pdf::Content& first;
  const pdf::Content& second;
  std::size_t first_page = 0, second_page = 0;  ///< from 1
};

/// What differs between them, in the order of the first.
std::vector<Finding> compare_pages(const PagePair& pages);

}  // namespace tilstand::verify
