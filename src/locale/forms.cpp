// SPDX-License-Identifier: Apache-2.0
#include "locale/forms.hpp"

#include <unicode/dcfmtsym.h>
#include <unicode/dtfmtsym.h>
#include <unicode/listformatter.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include <charconv>
#include <chrono>
#include <optional>

namespace tilstand::locale {
namespace {

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

constexpr const char* minus = "\u2212";

/// Digits of a non-negative whole number, grouped by thousands.
std::string grouped(std::uint64_t value, const std::string& separator) {
  std::string digits = std::to_string(value);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, separator);
  return digits;
}

struct Date {
  int year = 0, month = 0, day = 0;
};

/// "2022-06-15" and nothing else; a day that the calendar has.
std::optional<Date> parse_iso(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  Date date;
  const auto read = [&text](std::size_t at, std::size_t length, int& field) {
    const char* end = text.data() + at + length;
    return text[at] != '-' && std::from_chars(text.data() + at, end, field).ptr == end;
  };
  if (!read(0, 4, date.year) || !read(5, 2, date.month) || !read(8, 2, date.day)) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
                                        std::chrono::day(static_cast<unsigned>(date.day))};
  return day.ok() ? std::optional(date) : std::nullopt;
}

}  // namespace

struct Forms::State {
  icu::Locale locale;
  std::string group, point;
  std::unique_ptr<icu::RuleBasedNumberFormat> words;
  std::unique_ptr<icu::ListFormatter> lists;
};

Forms::Forms(const std::string& language) : language_(language), state_(std::make_unique<State>()) {
  UErrorCode status = U_ZERO_ERROR;
  state_->locale = icu::Locale::forLanguageTag(language, status);
  const icu::DecimalFormatSymbols symbols(state_->locale, status);
  state_->group = utf8(symbols.getConstSymbol(icu::DecimalFormatSymbols::kGroupingSeparatorSymbol));
  if (state_->group == "\u202F") state_->group = "\u00A0";
  state_->point = utf8(symbols.getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol));
  UErrorCode failed = U_ZERO_ERROR;
  state_->words = std::make_unique<icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT, state_->locale, failed);
  if (U_FAILURE(failed)) state_->words.reset();
  failed = U_ZERO_ERROR;
  state_->lists.reset(icu::ListFormatter::createInstance(state_->locale, failed));
}

Forms::~Forms() = default;
Forms::Forms(Forms&&) noexcept = default;
Forms& Forms::operator=(Forms&&) noexcept = default;

std::string Forms::number(std::int64_t mantissa, int decimals) const {
  std::uint64_t scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  const std::uint64_t size = mantissa < 0 ? 0 - static_cast<std::uint64_t>(mantissa) : static_cast<std::uint64_t>(mantissa);
  std::string text = (mantissa < 0 ? minus : "") + grouped(size / scale, state_->group);
  if (decimals == 0) return text;
  std::string rest = std::to_string(size % scale);
  return text + state_->point + std::string(static_cast<std::size_t>(decimals) - rest.size(), '0') + rest;
}

std::string Forms::signed_number(std::int64_t mantissa, int decimals) const {
  return (mantissa > 0 ? "+" : "") + number(mantissa, decimals);
}

std::string Forms::ordinal(std::int64_t value) const {
  if (std::string_view(state_->locale.getLanguage()) != "en") return number(value, 0) + ".";
  const std::int64_t last = value % 10, teens = value / 10 % 10;
  const char* suffix = teens == 1 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
  return number(value, 0) + suffix;
}

std::string Forms::in_words(std::int64_t value) const {
  if (value < 0 || value > 12 || !state_->words) return number(value, 0);
  icu::UnicodeString text;
  state_->words->format(static_cast<std::int32_t>(value), text);
  return utf8(text);
}

std::string Forms::list(const std::vector<std::string>& items) const {
  std::vector<icu::UnicodeString> parts;
  for (const std::string& item : items) parts.push_back(icu::UnicodeString::fromUTF8(item));
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text;
  state_->lists->format(parts.data(), static_cast<std::int32_t>(parts.size()), text, status);
  return utf8(text);
}

std::string Forms::date(const std::string& iso) const {
  const std::optional<Date> date = parse_iso(iso);
  if (!date) return iso;
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(state_->locale, status);
  std::int32_t count = 0;
  const icu::UnicodeString* months = symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
  if (date->month > count) return iso;
  const std::string month = utf8(months[date->month - 1]);
  const bool english = std::string_view(state_->locale.getLanguage()) == "en";
  return std::to_string(date->day) + (english ? " " : ". ") + month + " " + std::to_string(date->year);
}

std::string Forms::capitalised(const std::string& text) const {
  icu::UnicodeString whole = icu::UnicodeString::fromUTF8(text);
  if (whole.isEmpty()) return text;
  const std::int32_t first = whole.moveIndex32(0, 1);
  icu::UnicodeString head(whole, 0, first);
  head.toUpper(state_->locale);
  return utf8(head) + utf8(icu::UnicodeString(whole, first));
}

}  // namespace tilstand::locale
