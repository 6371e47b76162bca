// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "proof/proofreader.hpp"
#include "unit/content/written.hpp"

namespace tilstand::written {

/// A report whose passages are proofread with the words of its language.
class Proofread {
 public:
  explicit Proofread(const std::string& language = "nb");

  /// "code line:column words" of each finding in this Markdown, without the code's room; words are those that the place covers.
  std::vector<std::string> found(const std::string& markdown);
  /// The same for a report of these parts.
  std::vector<std::string> found_in(const std::string& parts);
  /// Findings of one code, their words only.
  std::vector<std::string> numbers(const std::string& markdown);
  void excuse(const std::string& words, const std::string& reason) { reasons_.push_back({{words}, {SourceSpan{}}, reason}); }

  Report report;
  std::vector<Diagnostic> findings;

 private:
  void start();
  std::vector<std::string> told();

  definition::ProofWords words_;
  std::vector<definition::Reason> reasons_;
  std::unique_ptr<proof::Proofreader> reader_;
  std::unique_ptr<content::FigureForms> forms_;
};

}  // namespace tilstand::written
