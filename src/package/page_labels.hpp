// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace tilstand::package {

/// Printed page numbers as ranges (ISO 32000-1, 12.4.2): numbers that count on are one range, any other label is a prefix.
class PageLabels {
 public:
  /// The next page's label.
  void add(const std::string& label);
  /// The number tree's dictionary.
  std::string dictionary() const { return "<</Nums[" + numbers_ + "]>>"; }

 private:
  std::string numbers_, last_;
  char last_style_ = 'D';
  std::uint32_t last_number_ = 0;  ///< 0: none
  std::uint32_t pages_ = 0;
};

}  // namespace tilstand::package
