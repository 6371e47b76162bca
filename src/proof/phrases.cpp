// SPDX-License-Identifier: Apache-2.0
#include "proof/phrases.hpp"

#include <algorithm>

namespace tilstand::proof {
namespace {

const std::string any_number = "#";

bool counts(const Token& token) { return token.kind != Token::Kind::sign && token.kind != Token::Kind::comma; }

bool is_like(const Token& token, const std::string& word) {
  return word == any_number ? token.kind == Token::Kind::number : token.text == word && token.kind != Token::Kind::value;
}

/// Where the words end that begin at `at`; `at` itself when they don't stand there.
std::size_t match(const std::vector<Token>& tokens, std::size_t at, const std::vector<std::string>& words) {
  std::size_t place = at;
  for (const std::string& word : words) {
    while (place < tokens.size() && place > at && !counts(tokens[place])) ++place;
    if (place == tokens.size() || !is_like(tokens[place], word)) return at;
    ++place;
  }
  return place;
}

}  // namespace

bool Phrases::add(const std::string& phrase) {
  Phrase one{{}, count_++};
  bool word = false;
  for (const Token& token : tokens_of(phrase)) {
    if (!counts(token) && token.text != any_number) continue;
    word = word || token.kind == Token::Kind::word || token.kind == Token::Kind::named;
    one.words.push_back(token.text);
  }
  if (one.words.empty()) return false;
  by_first_[one.words.front()].push_back(std::move(one));
  return word;
}

Phrases::Found Phrases::found_at(const std::vector<Token>& tokens, std::size_t at) const {
  Found best{0, at, at};
  for (const std::string& key : {tokens[at].text, any_number}) {
    const auto phrases = key.empty() ? by_first_.end() : by_first_.find(key);
    if (phrases == by_first_.end()) continue;
    for (const Phrase& phrase : phrases->second)
      if (const std::size_t end = match(tokens, at, phrase.words); end > best.end) best = {phrase.number, at, end};
  }
  return best;
}

std::vector<Phrases::Found> Phrases::find(const std::vector<Token>& tokens) const {
  std::vector<Found> found;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Found one = found_at(tokens, at);
    if (one.empty()) continue;
    found.push_back(one);
    at = one.end - 1;
  }
  return found;
}

bool Phrases::is_one(const std::vector<Token>& tokens, std::size_t& which) const {
  for (const auto& [first, phrases] : by_first_)
    for (const Phrase& phrase : phrases)
      if (!tokens.empty() && match(tokens, 0, phrase.words) == tokens.size()) return which = phrase.number, true;
  return false;
}

}  // namespace tilstand::proof
