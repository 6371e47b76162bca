// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "expression/expression.hpp"
#include "content/figure_forms.hpp"
#include "content/printed.hpp"
#include "content/reasoned.hpp"
#include "content/value.hpp"
#include "data/dataset.hpp"

namespace tilstand::content {

/// Evaluates expressions over the data and the variables of loops. Unknown names are reported as content.unknown-binding.
class Evaluator {
 public:
  /// What it says: words to be printed, or names (ids, files, styles), which are the same in every language.
  enum class Manner { words, names };

  struct Setting {
    PrintedList* printed = nullptr;          ///< takes what is printed from data; null: nobody asks
    const Translator* translator = nullptr;  ///< says what the data write in the edition's language; null: all is as it is written
    Manner manner = Manner::words;
    const Evaluator* home = nullptr;         ///< reads what has no translation
    const ReasonFinder* reasons = nullptr;   ///< knows why typed numbers stand; null: nobody does
  };

  Evaluator(const data::Dataset& dataset, const FigureForms& forms, Diagnostics& diagnostics) : Evaluator(dataset, forms, diagnostics, Setting()) {}
  Evaluator(const data::Dataset& dataset, const FigureForms& forms, Diagnostics& diagnostics, const Setting& setting)
      : dataset_(dataset), forms_(forms), diagnostics_(diagnostics), printed_(setting.printed), translator_(setting.translator), manner_(setting.manner), home_(setting.home), reasons_(setting.reasons) {}

  /// The value of a written expression; `Failed` when a mistake was reported.
  Value evaluate(const definition::Located& text, const Scope& scope) const;
  /// Whether a condition holds; an empty one does.
  bool holds(const definition::Text& condition, const Scope& scope) const;
  const locale::Forms& forms() const { return forms_.forms(); }
  const FigureForms& figure_forms() const { return forms_; }
  /// What a value prints in prose.
  std::string say(const Value& value) const { return speak(value).text; }
  struct Said {
    std::string text;
    std::string language{};  ///< of a text that has no translation; empty: the evaluator's own
  };
  Said speak(const Value& value) const;
  /// How a text is to be read that somebody wrote: in its translation, or in the report's own language with all its bindings.
  struct Reading {
    const definition::Text* translation = nullptr;  ///< null: as it is written
    const Evaluator* evaluator = nullptr;
    std::string language{};                         ///< empty: the edition's
  };
  Reading reading(std::string_view written, SourceSpan place) const;
  /// Lists a value as printed; gives the numbers in `said`, its words.
  PrintedRanges printed(const Value& value, const std::string& said, const std::string& expression) const;
  /// As `printed`, for words that tell a figure in `form`.
  PrintedRanges printed(const FigureValue& value, const std::string& form, const std::string& said) const;
  /// The typed numbers of a text that have a reason; with `literal` the whole text when it has one.
  std::vector<Reasoned> reasons(const std::string& text, bool literal) const {
    return reasons_ && *reasons_ ? (*reasons_)(text, literal) : std::vector<Reasoned>();
  }
  /// Lists words that stand as they are at a place, and why.
  PrintedId list_literal(std::string text, SourceSpan place, std::string reason) const;
  PrintedId list(Printed printed) const { return printed_ ? printed_->add(std::move(printed)) : PrintedId{}; }

 private:
  Value node(const expression::Expression& expression, std::size_t index, const Scope& scope) const;
  Value name(const expression::Expression& expression, const expression::Expression::Node& node, const Scope& scope) const;
  Value member(const expression::Expression& expression, const expression::Expression::Node& node, const Value& base) const;
  Value index(const expression::Expression& expression, const expression::Expression::Node& node, const Value& base, const Value& key) const;
  /// A figure as of the latest of some years, for a chart with what lies before it.
  Value years(const expression::Expression& expression, const expression::Expression::Node& node, const Value& base, const Value& first, const Value& last) const;
  Value arithmetic(const expression::Expression& expression, const expression::Expression::Node& node, const Value& left, const Value& right) const;
  /// What a function makes of its arguments; the only place that knows which functions there are.
  Value call(const expression::Expression& expression, const expression::Expression::Node& node, const Scope& scope) const;
  Value count(const expression::Expression& expression, const expression::Expression::Node& what, std::size_t at, const Scope& scope) const;
  /// A chart as large as a word of what is given, with the words that describe it.
  Value spark(const expression::Expression& expression, const expression::Expression::Node& self, graph::Spark::Kind kind, const Scope& scope) const;
  std::optional<std::vector<Value>> column_values(const expression::Expression& expression, const expression::Expression::Node& what, const Scope& scope) const;
  Value told(Value value, std::string text) const;
  Value refuse(const expression::Expression& expression, const expression::Expression::Node& node, std::string message, std::string hint) const;
  Value unknown(const expression::Expression& expression, const expression::Expression::Node& node, std::string message, std::string hint = {}) const;

  const data::Dataset& dataset_;
  const FigureForms& forms_;
  Diagnostics& diagnostics_;
  PrintedList* printed_;
  const Translator* translator_;
  Manner manner_;
  const Evaluator* home_;
  const ReasonFinder* reasons_;
};

/// The value of a table's cell, with the cell as its origin.
Value value_of_cell(const RowValue& row, std::size_t column);

/// Orders two values for a comparison: numbers as numbers, all else as text. Nothing when they can't be compared.
std::optional<int> compare(const Value& a, const Value& b);

}  // namespace tilstand::content
