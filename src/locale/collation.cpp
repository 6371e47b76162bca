// SPDX-License-Identifier: Apache-2.0
#include "locale/collation.hpp"

#include <unicode/alphaindex.h>
#include <unicode/coll.h>
#include <unicode/unistr.h>

namespace tilstand::locale {

struct Collation::State {
  std::unique_ptr<icu::Collator> order;                               ///< null when ICU has no data: then bytes decide
  std::unique_ptr<icu::AlphabeticIndex::ImmutableIndex> letters;
};

Collation::Collation(const std::string& language) : state_(std::make_unique<State>()) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(language, status);
  state_->order.reset(icu::Collator::createInstance(locale, status));
  if (U_FAILURE(status)) state_->order.reset();
  if (state_->order) state_->order->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  UErrorCode failed = U_ZERO_ERROR;
  icu::AlphabeticIndex index(locale, failed);
  if (U_SUCCESS(failed)) state_->letters.reset(index.buildImmutableIndex(failed));
  if (U_FAILURE(failed)) state_->letters.reset();
}

Collation::~Collation() = default;
Collation::Collation(Collation&&) noexcept = default;
Collation& Collation::operator=(Collation&&) noexcept = default;

int Collation::compare(const std::string& a, const std::string& b) const {
  UErrorCode status = U_ZERO_ERROR;
  if (state_->order) {
    const UCollationResult order = state_->order->compareUTF8(a, b, status);
    if (U_SUCCESS(status) && order != UCOL_EQUAL) return order == UCOL_LESS ? -1 : 1;
  }
  return a.compare(b);
}

std::string Collation::letter(const std::string& word) const {
  UErrorCode status = U_ZERO_ERROR;
  if (!state_->letters) return {};
  const std::int32_t place = state_->letters->getBucketIndex(icu::UnicodeString::fromUTF8(word), status);
  const icu::AlphabeticIndex::Bucket* bucket = U_SUCCESS(status) ? state_->letters->getBucket(place) : nullptr;
  std::string letter;
  if (bucket != nullptr && bucket->getLabelType() == U_ALPHAINDEX_NORMAL) bucket->getLabel().toUTF8String(letter);
  return letter;
}

}  // namespace tilstand::locale
