// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

namespace tilstand::locale {

/// How a language orders words, by CLDR (ICU): æ, ø and å last in Norwegian, "aa" as "å", numbers by their value.
class Collation {
 public:
  /// `language` is a BCP 47 tag; one that CLDR doesn't know is ordered by its root rules.
  explicit Collation(const std::string& language);
  ~Collation();
  Collation(Collation&&) noexcept;
  Collation& operator=(Collation&&) noexcept;

  /// Below zero, zero or above; zero only for equal bytes, so an order by it is total.
  int compare(const std::string& a, const std::string& b) const;
  bool before(const std::string& a, const std::string& b) const { return compare(a, b) < 0; }
  /// The head under which an index lists a word, "A" or "Å"; empty for what begins with no letter of the language.
  std::string letter(const std::string& word) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tilstand::locale
