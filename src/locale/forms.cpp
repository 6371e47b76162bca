// SPDX-License-Identifier: Apache-2.0
#include "locale/forms.hpp"

#include <unicode/calendar.h>
#include <unicode/datefmt.h>
#include <unicode/dcfmtsym.h>
#include <unicode/formattedvalue.h>
#include <unicode/listformatter.h>
#include <unicode/numberformatter.h>
#include <unicode/numberrangeformatter.h>
#include <unicode/plurrule.h>
#include <unicode/ulocdata.h>

#include <array>
#include <charconv>
#include <chrono>
#include <optional>

#include "base/ensure.hpp"
#include "base/number_text.hpp"
#include "locale/icu_text.hpp"
#include "locale/spelling.hpp"

namespace tilstand::locale {
namespace {

namespace number = icu::number;

constexpr std::int64_t largest_word = 12;  // above, digits are read more easily

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

icu::Locale locale_of(const std::string& language, const Forms::Words& words) {
  const auto given = words.find("locale");
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(given == words.end() ? language : given->second, status);
  return U_SUCCESS(status) ? locale : icu::Locale::getRoot();
}

/// The long form of dates, by the universal time zone: the machine's has no say.
std::unique_ptr<icu::DateFormat> long_dates(const icu::Locale& locale) {
  std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateInstance(icu::DateFormat::kLong, locale));
  if (format) format->setTimeZone(*icu::TimeZone::getGMT());
  return format;
}

/// The language's signs of numbers, but a true minus and one kind of no-break space.
icu::DecimalFormatSymbols signs_of(const icu::Locale& locale) {
  using Symbols = icu::DecimalFormatSymbols;
  UErrorCode status = U_ZERO_ERROR;
  Symbols signs(locale, status);
  signs.setSymbol(Symbols::kMinusSignSymbol, icu::UnicodeString(u"\u2212"));
  if (signs.getConstSymbol(Symbols::kGroupingSeparatorSymbol) == icu::UnicodeString(u"\u202F"))
    signs.setSymbol(Symbols::kGroupingSeparatorSymbol, icu::UnicodeString(u"\u00A0"));
  return signs;
}

std::array<std::string, 2> quotation_marks(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::array<std::string, 2> marks{"\u201C", "\u201D"};
  ULocaleData* data = ulocdata_open(locale.getName(), &status);
  constexpr std::array kinds{ULOCDATA_QUOTATION_START, ULOCDATA_QUOTATION_END};
  for (std::size_t i = 0; U_SUCCESS(status) && i < kinds.size(); ++i) {
    std::array<char16_t, 8> buffer{};
    const std::int32_t length = ulocdata_getDelimiter(data, kinds[i], buffer.data(), 8, &status);
    if (U_SUCCESS(status)) marks[i] = utf8(icu::UnicodeString(buffer.data(), length));
  }
  ulocdata_close(data);
  return marks;
}

}  // namespace

struct Forms::State {
  State(const icu::Locale& of, const Words& words)
      : locale(of), spelling(of, words), signs(signs_of(of)), dates(long_dates(of)), quotes(quotation_marks(of)) {
    const number::LocalizedNumberFormatter numbers = number::NumberFormatter::withLocale(of).symbols(signs);
    by_decimals[0] = numbers.precision(number::Precision::integer());
    for (std::size_t decimals = 1; decimals < by_decimals.size(); ++decimals) by_decimals[decimals] = numbers.precision(number::Precision::fixedFraction(static_cast<int>(decimals)));
    UErrorCode status = U_ZERO_ERROR;
    lists.reset(icu::ListFormatter::createInstance(of, status));
    plurals.reset(icu::PluralRules::forLocale(of, status));
  }

  /// One formatter a number of decimals: ICU compiles one that is used again.
  const number::LocalizedNumberFormatter& with(int decimals) const {
    ensure(decimals >= 0 && static_cast<std::size_t>(decimals) < by_decimals.size());
    return by_decimals[static_cast<std::size_t>(decimals)];
  }
  std::string print(const number::LocalizedNumberFormatter& format, std::int64_t mantissa, int decimals) const {
    UErrorCode status = U_ZERO_ERROR;
    return utf8(format.formatDecimal(decimal_digits(mantissa, decimals), status).toString(status));
  }

  icu::Locale locale;
  Spelling spelling;
  icu::DecimalFormatSymbols signs;
  std::array<number::LocalizedNumberFormatter, 10> by_decimals;
  std::unique_ptr<icu::DateFormat> dates;
  std::array<std::string, 2> quotes;
  std::unique_ptr<icu::ListFormatter> lists;
  std::unique_ptr<icu::PluralRules> plurals;
};

Forms::Forms(const std::string& language, const Words& words) : language_(language), state_(std::make_unique<State>(locale_of(language, words), words)) {}

Forms::~Forms() = default;
Forms::Forms(Forms&&) noexcept = default;
Forms& Forms::operator=(Forms&&) noexcept = default;

std::string Forms::locale() const {
  UErrorCode status = U_ZERO_ERROR;
  return state_->locale.toLanguageTag<std::string>(status);
}

bool Forms::known() const {
  std::int32_t count = 0;
  const icu::Locale* all = icu::Locale::getAvailableLocales(count);
  const std::string_view language = state_->locale.getLanguage();
  for (std::int32_t i = 0; i < count; ++i)
    if (language == all[i].getLanguage()) return true;
  return false;
}

std::string Forms::number(std::int64_t mantissa, int decimals) const { return state_->print(state_->with(decimals), mantissa, decimals); }

std::string Forms::signed_number(std::int64_t mantissa, int decimals) const {
  return state_->print(state_->with(decimals).sign(UNUM_SIGN_EXCEPT_ZERO), mantissa, decimals);
}

std::string Forms::percent(std::int64_t mantissa, int decimals) const {
  return state_->print(state_->with(decimals).unit(icu::NoUnit::percent()), mantissa, decimals);
}

std::string Forms::range(std::int64_t first, std::int64_t last, int decimals) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto digits = number::NumberFormatter::with().symbols(state_->signs).precision(number::Precision::fixedFraction(decimals));
  const auto format = number::UnlocalizedNumberRangeFormatter().locale(state_->locale).numberFormatterBoth(digits).identityFallback(
      UNUM_IDENTITY_FALLBACK_SINGLE_VALUE);
  return utf8(format.formatFormattableRange({decimal_digits(first, decimals), status}, {decimal_digits(last, decimals), status}, status).toString(status));
}

std::string Forms::years(std::int64_t first, std::int64_t last) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto digits = number::NumberFormatter::with().symbols(state_->signs).grouping(UNUM_GROUPING_OFF);
  const auto format = number::UnlocalizedNumberRangeFormatter().locale(state_->locale).numberFormatterBoth(digits).identityFallback(
      UNUM_IDENTITY_FALLBACK_SINGLE_VALUE);
  return utf8(format.formatFormattableRange(first, last, status).toString(status));
}

std::string Forms::ordinal(std::int64_t value) const { return state_->spelling.ordinal_digits(value).value_or(number(value, 0)); }

std::string Forms::ordinal_in_words(std::int64_t value, std::string_view gender) const {
  if (value < 0 || value > largest_word) return ordinal(value);
  return state_->spelling.ordinal(value, gender).value_or(ordinal(value));
}

bool Forms::has_ordinal_words() const { return state_->spelling.has_ordinals(); }

std::string Forms::in_words(std::int64_t value, std::string_view gender) const {
  if (value < 0 || value > largest_word) return number(value, 0);
  return state_->spelling.cardinal(value, gender).value_or(number(value, 0));
}

std::string Forms::plural(std::int64_t mantissa, int decimals) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto formatted = state_->with(decimals).formatDecimal(decimal_digits(mantissa, decimals), status);
  return state_->plurals && U_SUCCESS(status) ? utf8(state_->plurals->select(formatted, status)) : "other";
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
  if (!date || !state_->dates) return iso;
  const std::unique_ptr<icu::Calendar> day(state_->dates->getCalendar()->clone());
  day->clear();
  day->set(date->year, date->month - 1, date->day);
  icu::UnicodeString text;
  icu::FieldPosition position;
  state_->dates->format(*day, text, position);
  return utf8(text);
}

std::string Forms::quoted(const std::string& text) const { return state_->quotes[0] + text + state_->quotes[1]; }

std::string Forms::capitalised(const std::string& text) const {
  icu::UnicodeString whole = icu::UnicodeString::fromUTF8(text);
  if (whole.isEmpty()) return text;
  const std::int32_t first = whole.moveIndex32(0, 1);
  icu::UnicodeString head(whole, 0, first);
  head.toUpper(state_->locale);
  return utf8(head) + utf8(icu::UnicodeString(whole, first));
}

}  // namespace tilstand::locale
