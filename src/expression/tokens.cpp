// SPDX-License-Identifier: Apache-2.0
#include "expression/tokens.hpp"

#include <array>
#include <optional>

namespace tilstand::expression {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool starts_name(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' || (static_cast<unsigned char>(byte) & 0x80) != 0;
}
bool continues_name(char byte) { return starts_name(byte) || is_digit(byte); }

/// One pass over the text; each `take` leaves `at_` behind the token.
class Lexer {
 public:
  Lexer(const definition::Located& text, Diagnostics& diagnostics) : located_(text), text_(text.text), diagnostics_(diagnostics) {}

  std::vector<Token> run() {
    std::vector<Token> tokens;
    for (;;) {
      while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
      const std::optional<Token> token = take();
      if (!token) return {};
      tokens.push_back(*token);
      if (token->kind == Token::Kind::end) return tokens;
    }
  }

 private:
  /// The word at `at_`; nothing when a mistake was reported.
  std::optional<Token> take() {
    if (at_ == text_.size()) return finish(Token::Kind::end, at_);
    const char first = text_[at_];
    if (starts_name(first)) return take_name();
    if (is_digit(first)) return take_number();
    if (first == '\'' || first == '"') return take_text(first);
    return take_symbol();
  }

  Token finish(Token::Kind kind, std::size_t end) {
    const std::size_t begin = at_;
    at_ = end;
    return {kind, std::string(text_.substr(begin, end - begin)), begin, end};
  }

  /// A hyphen belongs to a name when the name goes on behind it: `no-sharing`, but `a - b`.
  Token take_name() {
    const auto continues = [&](std::size_t at) { return at < text_.size() && continues_name(text_[at]); };
    std::size_t end = at_ + 1;
    while (continues(end) || (end < text_.size() && text_[end] == '-' && continues(end + 1))) ++end;
    return finish(Token::Kind::name, end);
  }

  Token take_number() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    if (end + 1 < text_.size() && text_[end] == '.' && is_digit(text_[end + 1])) {
      ++end;
      while (end < text_.size() && is_digit(text_[end])) ++end;
    }
    return finish(Token::Kind::number, end);
  }

  std::optional<Token> take_text(char quote) {
    const std::size_t close = text_.find(quote, at_ + 1);
    if (close == std::string_view::npos) return refuse(text_.size(), "this text has no closing quote");
    Token token = finish(Token::Kind::text, close + 1);
    token.text = token.text.substr(1, token.text.size() - 2);
    return token;
  }

  std::optional<Token> take_symbol() {
    constexpr std::array<std::string_view, 18> symbols = {"==", "!=", "<=", ">=", "<", ">", "(", ")", "..", ".", "[", "]", "+", "-", "*", "/", ",", ":"};
    for (const std::string_view symbol : symbols)
      if (text_.substr(at_).starts_with(symbol)) return finish(Token::Kind::symbol, at_ + symbol.size());
    if (text_[at_] == '=') return refuse(at_ + 1, "\"=\" is no comparison", "write \"==\"");
    return refuse(at_ + 1, "the character \"" + std::string(1, text_[at_]) + "\" has no meaning in an expression");
  }

  std::optional<Token> refuse(std::size_t end, std::string message, std::string hint = {}) {
    diagnostics_.error("content.bad-expression", std::move(message), located_.span(at_, end), std::move(hint));
    return std::nullopt;
  }

  const definition::Located& located_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Token> lex_expression(const definition::Located& text, Diagnostics& diagnostics) { return Lexer(text, diagnostics).run(); }

}  // namespace tilstand::expression
