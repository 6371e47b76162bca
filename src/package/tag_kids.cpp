// SPDX-License-Identifier: Apache-2.0
#include "package/tag_kids.hpp"

#include <algorithm>
#include <iterator>

namespace tilstand::package {
namespace {

void append_kid(std::string& text, const TagKid& kid, std::uint32_t page, const haru::Sink& sink) {
  if (kid.kind == TagKid::Kind::element) {
    text += haru::reference(kid.number);
  } else if (kid.kind == TagKid::Kind::annotation) {
    text += "<</Type/OBJR/Obj " + haru::reference(kid.number) + "/Pg " + haru::reference(sink.page(page_of(kid.first))) + ">>";
  } else if (page_of(kid.first) == page) {
    haru::append_integer(text, mark_of(kid.first));
  } else {
    text += "<</Type/MCR/Pg " + haru::reference(sink.page(page_of(kid.first))) + "/MCID ";
    haru::append_integer(text, mark_of(kid.first));
    text += ">>";
  }
}

}  // namespace

std::vector<TagKid> in_reading_order(std::vector<TagKid> kids) {
  const auto rank = [](const TagKid& kid) {
    return std::pair(kid.kind, kid.kind == TagKid::Kind::element ? kid.order : kid.first);
  };
  std::stable_sort(kids.begin(), kids.end(), [&](const TagKid& a, const TagKid& b) { return rank(a) < rank(b); });
  const auto is_element = [](const TagKid& kid) { return kid.kind == TagKid::Kind::element; };
  const auto marks = std::find_if_not(kids.begin(), kids.end(), is_element);
  if (marks == kids.begin() || marks == kids.end()) return kids;

  std::vector<TagKid> merged;
  merged.reserve(kids.size());
  auto mark = marks;
  for (auto element = kids.begin(); element != marks; ++element) {
    while (element->first != no_place && mark != kids.end() && mark->kind == TagKid::Kind::mark && mark->first < element->first) {
      merged.push_back(*mark++);
    }
    merged.push_back(*element);
  }
  std::copy(mark, kids.end(), std::back_inserter(merged));
  return merged;
}

std::string kids_entry(const std::vector<TagKid>& kids, std::uint32_t page, const haru::Sink& sink) {
  if (kids.empty()) return {};
  std::string text = kids.size() == 1 ? "/K " : "/K[";
  for (std::size_t i = 0; i < kids.size(); ++i) {
    if (i > 0) text += ' ';
    append_kid(text, kids[i], page, sink);
  }
  if (kids.size() > 1) text += ']';
  return text;
}

}  // namespace tilstand::package
