// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unicode/locid.h>
#include <unicode/rbnf.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tilstand::locale {

/// Numbers in words and in ordinal digits: the language's own words first, then CLDR's rules.
class Spelling {
 public:
  Spelling(const icu::Locale& locale, const std::map<std::string, std::string>& words);

  std::optional<std::string> cardinal(std::int64_t value, std::string_view gender) const;
  std::optional<std::string> ordinal(std::int64_t value, std::string_view gender) const;
  bool has_ordinals() const;
  /// "5."; nothing when ICU has no rules.
  std::optional<std::string> ordinal_digits(std::int64_t value) const;

 private:
  std::optional<std::string> own(const std::string& kind, std::string_view gender, std::int64_t value) const;
  std::optional<std::string> by_rule(const std::string& kind, std::string_view gender, std::int64_t value) const;
  bool has_rule(const std::string& name) const;

  std::map<std::string, std::string> words_;  ///< keys that begin with "number."
  std::unique_ptr<icu::RuleBasedNumberFormat> spelled_, ordinals_;  ///< null when ICU has none
};

}  // namespace tilstand::locale
