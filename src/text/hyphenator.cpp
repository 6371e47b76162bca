// SPDX-License-Identifier: Apache-2.0
#include "text/hyphenator.hpp"

#include <glib.h>
#include <hyphen.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace tilstand::text {
namespace {

constexpr std::size_t longest_word = 200;  // bytes; no word of a language, and libhyphen's tables are fixed

std::string lower_case(std::string_view word) {
  char* lowered = g_utf8_strdown(word.data(), static_cast<gssize>(word.size()));
  std::string result(lowered);
  g_free(lowered);
  return result;
}

}  // namespace

struct Hyphenator::State {
  std::string file;
  HyphenDict* dictionary = nullptr;
  bool opened = false;

  ~State() {
    if (dictionary != nullptr) hnj_hyphen_free(dictionary);
  }
};

Hyphenator::Hyphenator(std::string file) : state_(std::make_unique<State>()) { state_->file = std::move(file); }
Hyphenator::~Hyphenator() = default;
Hyphenator::Hyphenator(Hyphenator&&) noexcept = default;

std::vector<std::uint32_t> Hyphenator::points(std::string_view word, int letters) {
  if (!state_->opened) {
    state_->opened = true;
    state_->dictionary = hnj_hyphen_load(state_->file.c_str());
  }
  if (state_->dictionary == nullptr || word.size() > longest_word) return {};
  const std::string lowered = lower_case(word);
  if (lowered.size() != word.size()) return {};  // offsets would not fit
  std::vector<char> marks(lowered.size() + 5, '0');
  char** replacements = nullptr;
  int *positions = nullptr, *cuts = nullptr;
  const int failed = hnj_hyphen_hyphenate2(state_->dictionary, lowered.c_str(), static_cast<int>(lowered.size()), marks.data(), nullptr,
                                           &replacements, &positions, &cuts);
  std::free(replacements);
  std::free(positions);
  std::free(cuts);
  if (failed != 0) return {};
  std::vector<std::uint32_t> found;
  const auto kept = static_cast<std::size_t>(std::max(letters, 1));
  const auto count = static_cast<std::size_t>(g_utf8_strlen(lowered.c_str(), static_cast<gssize>(lowered.size())));
  std::size_t letter = 0;  // marks are by character: an odd digit after the character that a break may follow
  for (std::size_t offset = 0; offset < lowered.size() && letter < count; ++letter) {
    offset += static_cast<std::size_t>(g_utf8_next_char(lowered.c_str() + offset) - (lowered.c_str() + offset));
    const bool odd = ((marks[letter] - '0') & 1) != 0;
    if (odd && letter + 1 >= kept && count - letter - 1 >= kept) found.push_back(static_cast<std::uint32_t>(offset));
  }
  return found;
}

}  // namespace tilstand::text
