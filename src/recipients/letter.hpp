// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"

namespace tilstand::recipients {

/// A cover letter's template: a text file whose first line is the subject; the letter follows after an empty line. `{{ name }}` stands for
/// a value.
class LetterTemplate {
 public:
  /// Reads the file and looks at its bindings. `known`: the names that letters may use. Codes: recipients.bad-letter (no subject, no text, or a binding
  /// that is never closed), recipients.unknown-binding, those of room definition for files; all at their place.
  static std::optional<LetterTemplate> read(const std::string& path, SourceSpan wanted_by, const std::vector<std::string>& known, Sources& sources, Diagnostics& diagnostics);

  struct Letter {
    std::string subject, text;
  };
  using Values = std::vector<std::pair<std::string, std::string>>;
  /// The letter with values in the place of names. What is put in is no template again.
  Letter fill(const Values& values) const;

 private:
  /// Fixed words, and names between them.
  struct Piece {
    std::string words, name;
  };
  std::vector<Piece> subject_{}, text_{};
};

}  // namespace tilstand::recipients
