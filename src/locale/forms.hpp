// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tilstand::locale {

/// Number, date and list forms of one language by CLDR (ICU). Output is UTF-8 with the no-break spaces of CLDR
/// (U+00A0 between thousands), the minus sign U+2212. The machine's own locale is never consulted.
class Forms {
 public:
  /// `language` is a BCP 47 tag ("nb", "nn", "se", "en").
  explicit Forms(const std::string& language);
  ~Forms();
  Forms(Forms&&) noexcept;
  Forms& operator=(Forms&&) noexcept;

  const std::string& language() const { return language_; }
  /// `mantissa` × 10^-`decimals` with exactly `decimals` decimals: 9257 → "9 257", −35 with 1 → "−3,5".
  std::string number(std::int64_t mantissa, int decimals) const;
  /// As `number`, always with a sign: "+187", "−3".
  std::string signed_number(std::int64_t mantissa, int decimals) const;
  /// "5."
  std::string ordinal(std::int64_t value) const;
  /// "åtte"; for numbers 0 to 12 by the language's rules, digits above.
  std::string in_words(std::int64_t value) const;
  /// "a, b og c"
  std::string list(const std::vector<std::string>& items) const;
  /// ISO date "2022-06-15" → "15. juni 2022"; the text itself when it is no date.
  std::string date(const std::string& iso) const;
  /// First letter in upper case by the language's rules.
  std::string capitalised(const std::string& text) const;

 private:
  struct State;
  std::string language_;
  std::unique_ptr<State> state_;
};

}  // namespace tilstand::locale
