// SPDX-License-Identifier: Apache-2.0
#include "expression/expression.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace tilstand;
using expression::Expression;

namespace {

std::string shape_of(const Expression& in, std::size_t at);

std::string call_of(const Expression& in, const Expression::Node& node) {
  std::string text = node.text + "(";
  for (const Expression::Argument& one : node.arguments)
    text += (text.ends_with("(") ? "" : ", ") + (one.name.empty() ? "" : one.name + ": ") + shape_of(in, one.node);
  return text + ")";
}

std::string pair_of(const Expression& in, const char* sign, const Expression::Node& node) {
  return "(" + shape_of(in, node.left) + " " + sign + " " + shape_of(in, node.right) + ")";
}

/// The tree as text, every step in parentheses.
std::string shape_of(const Expression& in, std::size_t at) {
  using Kind = Expression::Kind;
  const Expression::Node& node = in.nodes[at];
  constexpr const char* signs[] = {"+", "-", "*", "/"};
  constexpr const char* comparisons[] = {"==", "!=", "<", ">", "<=", ">="};
  switch (node.kind) {
    case Kind::text: return "'" + node.text + "'";
    case Kind::integer: return std::to_string(node.integer);
    case Kind::decimal: return std::to_string(node.decimal.mantissa) + "e-" + std::to_string(node.decimal.decimals);
    case Kind::boolean: return node.integer != 0 ? "true" : "false";
    case Kind::name: return node.text;
    case Kind::member: return shape_of(in, node.left) + "." + node.text;
    case Kind::index: return shape_of(in, node.left) + "[" + shape_of(in, node.right) + "]";
    case Kind::range: return pair_of(in, "..", node);
    case Kind::call: return call_of(in, node);
    case Kind::filter: return pair_of(in, "where", node);
    case Kind::minus: return "-" + shape_of(in, node.left);
    case Kind::arithmetic: return pair_of(in, signs[static_cast<int>(node.operation)], node);
    case Kind::negation: return "not " + shape_of(in, node.left);
    case Kind::both: return pair_of(in, "and", node);
    case Kind::either: return pair_of(in, "or", node);
    case Kind::comparison: return pair_of(in, comparisons[static_cast<int>(node.comparison)], node);
  }
  return {};
}

/// The shape of an expression, or the place and message of its mistake.
std::string read(const std::string& text) {
  Diagnostics diagnostics;
  const auto parsed = expression::parse_expression({text, FileId{0}, {1, 1}}, diagnostics);
  if (parsed) return shape_of(*parsed, parsed->root);
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list().front().code == "content.bad-expression");
  return std::to_string(diagnostics.list().front().span.begin.column) + ": " + diagnostics.list().front().message;
}

}  // namespace

TEST_CASE("products bind before sums, sums before comparisons, both from the left", "[expression]") {
  CHECK(read("a + b * c - d / e") == "((a + (b * c)) - (d / e))");
  CHECK(read("a - b - c") == "((a - b) - c)");
  CHECK(read("a / b / c") == "((a / b) / c)");
  CHECK(read("(a - b) * c") == "((a - b) * c)");
  CHECK(read("a + 1 > b * 2 and not c == d - 1") == "(((a + 1) > (b * 2)) and not (c == (d - 1)))");
}

TEST_CASE("a hyphen inside a name is a part of it, any other is a minus sign", "[expression]") {
  CHECK(read("no-sharing - no-sharing-state") == "(no-sharing - no-sharing-state)");
  CHECK(read("a -b") == "(a - b)");
  CHECK(read("a- b") == "(a - b)");
  CHECK(read("5-3") == "(5 - 3)");
  CHECK(read("a[2021]-a[2020]") == "(a[2021] - a[2020])");
  CHECK(read("-3 * -a") == "(-3 * -a)");
  CHECK(read("-2.50") == "-250e-2");
  CHECK(read("--3") == "--3");
  CHECK(read("-a.b[1]") == "-a.b[1]");
}

TEST_CASE("calls take arguments by place, then by name, and filtered columns", "[expression]") {
  CHECK(read("f()") == "f()");
  CHECK(read("relative-change(a, from: 2019) / 2") == "(relative-change(a, from: 2019) / 2)");
  CHECK(read("sum(t.n where t.kind == 'open' and t.year == 2021, b)") == "sum((t.n where ((t.kind == 'open') and (t.year == 2021))), b)");
  CHECK(read("f(g(a), -b).value") == "f(g(a), -b).value");
  CHECK(read("where") == "where");
}

TEST_CASE("an index may be a range", "[expression]") {
  CHECK(read("a[2017..2021]") == "a[(2017 .. 2021)]");
  CHECK(read("a[year - 1 .. year]") == "a[((year - 1) .. year)]");
}

TEST_CASE("what is no expression is refused where it stops being one", "[expression]") {
  CHECK(read("a +") == "4: a name or a value was expected here");
  CHECK(read("a + * b") == "5: a name or a value was expected here");
  CHECK(read("f(a b)") == "5: a comma or a closing parenthesis was expected here");
  CHECK(read("f(a,)") == "5: a name or a value was expected here");
  CHECK(read("f(a: 1, 2)") == "10: what is given without a name stands before what is given by name");
  CHECK(read("a where b") == "3: \"where\" was not expected here");
  CHECK(read("a .. b") == "3: \"..\" was not expected here");
  CHECK(read("f(a") == "4: a comma or a closing parenthesis was expected here");
  CHECK(read("a % b") == "3: the character \"%\" has no meaning in an expression");
  CHECK(read("a[1..]") == "6: a name or a value was expected here");
  CHECK(read("1e308") == "2: \"e308\" was not expected here");
}

TEST_CASE("depth and length are bounded", "[expression]") {
  const auto repeated = [](const std::string& one, int count) {
    std::string text;
    for (int at = 0; at < count; ++at) text += one;
    return text;
  };
  const std::string deep = "this expression is nested too deeply";
  CHECK(read(repeated("f(", 200) + "a" + repeated(")", 200)).ends_with(deep));
  CHECK(read(repeated("-", 1000) + "a").ends_with(deep));
  CHECK(read("a" + repeated(" + a", 200)).ends_with(deep));
  CHECK(read("f(a" + repeated(", a", 200) + ")").starts_with("f(a, a"));
  CHECK(read(repeated(" ", 5000) + "a") == "1: this expression is longer than 4096 bytes");
}

TEST_CASE("each node points at its words", "[expression]") {
  const std::string text = "f(aa - b, from: 2019)";
  Diagnostics diagnostics;
  const auto parsed = expression::parse_expression({text, FileId{0}, {3, 7}}, diagnostics);
  REQUIRE(parsed);
  const Expression::Node& call = parsed->nodes[parsed->root];
  CHECK(parsed->span(call).begin == Position{3, 7});
  CHECK(parsed->span(call).end == Position{3, 28});
  const Expression::Node& minus = parsed->nodes[call.arguments[0].node];
  CHECK(parsed->span(minus).begin == Position{3, 9});
  CHECK(parsed->span(minus).end == Position{3, 15});
  CHECK(text.substr(call.arguments[1].begin, call.arguments[1].end - call.arguments[1].begin) == "from: 2019");
}
