// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tilstand::locale {

/// Number, date and list forms of one language by CLDR (ICU). Output is UTF-8 with the no-break space U+00A0 where CLDR has
/// one (between thousands, before %) and the minus sign U+2212. The machine's own locale and clock are never consulted.
class Forms {
 public:
  /// What a language's file says where CLDR says nothing, or something else: `locale` (the tag whose CLDR data are taken,
  /// "en-GB"), `number.cardinal.<gender>.<n>` and `number.ordinal[.<gender>].<n>` (words of a number), by their keys. Other keys are let be.
  using Words = std::map<std::string, std::string>;

  /// `language` is a BCP 47 tag ("nb", "nn", "se", "en").
  explicit Forms(const std::string& language, const Words& words = {});
  ~Forms();
  Forms(Forms&&) noexcept;
  Forms& operator=(Forms&&) noexcept;

  const std::string& language() const { return language_; }
  /// The BCP 47 tag whose CLDR data give the forms.
  std::string locale() const;
  /// Whether CLDR has data of this language; without, forms are those of its root.
  bool known() const;

  /// `mantissa` × 10^-`decimals` with exactly `decimals` decimals: 9257 → "9 257", −35 with 1 → "−3,5".
  std::string number(std::int64_t mantissa, int decimals) const;
  /// As `number`, always with a sign: "+187", "−3".
  std::string signed_number(std::int64_t mantissa, int decimals) const;
  /// As `number`, with the sign of percent as the language sets it: "47 %", "47%".
  std::string percent(std::int64_t mantissa, int decimals) const;
  /// "10–12", "−3 – 2"; one number when both are the same.
  std::string range(std::int64_t first, std::int64_t last, int decimals) const;
  /// "2019–2021": as `range`, without thousands.
  std::string years(std::int64_t first, std::int64_t last) const;
  /// "5."
  std::string ordinal(std::int64_t value) const;
  /// "femte", for 0 to 12; `ordinal` above, and when the language has no such word.
  std::string ordinal_in_words(std::int64_t value, std::string_view gender = {}) const;
  /// Whether the language has words for ordinals: CLDR's, or its own file's.
  bool has_ordinal_words() const;
  /// "åtte", for 0 to 12, digits above; `gender` as the language's file or CLDR names it ("neuter"), empty: as one counts.
  std::string in_words(std::int64_t value, std::string_view gender = {}) const;
  /// CLDR's plural category of a number as `number` prints it: "one", "two", "few", "many" or "other".
  std::string plural(std::int64_t mantissa, int decimals) const;
  /// "a, b og c"
  std::string list(const std::vector<std::string>& items) const;
  /// ISO date "2022-06-15" → "15. juni 2022"; the text itself when it is no date.
  std::string date(const std::string& iso) const;
  /// In the quotation marks of the language: "«fast tracker»".
  std::string quoted(const std::string& text) const;
  /// First letter in upper case by the language's rules.
  std::string capitalised(const std::string& text) const;

 private:
  struct State;
  std::string language_;
  std::unique_ptr<State> state_;
};

}  // namespace tilstand::locale
