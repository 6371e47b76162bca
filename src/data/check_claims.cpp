// SPDX-License-Identifier: Apache-2.0
#include "data/check_claims.hpp"

#include <algorithm>
#include <set>

#include "base/number_text.hpp"
#include "data/reckoner.hpp"

namespace tilstand::data {
namespace {

using expression::Expression;
using tables::Decimal;
using tables::Rational;

/// One expression of a claim, with what it came to in the year that is looked at.
struct Term {
  const definition::Text* text = nullptr;
  Expression expression;
  Reckoning found{};
};

class ClaimCheck {
 public:
  ClaimCheck(const Claim& claim, const Dataset& dataset, Findings& findings) : claim_(claim), dataset_(dataset), findings_(findings) {}

  void run() {
    findings_.offer(claim_.acknowledged.value, claim_.acknowledged.span);
    if (!parse()) return;
    std::optional<Diagnostic> lacking;
    bool compared = false;
    for (const int year : years()) {
      const std::optional<Diagnostic> trouble = reckon(year);
      if (!trouble) compare(year), compared = true;
      else if (trouble->code == "data.missing-input" && claim_.years.empty()) lacking = trouble;
      else return findings_.diagnostics().add(*trouble);
    }
    if (!compared && lacking) findings_.diagnostics().add(*lacking);
  }

 private:
  bool parse() {
    std::vector<const definition::Text*> texts;
    if (claim_.kind == Claim::Kind::total) texts.push_back(&claim_.total);
    for (const definition::Text& one : claim_.parts) texts.push_back(&one);
    bool sound = true;
    for (const definition::Text* text : texts) {
      auto expression = expression::parse_expression(definition::Located(*text), findings_.diagnostics());
      if (expression) terms_.push_back({text, std::move(*expression)});
      else sound = false;
    }
    return sound;
  }

  std::vector<int> years() const {
    if (!claim_.years.empty()) return claim_.years;
    std::set<int> all;
    for (const Term& term : terms_)
      for (const int year : Reckoner(dataset_, term.expression).years()) all.insert(year);
    if (all.empty()) all.insert(dataset_.status_year);
    return {all.begin(), all.end()};
  }

  std::optional<Diagnostic> reckon(int year) {
    for (Term& term : terms_) {
      auto result = Reckoner(dataset_, term.expression).reckon(year);
      if (const auto* trouble = std::get_if<Diagnostic>(&result)) return *trouble;
      term.found = std::move(std::get<Reckoning>(result));
    }
    return std::nullopt;
  }

  void compare(int year) {
    if (claim_.kind == Claim::Kind::same) return compare_same(year);
    const bool shares = claim_.kind == Claim::Kind::shares;
    Quantity sum = terms_[shares ? 0 : 1].found.quantity;
    for (std::size_t at = shares ? 1 : 2; at < terms_.size(); ++at) {
      const Reckoned next = reckon_pair(expression::Expression::Operation::add, sum, terms_[at]);
      if (!std::holds_alternative<Quantity>(next)) return misfit(std::get<Misfit>(next), terms_[at]);
      sum = std::get<Quantity>(next);
    }
    const Quantity wanted = shares ? Quantity{100, sum.unit, sum.unit_said} : terms_[0].found.quantity;
    const Reckoned difference = data::reckon(expression::Expression::Operation::subtract, sum, wanted);
    if (!std::holds_alternative<Quantity>(difference)) return misfit(std::get<Misfit>(difference), terms_[0]);
    const Quantity& off = std::get<Quantity>(difference);
    if (is_within(off.value, tolerance(off))) return;
    const std::string name = "\"" + claim_.name + "\" in " + std::to_string(year);
    if (shares) return report("data.shares-do-not-sum", "the shares of " + name + " sum to " + said(sum.value, sum.unit) + ", not to 100");
    report("data.total-unlike-parts", "the total of " + name + " is " + said(wanted.value, wanted.unit) + ", its parts sum to " + said(sum.value, sum.unit));
  }

  Reckoned reckon_pair(expression::Expression::Operation operation, const Quantity& a, const Term& b) const { return data::reckon(operation, a, b.found.quantity); }

  /// All say the same to the decimals that the shortest of two has.
  void compare_same(int year) {
    const Term& first = terms_.front();
    for (std::size_t at = 1; at < terms_.size(); ++at) {
      const Term& other = terms_[at];
      const Reckoned difference = reckon_pair(expression::Expression::Operation::subtract, first.found.quantity, other);
      if (!std::holds_alternative<Quantity>(difference)) return misfit(std::get<Misfit>(difference), other);
      const Rational off = std::get<Quantity>(difference).value;
      const int decimals = std::min(first.found.decimals, other.found.decimals);
      const auto a = in_unit(first)->rounded(decimals, tables::Rounding::half_away), b = in_unit(other)->rounded(decimals, tables::Rounding::half_away);
      const bool same_unit = first.found.quantity.unit == other.found.quantity.unit;
      if (claim_.within ? is_within(off, Rational(*claim_.within)) : off.is_zero() || (same_unit && a && b && *a == *b)) continue;
      report("data.two-values", "\"" + claim_.name + "\" has two values for " + std::to_string(year) + ", " + said(first.found.quantity.value, first.found.quantity.unit) + " and " +
                                    said(other.found.quantity.value, other.found.quantity.unit));
    }
  }

  static std::optional<Rational> in_unit(const Term& term) {
    const auto value = quotient(term.found.quantity.value, term.found.quantity.unit.scale);
    return value ? value : term.found.quantity.value;
  }

  static bool is_within(const Rational& off, const Rational& most) {
    const auto left = difference(off.is_negative() ? off.negated() : off, most);
    return left && (left->is_negative() || left->is_zero());
  }

  /// Half a step of the last decimal for each number that was rounded; counts are not.
  Rational tolerance(const Quantity& off) const {
    if (claim_.within) return tables::product(Rational(*claim_.within), off.unit.scale).value_or(0);
    if (off.unit == Unit::count) return 0;
    int decimals = 9;
    for (const Term& term : terms_) decimals = std::min(decimals, term.found.decimals);
    const auto halves = product(Rational(Decimal{5, decimals}), tables::quotient(static_cast<std::int64_t>(terms_.size()), 10).value_or(0));
    return tables::product(halves.value_or(0), off.unit.scale).value_or(0);
  }

  static std::string said(const Rational& value, const Unit& unit) {
    const auto number = quotient(value, unit.scale).value_or(value).kept();
    return number ? decimal_digits(number->mantissa, number->decimals) : "a number that is too large";
  }

  void report(const char* code, std::string message) {
    std::vector<Note> notes;
    for (const Term& term : terms_) {
      const SourceSpan place = term.found.cells.empty() ? term.text->span : term.found.cells.front().span;
      notes.push_back({said(term.found.quantity.value, term.found.quantity.unit), place});
    }
    const RowAcknowledgement given = acknowledgement(code);
    findings_.add({Severity::error, code, std::move(message), claim_.span, std::move(notes), "correct the cells, or say why it stands in \"acknowledged\", a key here or a column beside the cells"}, given.text,
                  given.place);
  }

  /// The claim's own, else the first one of this check beside the cells of its terms.
  RowAcknowledgement acknowledgement(const std::string& code) const {
    if (!claim_.acknowledged.empty()) return {claim_.acknowledged.value, claim_.acknowledged.span};
    for (const Term& term : terms_)
      for (const RowAcknowledgement& one : term.found.acknowledgements)
        if (Findings::is_of(one.text, code)) return one;
    return {};
  }

  void misfit(Misfit why, const Term& term) {
    const bool units = why == Misfit::mixed_units;
    findings_.diagnostics().error(units ? "data.mixed-units" : "data.too-large", units ? "the numbers of \"" + claim_.name + "\" are not counted in one unit" : "this number is too large to be reckoned with exactly",
                                  term.text->span);
  }

  const Claim& claim_;
  const Dataset& dataset_;
  Findings& findings_;
  std::vector<Term> terms_;
};

}  // namespace

void check_claims(const Dataset& dataset, Findings& findings) {
  for (const Claim& claim : dataset.claims) ClaimCheck(claim, dataset, findings).run();
}

}  // namespace tilstand::data
