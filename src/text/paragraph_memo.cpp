// SPDX-License-Identifier: Apache-2.0
#include "text/paragraph_memo.hpp"

#include <cstdint>
#include <initializer_list>
#include <utility>

namespace tilstand::text {
namespace {

constexpr char end_of_field = '\xFF';  // no byte of UTF-8
constexpr std::size_t short_text = 64;   // bytes; below: a cell, a label, a heading

void append(std::string& key, std::initializer_list<std::int64_t> numbers) {
  for (const std::int64_t number : numbers) {
    key += std::to_string(number);
    key += ' ';
  }
}

/// All that `measure_paragraph` reads of the spans, the text first: there keys differ.
std::string key_of(const std::vector<Span>& spans) {
  std::string key;
  for (const Span& span : spans) (key += span.text) += end_of_field;
  for (const Span& span : spans) {
    for (const std::string* words : {&span.font.family, &span.font.features, &span.language}) (key += *words) += end_of_field;
    append(key, {span.font.weight, span.font.italic, span.font.size.units, span.font.tracking, static_cast<int>(span.font.figures),
                 span.font.tabular, span.font.capitals, static_cast<int>(span.font.position), span.hyphenate, span.hyphen_letters, span.space});
    if (span.box) append(key, {span.box->width.units});
    key += end_of_field;
  }
  return key;
}

template <class T>
std::size_t bytes_of(const std::vector<T>& list) { return list.size() * sizeof(T); }

/// About what an entry takes, the tree's node and the heads of the blocks too.
std::size_t bytes_of(const std::string& key, const Paragraph& paragraph) {
  constexpr std::size_t heads = 128;
  return heads + sizeof(Paragraph) + key.capacity() + paragraph.text.capacity() + bytes_of(paragraph.items) + bytes_of(paragraph.pieces) +
         bytes_of(paragraph.breaks);
}

}  // namespace

const Paragraph& ParagraphMemo::measured(const std::vector<Span>& spans, Tools& tools) {
  std::string key = key_of(spans);
  const auto found = kept_.find(key);
  if (found != kept_.end()) return found->second;
  passing_ = measure_paragraph(spans, tools);
  const std::size_t bytes = bytes_of(key, passing_);
  std::size_t& free = passing_.text.size() < short_text ? free_.short_texts : free_.prose;
  if (bytes > free) return passing_;
  free -= bytes;
  passing_.items.shrink_to_fit();
  passing_.pieces.shrink_to_fit();
  passing_.breaks.shrink_to_fit();
  return kept_.emplace(std::move(key), std::move(passing_)).first->second;
}

}  // namespace tilstand::text
