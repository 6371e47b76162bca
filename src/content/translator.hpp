// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "definition/texts.hpp"
#include "definition/words.hpp"
#include "locale/forms.hpp"

namespace tilstand::content {

/// The language that a report is written in, when its edition is in another.
struct Home {
  const definition::Words& words;
  const locale::Forms& forms;
  const definition::Texts& texts;  ///< what is written, in the edition's language
  std::string prose_folder;        ///< `<data>/<language>`
};

/// Says what is written in the language of the edition, and keeps count of what can't be.
class Translator {
 public:
  /// `home` is null when report and edition have one language: then nothing is translated.
  explicit Translator(const Home* home) : home_(home) {}

  const Home* home() const { return home_; }
  /// The translation of a text as it is written, bindings unresolved; null when there is none. Without a home, null.
  const definition::Text* find(std::string_view written, SourceSpan place) const;
  /// A text that is put together: its translation, or the text itself.
  std::string words(const std::string& written, SourceSpan place = {}) const;
  /// The language of what has words but no translation; empty when that is the edition's.
  std::string language_of_rest() const { return home_ != nullptr ? home_->forms.language() : std::string(); }
  /// One notice for all that has no translation.
  void report(const std::string& language, Diagnostics& diagnostics) const;

 private:
  const Home* home_;
  mutable std::map<std::string, SourceSpan, std::less<>> missing_;
};

/// Whether a text says something by itself, outside its bindings `{{ … }}` and references `[@…]`.
bool has_words(std::string_view text);

}  // namespace tilstand::content
