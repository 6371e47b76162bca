// SPDX-License-Identifier: Apache-2.0
#include "content/literal.hpp"

#include "expression/tokens.hpp"

namespace tilstand::content {
namespace {

using expression::Token;

bool is_word(const Token& token, std::string_view word) { return token.kind == Token::Kind::name && token.text == word; }

/// The condition after "while", as it is written.
std::string_view condition(std::string_view text, const Token& word) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n", word.end);
  const std::size_t end = text.find_last_not_of(" \t\r\n");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin, end + 1 - begin);
}

}  // namespace

std::optional<Literal> read_literal(const definition::Located& text, const Scope& scope, const Evaluator& evaluator) {
  const std::size_t begin = text.text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || !text.text.substr(begin).starts_with("literal")) return std::nullopt;
  Diagnostics unheard;  // what is no literal is lexed again as an expression
  const std::vector<Token> tokens = expression::lex_expression(text, unheard);
  if (tokens.size() < 3 || !is_word(tokens[0], "literal") || tokens[1].kind != Token::Kind::text) return std::nullopt;
  Literal literal{tokens[1].text};
  if (tokens[2].kind == Token::Kind::end) return literal;
  if (is_word(tokens[2], "while") && tokens[3].kind != Token::Kind::end) {
    literal.reason = condition(text.text, tokens[2]);
    const Value value = evaluator.evaluate(text.part(tokens[2].end, text.text.size() - tokens[2].end), scope);
    literal.fails = !value.failed() && !is_true(value);
    return literal;
  }
  if (!is_word(tokens[2], "because") || tokens[3].kind != Token::Kind::text || tokens[4].kind != Token::Kind::end) return std::nullopt;
  literal.reason = tokens[3].text;
  return literal;
}

}  // namespace tilstand::content
