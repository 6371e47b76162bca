// SPDX-License-Identifier: Apache-2.0
#include "proof/proofreader.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "proof/numbers.hpp"

namespace tilstand::proof {

using content::Passage;
using Kind = Passage::Piece::Kind;

struct Proofreader::State {
  State(const definition::ProofWords& words, std::vector<definition::Reason> given, TrendOf trend_of, Report to)
      : numbers(words), directions(words.directions, std::move(trend_of)), reasons(std::move(given)), report(std::move(to)) {
    for (std::size_t i = 0; i < reasons.size(); ++i)
      for (std::size_t j = 0; j < reasons[i].phrases.size(); ++j) {
        owners.push_back({i, j, phrases.add(reasons[i].phrases[j]), false});
      }
  }

  struct Owner {
    std::size_t reason = 0, phrase = 0;
    bool in_text = false;  ///< excuses words by standing there; else only what is marked as a literal
    bool used = false;
  };

  Numbers numbers;
  Directions directions;
  std::vector<definition::Reason> reasons;
  Report report;
  Phrases phrases;
  std::vector<Owner> owners;  ///< of each phrase
  std::set<std::pair<std::string, SourceSpan>> told;

  void tell(const char* code, std::string message, SourceSpan span, std::string hint) {
    if (told.emplace(code, span).second) report({Severity::warning, code, std::move(message), span, {}, std::move(hint)});
  }
};

namespace {

/// Where the tokens of a passage stand: places in a piece are asked for from its start on.
class Places {
 public:
  explicit Places(const Passage& passage) : passage_(passage) {}

  SourceSpan of(const Token& first, const Token& last) {
    const Passage::Piece& piece = passage_.pieces[first.piece];
    if (first.piece != piece_ || first.begin < offset_) piece_ = first.piece, offset_ = 0, position_ = piece.span.begin;
    const std::string_view text = piece.text;
    position_ = advanced(position_, text.substr(offset_, first.begin - offset_));
    offset_ = first.begin;
    return {piece.span.file, position_, advanced(position_, text.substr(first.begin, last.end - first.begin))};
  }

  std::string words(const Token& first, const Token& last) const { return passage_.pieces[first.piece].text.substr(first.begin, last.end - first.begin); }

 private:
  const Passage& passage_;
  std::size_t piece_ = static_cast<std::size_t>(-1), offset_ = 0;
  Position position_{};
};

/// Its digits, decimal sign and minus alone: "9 257", "92 %".
std::string bare_number(std::string_view text) {
  std::string bare;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with("\u2212")) bare += '-', at += 2;
    else if ((text[at] >= '0' && text[at] <= '9') || text[at] == ',' || text[at] == '.' || text[at] == '-') bare += text[at];
  }
  return bare;
}

/// Whether all numbers of a statement are values of the chart that the passage tells of; those in words are none.
bool repeats(const Passage& passage, const std::vector<Token>& tokens, const Numbers::Statement& statement) {
  bool any = false;
  for (std::size_t at = statement.begin; at < statement.end; ++at) {
    if (tokens[at].kind != Token::Kind::number) continue;
    const std::string number = bare_number(tokens[at].text);
    any = std::any_of(passage.numbers.begin(), passage.numbers.end(), [&](const std::string& value) { return bare_number(value) == number; });
    if (!any) return false;
  }
  return any;
}

std::string quoted(const std::string& words) { return words.find('"') == std::string::npos ? "\"" + words + "\"" : "'" + words + "'"; }

}  // namespace

Proofreader::Proofreader(const definition::ProofWords& words, std::vector<definition::Reason> reasons, TrendOf trend_of, Report report)
    : state_(std::make_unique<State>(words, std::move(reasons), std::move(trend_of), std::move(report))) {}
Proofreader::~Proofreader() = default;

void Proofreader::read(const Passage& passage) {
  State& s = *state_;
  for (const Passage::Piece& piece : passage.pieces) {
    if (piece.kind != Kind::literal) continue;
    if (piece.fails)
      s.tell("proof.literal-fails", quoted(piece.text) + " stands here while " + piece.reason + ", which does not hold", piece.span, "write what the figures say now");
    std::size_t phrase = 0;
    if (piece.reason.empty() && s.phrases.is_one(tokens_of(piece.text), phrase)) s.owners[phrase].used = true;
    else if (piece.reason.empty())
      s.tell("proof.literal-without-reason", "the literal " + quoted(piece.text) + " has no reason", piece.span,
             "write {{ literal " + quoted(piece.text) + " because \"…\" }}, or give the reason once in reasons.toml");
  }
  const std::vector<Token> tokens = tokens_of(passage);
  std::vector<bool> exempt(tokens.size());
  for (const Phrases::Found& one : s.phrases.find(tokens)) {
    if (!s.owners[one.phrase].in_text) continue;
    s.owners[one.phrase].used = true;
    std::fill(exempt.begin() + static_cast<std::ptrdiff_t>(one.begin), exempt.begin() + static_cast<std::ptrdiff_t>(one.end), true);
  }
  Places places(passage);
  for (const Numbers::Statement& one : s.numbers.find(tokens, exempt)) {
    if (repeats(passage, tokens, one)) continue;
    const Token &first = tokens[one.begin], &last = tokens[one.end - 1];
    const std::string words = places.words(first, last);
    s.tell("proof.typed-number", quoted(words) + " is a number typed by hand", places.of(first, last),
           "bind a figure, or say why the words stand: {{ literal " + quoted(words) + " because \"…\" }}");
  }
  for (const Directions::Contradiction& one : s.directions.find(passage, tokens, exempt)) {
    const Token& token = tokens[one.token];
    const bool label = one.of == Directions::Contradiction::Of::label;
    s.tell(label ? "proof.wrong-trend" : "proof.wrong-direction", quoted(places.words(token, token)) + " is said here, but " + one.what, places.of(token, token),
           "write what the figure does, or say why the word stands: {{ literal " + quoted(places.words(token, token)) + " because \"…\" }}");
  }
}

void Proofreader::finish() {
  for (const State::Owner& owner : state_->owners) {
    const definition::Reason& reason = state_->reasons[owner.reason];
    if (!owner.used)
      state_->tell("proof.unused-reason", "no text of the report has the words " + quoted(reason.phrases[owner.phrase]), reason.spans[owner.phrase],
                   "take them out, so that they can't excuse what comes later");
  }
}

}  // namespace tilstand::proof
