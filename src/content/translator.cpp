// SPDX-License-Identifier: Apache-2.0
#include "content/translator.hpp"

#include <algorithm>

#include "base/shortened.hpp"
#include "base/utf8.hpp"

namespace tilstand::content {
namespace {

/// Letters of any script; signs, dashes and spaces of general punctuation are none.
bool is_letter(char32_t point) {
  const bool ascii = (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
  return ascii || (point >= 0xC0 && point != 0xD7 && point != 0xF7 && !(point >= 0x2000 && point < 0x2C00) && !(point >= 0xE000 && point < 0xF900));
}

/// Bytes of the binding or reference that begins here; 0: none does.
std::size_t length_of_mark(std::string_view text) {
  const std::string_view close = text.starts_with("{{") ? "}}" : text.starts_with("[@") ? "]" : "";
  const std::size_t end = close.empty() ? std::string_view::npos : text.find(close);
  return end == std::string_view::npos ? 0 : end + close.size();
}

}  // namespace

bool has_words(std::string_view written) {
  const std::string text = definition::key_of_text(written);
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = length_of_mark(std::string_view(text).substr(at));
    if (mark == 0) plain.push_back(text[at]);
    at += std::max<std::size_t>(mark, 1);
  }
  const std::u32string points = decode_utf8(plain);
  return std::any_of(points.begin(), points.end(), is_letter);
}

const definition::Text* Translator::find(std::string_view written, SourceSpan place) const {
  if (home_ == nullptr) return nullptr;
  const auto found = home_->texts.find(definition::key_of_text(written));
  if (found != home_->texts.end()) return &found->second;
  if (has_words(written)) missing_.emplace(written, place);
  return nullptr;
}

std::string Translator::words(const std::string& written, SourceSpan place) const {
  const definition::Text* translation = find(written, place);
  return translation != nullptr ? translation->value : written;
}

void Translator::report(const std::string& language, Diagnostics& diagnostics) const {
  if (missing_.empty()) return;
  const auto placed = std::find_if(missing_.begin(), missing_.end(), [](const auto& one) { return static_cast<bool>(one.second.file); });
  const auto& [text, place] = placed == missing_.end() ? *missing_.begin() : *placed;
  diagnostics.notice("content.untranslated", std::to_string(missing_.size()) + " texts have no words in \"" + language + "\" and stand in \"" + language_of_rest() + "\", as \"" +
                     shortened(text) + "\"", place, "add them to texts.toml, in the language's folder of the layouts or the data");
}

}  // namespace tilstand::content
