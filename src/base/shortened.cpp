// SPDX-License-Identifier: Apache-2.0
#include "base/shortened.hpp"

namespace tilstand {

std::string shortened(const std::string& text) {
  constexpr std::size_t most = 40;
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

}  // namespace tilstand
