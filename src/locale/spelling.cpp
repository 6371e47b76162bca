// SPDX-License-Identifier: Apache-2.0
#include "locale/spelling.hpp"

#include "locale/icu_text.hpp"

namespace tilstand::locale {
namespace {

std::unique_ptr<icu::RuleBasedNumberFormat> rules(icu::URBNFRuleSetTag kind, const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  auto format = std::make_unique<icu::RuleBasedNumberFormat>(kind, locale, status);
  return U_SUCCESS(status) ? std::move(format) : nullptr;
}

/// Without soft hyphens, but with the hyphens of "twenty-one".
std::string spelled_text(icu::UnicodeString text) {
  text.findAndReplace(u"\u00AD", u"");
  return utf8(text);
}

}  // namespace

Spelling::Spelling(const icu::Locale& locale, const std::map<std::string, std::string>& words)
    : spelled_(rules(icu::URBNF_SPELLOUT, locale)), ordinals_(rules(icu::URBNF_ORDINAL, locale)) {
  for (const auto& [key, word] : words)
    if (key.starts_with("number.")) words_[key] = word;
}

bool Spelling::has_rule(const std::string& name) const {
  const icu::UnicodeString wanted = icu::UnicodeString::fromUTF8(name);
  for (std::int32_t i = 0; spelled_ && i < spelled_->getNumberOfRuleSetNames(); ++i)
    if (spelled_->getRuleSetName(i) == wanted) return true;
  return false;
}

std::optional<std::string> Spelling::own(const std::string& kind, std::string_view gender, std::int64_t value) const {
  const std::string number = std::to_string(value);
  auto word = words_.find("number." + kind + "." + std::string(gender) + "." + number);
  if (word == words_.end()) word = words_.find("number." + kind + "." + number);
  return word == words_.end() ? std::nullopt : std::optional(word->second);
}

/// The rule of the gender, else the one without gender, else the masculine, which CLDR has where words have genders.
std::optional<std::string> Spelling::by_rule(const std::string& kind, std::string_view gender, std::int64_t value) const {
  const std::string stem = "%spellout-" + kind;
  for (const std::string& name : {stem + "-" + std::string(gender), stem, stem + "-masculine"}) {
    if (!has_rule(name)) continue;
    icu::UnicodeString text;
    icu::FieldPosition position;
    UErrorCode status = U_ZERO_ERROR;
    spelled_->format(value, icu::UnicodeString::fromUTF8(name), text, position, status);
    if (U_SUCCESS(status)) return spelled_text(text);
  }
  return std::nullopt;
}

std::optional<std::string> Spelling::cardinal(std::int64_t value, std::string_view gender) const {
  if (auto word = own("cardinal", gender, value)) return word;
  return by_rule(gender.empty() ? "numbering" : "cardinal", gender, value);
}

std::optional<std::string> Spelling::ordinal(std::int64_t value, std::string_view gender) const {
  if (auto word = own("ordinal", gender, value)) return word;
  return by_rule("ordinal", gender, value);
}

bool Spelling::has_ordinals() const { return ordinal(2, {}).has_value(); }

std::optional<std::string> Spelling::ordinal_digits(std::int64_t value) const {
  if (!ordinals_) return std::nullopt;
  icu::UnicodeString text;
  icu::FieldPosition position;
  UErrorCode status = U_ZERO_ERROR;
  ordinals_->format(value, text, position, status);
  return U_SUCCESS(status) ? std::optional(utf8(text)) : std::nullopt;
}

}  // namespace tilstand::locale
