// SPDX-License-Identifier: Apache-2.0
#include "proof/directions.hpp"

#include <algorithm>

#include "proof/motion.hpp"

namespace tilstand::proof {
namespace {

using data::Direction;
using data::Judgement;

std::set<std::string> lowered(const std::vector<std::string>& words) {
  std::set<std::string> set;
  for (const std::string& word : words)
    for (const Token& token : tokens_of(word)) set.insert(token.text);
  return set;
}

/// What a value tells of: its size or its change rather than its year, its scope or its name.
bool tells_size(const std::string& member) {
  return member.empty() || member == "value" || member == "short" || member == "number" || member == "words" || member == "change" ||
         member == "change-number" || member == "percent-change";
}

bool is_change(const std::string& member) { return member.starts_with("change") || member == "percent-change"; }

}  // namespace

/// One sentence of a passage: which of its words are tied to which figure.
class Directions::Sentence {
 public:
  Sentence(const Directions& words, const content::Passage& passage, const std::vector<Token>& tokens, const std::vector<bool>& spoken_for, std::size_t begin, std::size_t end)
      : words_(words), passage_(passage), tokens_(tokens), spoken_for_(spoken_for), begin_(begin), end_(end) {
    for (std::size_t at = begin; at < end; ++at) {
      if (tokens[at].kind != Token::Kind::value || piece(at).of.figure == nullptr) continue;
      if (tells_size(piece(at).member)) values_.push_back(at);
      else if (piece(at).member == "year") years_.push_back(at);
    }
    if (values_.empty()) values_ = years_;
  }

  /// The value that a word is tied to: the nearest, where each comma between them is a long way.
  std::optional<std::size_t> value_near(std::size_t word) const {
    std::optional<std::size_t> nearest;
    std::size_t least = 0;
    const auto after = std::lower_bound(values_.begin(), values_.end(), word);
    for (auto one = after == values_.begin() ? after : after - 1; one != values_.end() && one <= after; ++one) {
      const std::size_t distance = way(std::min(word, *one), std::max(word, *one));
      if (!nearest || distance < least) nearest = *one, least = distance;
    }
    return nearest;
  }

  /// A comparison is one in time beside a change, or when "than" and an earlier time follow: then the value that it is tied to.
  std::optional<std::size_t> value_compared(std::size_t word) const {
    for (std::size_t at = word; at > begin_ && word - at < 2; --at)
      if (tokens_[at - 1].kind == Token::Kind::value && is_change(piece(at - 1).member)) return at - 1;
    if (word + 1 >= end_ || !words_.than_.contains(tokens_[word + 1].text)) return std::nullopt;
    for (std::size_t at = word + 2; at < end_ && tokens_[at].kind != Token::Kind::comma; ++at)
      if (is_earlier(at)) return value_near(word);
    return std::nullopt;
  }

  /// A negation just before or after the word, no comma between.
  bool is_negated(std::size_t word) const {
    for (std::size_t step = 1; step <= 4; ++step) {
      if (word >= begin_ + step && negates(word - step)) return true;
      if (word < begin_ + step || tokens_[word - step].kind == Token::Kind::comma) break;
    }
    return word + 1 < end_ && negates(word + 1);
  }

  /// How the figure of a value moved, between the values of it that the sentence names.
  Motion motion(std::size_t value) const {
    const content::FigureValue& of = piece(value).of;
    std::vector<std::size_t> mentioned;
    if (!is_change(piece(value).member))
      for (const std::size_t other : values_)
        if (piece(other).of.figure == of.figure && !is_change(piece(other).member)) mentioned.push_back(index_of(piece(other).of));
    return motion_of(of, mentioned);
  }

  const content::Passage::Piece& piece(std::size_t at) const { return passage_.pieces[tokens_[at].piece]; }

  /// Whether the sentence has the words of a name.
  bool names(const std::string& name) const {
    Phrases phrase;
    if (name.empty() || !phrase.add(name)) return false;
    for (std::size_t at = begin_; at < end_; ++at)
      if (phrase.starts_at(tokens_, at)) return true;
    return false;
  }

 private:
  bool negates(std::size_t at) const { return !spoken_for_[at] && words_.negations_.contains(tokens_[at].text); }

  std::size_t way(std::size_t from, std::size_t to) const {
    constexpr std::size_t comma = 8;
    std::size_t length = to - from;
    for (std::size_t at = from; at < to; ++at) length += tokens_[at].kind == Token::Kind::comma ? comma : 0;
    return length;
  }

  bool is_earlier(std::size_t at) const {
    const bool value = tokens_[at].kind == Token::Kind::value && piece(at).of.figure != nullptr && piece(at).of.observation.has_value();
    return value || words_.before_.starts_at(tokens_, at);
  }

  const Directions& words_;
  const content::Passage& passage_;
  const std::vector<Token>& tokens_;
  const std::vector<bool>& spoken_for_;  ///< words of idioms and of what is excused
  std::size_t begin_, end_;
  std::vector<std::size_t> values_, years_;  ///< tokens
};

Directions::Directions(const definition::DirectionWords& words, TrendOf trend_of)
    : up_(lowered(words.up)), down_(lowered(words.down)), more_(lowered(words.more)), less_(lowered(words.less)), flat_(lowered(words.flat)),
      positive_(lowered(words.positive)), negative_(lowered(words.negative)), rising_(lowered(words.rising)), falling_(lowered(words.falling)),
      negations_(lowered(words.negations)), than_(lowered(words.than)), trend_of_(std::move(trend_of)) {
  for (const std::string& phrase : words.before) before_.add(phrase);
  for (const std::string& phrase : words.idioms) idioms_.add(phrase);
}

Directions::Said Directions::said(const std::string& word) const {
  if (up_.contains(word)) return {Direction::rising};
  if (down_.contains(word)) return {Direction::falling};
  if (more_.contains(word)) return {Direction::rising, Judgement::none, false, true};
  if (less_.contains(word)) return {Direction::falling, Judgement::none, false, true};
  if (flat_.contains(word)) return {Direction::flat, Judgement::none, true};
  if (rising_.contains(word)) return {Direction::rising, Judgement::none, true};
  if (falling_.contains(word)) return {Direction::falling, Judgement::none, true};
  if (positive_.contains(word)) return {Direction::none, Judgement::positive, true};
  if (negative_.contains(word)) return {Direction::none, Judgement::negative, true};
  return {};
}

namespace {

bool is_refuted(Direction said, bool negated, Direction does) { return negated ? said == does : said != does; }

}  // namespace

/// A label is refuted by another; what has none says nothing.
bool Directions::refutes(data::Trend trend, const Said& said, bool negated) {
  if (trend.direction == Direction::none) return false;
  if (said.judgement == Judgement::none) return is_refuted(said.direction, negated, trend.direction);
  if (trend.judgement == Judgement::none) return false;
  return negated ? said.judgement == trend.judgement : said.judgement != trend.judgement;
}

/// A title of a chart speaks of any of its figures: it is refuted when none of those that moved did so.
std::optional<std::string> Directions::refuted_by_chart(const content::Passage& passage, const Said& said, bool negated) const {
  std::string moved;
  for (const data::Figure* figure : passage.about) {
    const Motion motion = motion_of({figure, {}}, {});
    if (motion.direction == Direction::none) continue;
    const bool agrees = said.label ? !refutes(trend_of_({figure, {}}), said, negated) : !is_refuted(said.direction, negated, motion.direction);
    if (negated && !agrees) return motion.told;  // "none" speaks of all
    if (!negated && agrees) return std::nullopt;
    moved += (moved.empty() ? "" : "; ") + motion.told;
  }
  return negated || moved.empty() ? std::nullopt : std::optional(moved);
}

/// Words of a chart over a table speak of the series that their sentence names, else of any.
std::optional<std::string> Directions::refuted_by_series(const content::Passage& passage, const Sentence& sentence, const Said& said, bool negated) {
  if (said.direction == Direction::none || said.comparison) return std::nullopt;  // nobody has said which way is the good one
  std::vector<const content::Passage::Series*> meant;
  for (const content::Passage::Series& one : passage.series)
    if (sentence.names(one.name)) meant.push_back(&one);
  if (meant.empty())
    for (const content::Passage::Series& one : passage.series) meant.push_back(&one);
  std::string told;
  for (const content::Passage::Series* one : meant) {
    const bool agrees = !is_refuted(said.direction, negated, one->direction);
    if (agrees != negated) return agrees ? std::nullopt : std::optional(one->told);  // "none" speaks of all
    told += (told.empty() ? "" : "; ") + (one->name.empty() ? std::string() : one->name + ": ") + one->told;
  }
  return negated || told.empty() ? std::nullopt : std::optional(told);
}

std::vector<Directions::Contradiction> Directions::find(const content::Passage& passage, const std::vector<Token>& tokens, const std::vector<bool>& exempt) const {
  std::vector<bool> spoken_for = exempt;
  for (const Phrases::Found& idiom : idioms_.find(tokens)) std::fill(spoken_for.begin() + static_cast<std::ptrdiff_t>(idiom.begin), spoken_for.begin() + static_cast<std::ptrdiff_t>(idiom.end), true);
  std::vector<Contradiction> found;
  for (std::size_t begin = 0; begin < tokens.size();) {
    std::size_t end = begin;
    while (end < tokens.size() && tokens[end].kind != Token::Kind::stop) ++end;
    const Sentence sentence(*this, passage, tokens, spoken_for, begin, end);
    for (std::size_t at = begin; at < end; ++at)
      if (!spoken_for[at] && tokens[at].typed && tokens[at].kind == Token::Kind::word)
        if (std::optional<Contradiction> one = contradiction(passage, sentence, tokens[at].text, at)) found.push_back(std::move(*one));
    begin = end + 1;
  }
  return found;
}

std::optional<Directions::Contradiction> Directions::contradiction(const content::Passage& passage, const Sentence& sentence, const std::string& word, std::size_t at) const {
  const Said said = this->said(word);
  if (said.direction == Direction::none && said.judgement == Judgement::none) return std::nullopt;
  const bool negated = sentence.is_negated(at);
  const auto kind = said.label ? Contradiction::Of::label : Contradiction::Of::change;
  if (passage.label && said.label && refutes(*passage.label, said, negated)) return Contradiction{kind, at, "the trend beside it is " + data::label_of(*passage.label)};
  const std::optional<std::size_t> value = said.comparison ? sentence.value_compared(at) : sentence.value_near(at);
  if (value) {
    const Motion motion = sentence.motion(*value);
    const content::FigureValue& of = sentence.piece(*value).of;
    const data::Trend trend = said.label ? trend_of_(of) : data::Trend{};
    const bool refuted = said.label ? refutes(trend, said, negated) : motion.direction != Direction::none && is_refuted(said.direction, negated, motion.direction);
    if (!refuted) return std::nullopt;
    return Contradiction{kind, at, motion.told + (said.label ? ", labelled " + data::label_of(trend) : std::string())};
  }
  const std::optional<std::string> moved = passage.about.empty() ? refuted_by_series(passage, sentence, said, negated) : refuted_by_chart(passage, said, negated);
  return moved ? std::optional(Contradiction{kind, at, *moved}) : std::nullopt;
}

}  // namespace tilstand::proof
