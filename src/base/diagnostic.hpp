// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/source.hpp"

namespace tilstand {

enum class Severity { notice, warning, error };

/// A remark beside a diagnostic, with its own place.
struct Note {
  std::string message;
  SourceSpan span;
};

/// What is wrong, where, and what to do. `message` and `hint` are lower case without full stop;
/// `code` is `room.what`, listed in `base/codes.md`.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;
  std::string message;
  SourceSpan span;
  std::vector<Note> notes{};
  std::string hint{};
};

/// Everything that was found so far. Readers add to it and go on; a stage stops the build when it holds errors.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic) { list_.push_back(std::move(diagnostic)); }
  void error(std::string code, std::string message, SourceSpan span, std::string hint = {});
  void warning(std::string code, std::string message, SourceSpan span, std::string hint = {});
  void notice(std::string code, std::string message, SourceSpan span, std::string hint = {});

  bool has_errors() const;
  const std::vector<Diagnostic>& list() const { return list_; }
  /// Sorts by place (file in reading order, then position) and takes out exact repeats.
  void sort();

 private:
  std::vector<Diagnostic> list_;
};

}  // namespace tilstand
