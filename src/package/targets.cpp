// SPDX-License-Identifier: Apache-2.0
#include "package/targets.hpp"

#include "base/number_text.hpp"
#include "haru/syntax.hpp"
#include "package/destination.hpp"

namespace tilstand::package {

std::string Targets::action(std::uint32_t page, Point at, Length height, NodeId target) {
  waiting_.push_back({sink_.allocate(), view_of(at, height), page, target});
  return "/A " + haru::reference(waiting_.back().number);
}

void Targets::finish(const TagTree& tags) {
  for (const Waiting& one : waiting_) {
    const std::string element = haru::reference(tags.number_of(one.target));
    sink_.put(one.number, "<</S/GoTo/D[" + haru::reference(sink_.page(one.page)) + one.place + "]/SD[" + element + one.place + "]>>");
  }
  waiting_.clear();
}

}  // namespace tilstand::package
