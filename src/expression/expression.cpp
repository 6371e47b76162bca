// SPDX-License-Identifier: Apache-2.0
#include "expression/expression.hpp"

#include <algorithm>
#include <charconv>

#include "expression/tokens.hpp"

namespace tilstand::expression {
namespace {

constexpr int deepest = 64;
constexpr std::size_t longest = 4096;

/// Recursive descent: either → both → negation → comparison → total → product → minus → primary. Depth is bounded by `deepest`.
class Parser {
 public:
  using Kind = Expression::Kind;
  using Index = std::optional<std::size_t>;

  Parser(Expression& out, std::vector<Token> tokens, Diagnostics& diagnostics)
      : out_(out), tokens_(std::move(tokens)), diagnostics_(diagnostics) {}

  bool run() {
    if (peek().kind == Token::Kind::end) return fail("an expression was expected here");
    const Index root = either(0);
    if (!root) return false;
    if (peek().kind != Token::Kind::end) return fail("\"" + peek().text + "\" was not expected here");
    out_.root = *root;
    return true;
  }

 private:
  const Token& peek() const { return tokens_[at_]; }
  bool next_is(Token::Kind kind, std::string_view text) const { return peek().kind == kind && peek().text == text; }
  bool take(Token::Kind kind, std::string_view text) {
    if (!next_is(kind, text)) return false;
    ++at_;
    return true;
  }

  bool fail(std::string message) {
    const Token& token = peek();
    diagnostics_.error("content.bad-expression", std::move(message),
                       definition::Located(out_.source, out_.file, out_.start).span(token.begin, token.end));
    return false;
  }
  Index refuse(std::string message) {
    fail(std::move(message));
    return std::nullopt;
  }

  Index add(Expression::Node node) {
    if (node.depth > deepest) return refuse("this expression is nested too deeply");
    out_.nodes.push_back(std::move(node));
    return out_.nodes.size() - 1;
  }

  Index join(Kind kind, std::size_t left, std::size_t right) {
    Expression::Node node;
    node.kind = kind;
    node.left = left, node.right = right;
    node.begin = out_.nodes[left].begin, node.end = out_.nodes[right].end;
    node.depth = 1 + std::max(out_.nodes[left].depth, out_.nodes[right].depth);
    return add(std::move(node));
  }

  Index either(int depth) { return chain(Kind::either, "or", depth); }

  Index chain(Kind kind, std::string_view word, int depth) {
    const auto operand = [&] { return kind == Kind::either ? chain(Kind::both, "and", depth) : negation(depth); };
    Index left = operand();
    while (left && take(Token::Kind::name, word)) {
      const Index right = operand();
      left = right ? join(kind, *left, *right) : std::nullopt;
    }
    return left;
  }

  Index negation(int depth) {
    if (depth > deepest) return refuse("this expression is nested too deeply");
    if (!take(Token::Kind::name, "not")) return comparison(depth);
    const Index operand = negation(depth + 1);
    return operand ? join(Kind::negation, *operand, *operand) : std::nullopt;
  }

  Index comparison(int depth) {
    const Index left = total(depth);
    const std::optional<Expression::Comparison> sign = left ? comparison_sign() : std::nullopt;
    if (!sign) return left;
    ++at_;
    const Index right = total(depth);
    const Index node = right ? join(Kind::comparison, *left, *right) : std::nullopt;
    if (node) out_.nodes[*node].comparison = *sign;
    return node;
  }

  std::optional<Expression::Comparison> comparison_sign() const {
    using Sign = Expression::Comparison;
    if (peek().kind != Token::Kind::symbol) return std::nullopt;
    const std::string& text = peek().text;
    if (text == "==") return Sign::equal;
    if (text == "!=") return Sign::not_equal;
    if (text == "<") return Sign::less;
    if (text == ">") return Sign::greater;
    if (text == "<=") return Sign::less_equal;
    return text == ">=" ? std::optional(Sign::greater_equal) : std::nullopt;
  }

  Index calculated(Expression::Operation operation, Index left, Index right) {
    const Index node = left && right ? join(Kind::arithmetic, *left, *right) : std::nullopt;
    if (node) out_.nodes[*node].operation = operation;
    return node;
  }

  Index total(int depth) {
    Index left = product(depth);
    while (left && (next_is(Token::Kind::symbol, "+") || next_is(Token::Kind::symbol, "-"))) {
      const bool plus = tokens_[at_++].text == "+";
      left = calculated(plus ? Expression::Operation::add : Expression::Operation::subtract, left, product(depth));
    }
    return left;
  }

  Index product(int depth) {
    Index left = minus(depth);
    while (left && (next_is(Token::Kind::symbol, "*") || next_is(Token::Kind::symbol, "/"))) {
      const bool times = tokens_[at_++].text == "*";
      left = calculated(times ? Expression::Operation::multiply : Expression::Operation::divide, left, minus(depth));
    }
    return left;
  }

  /// A number takes its sign in itself, so that `-3` is a number wherever one may stand.
  Index minus(int depth) {
    if (depth > deepest) return refuse("this expression is nested too deeply");
    const std::size_t begin = peek().begin;
    if (!take(Token::Kind::symbol, "-")) return primary(depth);
    const bool sign_of_number = peek().kind == Token::Kind::number;
    const Index operand = minus(depth + 1);
    if (!operand) return operand;
    Expression::Node& inner = out_.nodes[*operand];
    if (!sign_of_number) {
      const Index node = join(Kind::minus, *operand, *operand);
      if (node) out_.nodes[*node].begin = begin;
      return node;
    }
    inner.begin = begin;
    inner.integer = -inner.integer, inner.decimal.mantissa = -inner.decimal.mantissa;
    return operand;
  }

  Index primary(int depth) {
    const Token token = peek();
    if (take(Token::Kind::symbol, "(")) {
      const Index inner = nested(depth);
      if (inner && !take(Token::Kind::symbol, ")")) return refuse("a closing parenthesis was expected here");
      return inner ? suffixes(*inner, depth) : inner;
    }
    if (token.kind == Token::Kind::name && token.text == "literal") return literal();
    if (token.kind == Token::Kind::number) return number();
    if (token.kind == Token::Kind::text) return leaf(Kind::text);
    if (token.kind != Token::Kind::name) return refuse("a name or a value was expected here");
    if (token.text == "true" || token.text == "false") return leaf(Kind::boolean);
    const bool called = tokens_[at_ + 1].kind == Token::Kind::symbol && tokens_[at_ + 1].text == "(";
    const Index name = called ? call(depth) : leaf(Kind::name);
    return name ? suffixes(*name, depth) : name;
  }

  Index call(int depth) {
    Expression::Node node;
    node.kind = Kind::call;
    node.text = peek().text;
    node.begin = peek().begin;
    at_ += 2;
    while (!next_is(Token::Kind::symbol, ")")) {
      if (!node.arguments.empty() && !take(Token::Kind::symbol, ",")) return refuse("a comma or a closing parenthesis was expected here");
      const std::optional<Expression::Argument> given = argument(depth);
      if (!given) return std::nullopt;
      if (given->name.empty() && !node.arguments.empty() && !node.arguments.back().name.empty())
        return refuse("what is given without a name stands before what is given by name");
      node.depth = std::max(node.depth, 1 + out_.nodes[given->node].depth);
      node.arguments.push_back(*given);
    }
    node.end = tokens_[at_++].end;
    return add(std::move(node));
  }

  std::optional<Expression::Argument> argument(int depth) {
    Expression::Argument given;
    given.begin = peek().begin;
    const bool named = peek().kind == Token::Kind::name && tokens_[at_ + 1].kind == Token::Kind::symbol && tokens_[at_ + 1].text == ":";
    if (named) given.name = peek().text, at_ += 2;
    Index value = nested(depth);
    if (value && take(Token::Kind::name, "where")) {
      const Index condition = nested(depth);
      value = condition ? join(Kind::filter, *value, *condition) : std::nullopt;
    }
    if (!value) return std::nullopt;
    given.node = *value;
    given.end = tokens_[at_ - 1].end;
    return given;
  }

  Index nested(int depth) {
    if (depth >= deepest) return refuse("this expression is nested too deeply");
    return either(depth + 1);
  }

  Index literal() {
    ++at_;
    if (peek().kind != Token::Kind::text) return refuse("a text in quotes was expected after \"literal\"");
    return leaf(Kind::text);
  }

  Index leaf(Kind kind) {
    const Token& token = tokens_[at_++];
    Expression::Node node;
    node.kind = kind;
    node.text = token.text;
    node.integer = token.text == "true" ? 1 : 0;
    node.begin = token.begin, node.end = token.end;
    return add(std::move(node));
  }

  Index number() {
    const std::string text = peek().text;
    const std::size_t point = text.find('.');
    const int decimals = point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
    std::string digits = text;
    if (decimals > 0) digits.erase(point, 1);
    std::int64_t mantissa = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), mantissa);
    if (read.ec != std::errc{} || decimals > 9) return refuse("this number is too long");
    const Index node = leaf(decimals > 0 ? Kind::decimal : Kind::integer);
    if (!node) return node;
    out_.nodes[*node].integer = mantissa;
    out_.nodes[*node].decimal = {mantissa, decimals};
    return node;
  }

  Index suffixes(std::size_t base, int depth) {
    Index value = base;
    while (value) {
      if (take(Token::Kind::symbol, ".")) value = member(*value);
      else if (take(Token::Kind::symbol, "[")) value = index(*value, depth);
      else break;
    }
    return value;
  }

  Index member(std::size_t base) {
    if (peek().kind != Token::Kind::name) return refuse("a name was expected after the point");
    const Index name = leaf(Kind::member);
    if (!name) return name;
    Expression::Node& node = out_.nodes[*name];
    node.left = base;
    node.depth = 1 + out_.nodes[base].depth;
    return node.depth > deepest ? refuse("this expression is nested too deeply") : name;
  }

  Index index(std::size_t base, int depth) {
    Index key = nested(depth);
    if (key && take(Token::Kind::symbol, "..")) {
      const Index last = nested(depth);
      key = last ? join(Kind::range, *key, *last) : std::nullopt;
    }
    if (!key) return key;
    if (!take(Token::Kind::symbol, "]")) return refuse("a closing bracket was expected here");
    const std::size_t begin = out_.nodes[*key].begin, end = out_.nodes[*key].end;
    const Index node = join(Kind::index, base, *key);
    if (node) out_.nodes[*node].begin = begin, out_.nodes[*node].end = end;
    return node;
  }

  Expression& out_;
  std::vector<Token> tokens_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Expression> parse_expression(const definition::Located& text, Diagnostics& diagnostics) {
  Expression expression;
  expression.source = std::string(text.text);
  expression.file = text.file;
  expression.start = text.start;
  if (text.text.size() > longest) {
    diagnostics.error("content.bad-expression", "this expression is longer than " + std::to_string(longest) + " bytes", text.span(0, longest));
    return std::nullopt;
  }
  std::vector<Token> tokens = lex_expression(text, diagnostics);
  if (tokens.empty() || !Parser(expression, std::move(tokens), diagnostics).run()) return std::nullopt;
  return expression;
}

}  // namespace tilstand::expression
