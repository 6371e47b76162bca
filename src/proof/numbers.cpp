// SPDX-License-Identifier: Apache-2.0
#include "proof/numbers.hpp"

#include <algorithm>

namespace tilstand::proof {
namespace {

constexpr std::size_t longest_word = 80;  // bytes of a number in words

/// Lists are compared as tokens are: in small letters, without points.
std::set<std::string> as_tokens(const std::vector<std::string>& words) {
  std::set<std::string> set;
  for (const std::string& word : words) {
    const std::vector<Token> tokens = tokens_of(word);
    if (!tokens.empty()) set.insert(tokens.front().text);
  }
  return set;
}

}  // namespace

Numbers::Numbers(const definition::ProofWords& words)
    : parts_(as_tokens(words.numbers.parts)), links_(as_tokens(words.numbers.links)), last_(as_tokens(words.numbers.last)), endings_(as_tokens(words.numbers.endings)),
      words_(as_tokens(words.numbers.words)), with_unit_(as_tokens(words.numbers.with_unit)), units_(as_tokens(words.numbers.units)),
      joins_(as_tokens(words.numbers.joins)), names_(as_tokens(words.numbers.names)), months_(as_tokens(words.months)) {
  for (const std::string& idiom : words.numbers.idioms) idioms_.add(idiom);
}

bool Numbers::is_number_word(const std::string& word) const { return words_.contains(word) || is_compound(word); }

/// One part or more, links only between parts, a last one only at the end, then an ending or none.
bool Numbers::is_compound(const std::string& word) const {
  if (word.size() > longest_word || word.empty()) return false;
  enum State : unsigned { open = 1, link = 2, part = 4, last = 8, closed = 16 };  // what the word so far may be
  std::vector<unsigned> states(word.size() + 1, 0);
  states[0] = open;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const unsigned state = states[at];
    for (std::size_t length = 1; state != 0 && at + length <= word.size(); ++length) {
      const std::string piece = word.substr(at, length);
      unsigned& next = states[at + length];
      if ((state & (open | link | part)) != 0 && parts_.contains(piece)) next |= part;
      if ((state & (open | link | part)) != 0 && last_.contains(piece)) next |= last;
      if ((state & part) != 0 && links_.contains(piece)) next |= link;
      if ((state & (part | last)) != 0 && endings_.contains(piece)) next |= closed;
    }
  }
  return (states[word.size()] & (part | last | closed)) != 0;
}

/// "§ 3", "side 4", "versjon 2": the word or sign before it says so.
bool Numbers::is_part_of_name(const std::vector<Token>& tokens, std::size_t at) const {
  std::size_t before = at;
  while (before > 0 && tokens[before - 1].kind == Token::Kind::sign && tokens[before - 1].text == ".") --before;
  return before > 0 && names_.contains(tokens[before - 1].text) && tokens[before - 1].kind != Token::Kind::value;
}

/// A number beside the name of a month, on either side, or beside such a day: "31. desember 2021", "December 31, 2021".
bool Numbers::is_date(const std::vector<Token>& tokens, std::size_t at) const {
  const auto month = [&](std::size_t i) { return i < tokens.size() && tokens[i].kind == Token::Kind::word && months_.contains(tokens[i].text); };
  const auto passed = [&](std::size_t i, int step) {  // over points and commas
    do i += static_cast<std::size_t>(step);
    while (i < tokens.size() && (tokens[i].kind == Token::Kind::sign || tokens[i].kind == Token::Kind::comma));
    return i;
  };
  const std::size_t after = passed(at, 1), before = passed(at, -1);
  if (month(after) || month(before)) return true;
  const bool day = before < tokens.size() && tokens[before].kind == Token::Kind::number && tokens[before].end - tokens[before].begin <= 2;
  return day && month(passed(before, -1));
}

bool Numbers::is_number(const std::vector<Token>& tokens, std::size_t at) const {
  const Token& token = tokens[at];
  if (!token.typed) return false;
  if (token.kind == Token::Kind::number) return !is_part_of_name(tokens, at) && !is_date(tokens, at);
  if (token.kind != Token::Kind::word) return false;
  const bool next = at + 1 < tokens.size() && tokens[at + 1].kind == Token::Kind::word;
  if (with_unit_.contains(token.text)) return next && units_.contains(tokens[at + 1].text);
  if (!is_number_word(token.text)) return false;
  const bool tied = next && tokens[at + 1].joined && !is_number_word(tokens[at + 1].text) && !units_.contains(tokens[at + 1].text);
  return !tied;  // "to-faktor", "tre-kroners" are words of their own
}

std::vector<Numbers::Statement> Numbers::find(const std::vector<Token>& tokens, const std::vector<bool>& exempt) const {
  std::vector<bool> spoken_for = exempt;
  for (const Phrases::Found& idiom : idioms_.find(tokens)) std::fill(spoken_for.begin() + static_cast<std::ptrdiff_t>(idiom.begin), spoken_for.begin() + static_cast<std::ptrdiff_t>(idiom.end), true);
  std::vector<Statement> found;
  const auto goes_on = [&](std::size_t end) {  // where the number stands that belongs to the statement ending there
    const bool join = end < tokens.size() && tokens[end].typed && joins_.contains(tokens[end].text);
    return join ? end + 1 : end;
  };
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (spoken_for[at] || !is_number(tokens, at)) continue;
    if (!found.empty() && tokens[found.back().begin].piece == tokens[at].piece && goes_on(found.back().end) == at) found.back().end = at + 1;
    else found.push_back({at, at + 1});
    const bool sign = at + 1 < tokens.size() && (tokens[at + 1].text == "%" || tokens[at + 1].text == "‰" || units_.contains(tokens[at + 1].text));
    if (sign && tokens[at + 1].typed && tokens[at + 1].piece == tokens[at].piece) found.back().end = at + 2;
  }
  return found;
}

}  // namespace tilstand::proof
