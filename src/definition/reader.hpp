// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/length.hpp"
#include "definition/text.hpp"
#include "definition/toml.hpp"

namespace tilstand::definition {

/// What all readers of one file share.
struct ReadContext {
  Diagnostics& diagnostics;
  std::optional<Length> unit{};  ///< what "1u" means; none outside a theme
};

enum class Need { optional, required };

/// A whole-number range, both ends included.
struct IntRange {
  int least = 0, most = 0;
};

/// "a string", "an array", …: what a value is, for messages.
std::string_view type_name(const Toml& value);

/// Reads the members of one table by name. It remembers which keys were asked for; `finish` reports the others.
/// Each getter returns whether it has set `into`; a value of the wrong type is reported at the value, a required key that
/// is not there at the table.
class KeyReader {
 public:
  /// Reports definition.wrong-type when `table` is no table; then every key is absent and none is required.
  KeyReader(const Toml& table, ReadContext& context);

  const SourceSpan& span() const { return table_.span; }
  ReadContext& context() { return context_; }
  bool has(std::string_view key) const { return table_.find(key) != nullptr; }

  bool text(std::string_view key, Text& into, Need need = Need::optional);
  bool texts(std::string_view key, std::vector<Text>& into, Need need = Need::optional);
  bool string(std::string_view key, std::string& into, Need need = Need::optional);
  bool boolean(std::string_view key, bool& into);
  bool integer(std::string_view key, int& into, IntRange range, Need need = Need::optional);
  bool real(std::string_view key, std::optional<double>& into);
  bool reals(std::string_view key, std::vector<double>& into);
  bool length(std::string_view key, Length& into, Need need = Need::optional);
  bool length(std::string_view key, std::optional<Length>& into);
  /// Whether the table has a key that has no place in it; then it isn't reported as unknown besides.
  bool refused(std::string_view key) { return ask(key, Need::optional) != nullptr; }
  /// One of a fixed set of words.
  template <class Choice, std::size_t count>
  bool choice(std::string_view key, Choice& into, const std::array<std::pair<std::string_view, Choice>, count>& words) {
    Text word;
    if (!text(key, word)) return false;
    std::vector<std::string> known;
    for (const auto& [name, value] : words) {
      if (name == word.value) return into = value, true;
      known.emplace_back(name);
    }
    unknown_value(word, known);
    return false;
  }

  /// A member of any type, or null.
  const Toml* member(std::string_view key) { return ask(key, Need::optional); }
  /// A member that is a table, or null.
  const Toml* table(std::string_view key, Need need = Need::optional);
  /// The tables of an array of tables; null when there is no such key. What is no table is reported and left out.
  std::vector<const Toml*> tables(std::string_view key, Need need = Need::optional);

  /// Reports `word` as none of `known` (definition.unknown-value).
  void unknown_value(const Text& word, const std::vector<std::string>& known);
  /// Reports a mistake at a key's value, or at the table when it has no such key.
  void error(std::string_view key, std::string code, std::string message, std::string hint = {});
  /// Reports every key that nobody asked for (definition.unknown-key).
  void finish();

 private:
  const Toml* ask(std::string_view key, Need need);
  template <class Kind>
  const Kind* get(std::string_view key, Need need, std::string_view expected);
  std::optional<double> number(const Toml& value);
  void wrong_type(const Toml& value, std::string_view expected);

  const Toml& table_;
  ReadContext& context_;
  std::vector<std::string> asked_;
};

}  // namespace tilstand::definition
