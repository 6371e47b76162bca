// SPDX-License-Identifier: Apache-2.0
#include "expression/expression.hpp"

#include <catch2/catch.hpp>

#include "unit/content/written.hpp"

using namespace tilstand;
using written::Report;

namespace {

/// Code, line and column, and hint of what an expression gets wrong.
std::string mistake_of(const std::string& expression) {
  Report report;
  report.said(expression);
  INFO(expression);
  REQUIRE(report.diagnostics.list().size() == 1);
  const std::string& hint = report.diagnostics.list().front().hint;
  return report.mistakes().front() + (hint.empty() ? "" : ", " + hint);
}

}  // namespace

TEST_CASE("and binds more tightly than or, not more tightly than and, comparison most of the words", "[content]") {
  Report report;
  CHECK(report.holds("true or false and false"));
  CHECK_FALSE(report.holds("(true or false) and false"));
  CHECK(report.holds("not false or true"));
  CHECK_FALSE(report.holds("not (false or true)"));
  CHECK_FALSE(report.holds("not true and false or false"));
  CHECK(report.holds("not 1 == 2"));
  CHECK(report.holds("1 == 2 or 2 == 2 and 3 == 3"));
  CHECK(report.holds("not not true"));
  CHECK(report.mistakes().empty());
}

TEST_CASE("numbers compare as numbers, also of figures and texts, all else as text", "[content]") {
  Report report;
  CHECK(report.holds("9 < 10"));
  CHECK(report.holds("'9' < 10"));
  CHECK(report.holds("2.50 == 2.5"));
  CHECK(report.holds("-3 < -2"));
  CHECK(report.holds("trust < trust.before"));
  CHECK(report.holds("trust >= 47 and trust <= 47 and not (trust != 47)"));
  CHECK(report.holds("'ab' < 'b'"));
  CHECK(report.holds("trust.judgement == 'negative'"));
  CHECK(report.holds("datasets[2020] == 4213"));
  CHECK(report.mistakes().empty());
}

TEST_CASE("a missing value equals only a missing value and holds nothing", "[content]") {
  Report report;
  CHECK_FALSE(report.holds("fresh.before"));
  CHECK(report.holds("fresh.before != 1"));
  CHECK_FALSE(report.holds("fresh.before == 1"));
  CHECK_FALSE(report.holds("fresh.before < 1"));
  CHECK(report.holds("fresh.before == fresh.before.before"));
  CHECK(report.said("fresh.before.value").empty());
  CHECK(report.mistakes().empty());
}

TEST_CASE("indexing finds a year's value and a figure by its name, written or evaluated", "[content]") {
  Report report;
  CHECK(report.said("datasets[2020].value") == "4\u00A0213");
  CHECK(report.said("figures['trust'].short") == "47\u00A0%");
  CHECK(report.said("place[2020].before.value") == "9.\u00A0plass");
  CHECK(report.said("trust[about.year].number") == "47");
  CHECK(report.mistakes().empty());
}

TEST_CASE("names may differ in - and _", "[content]") {
  Report report;
  CHECK(report.said("trust.percent_change") == report.said("trust.percent-change"));
  CHECK(report.mistakes().empty());
}

TEST_CASE("a loop's variable hides what is outside it", "[content]") {
  Report report;
  report.scope.variables.push_back({"trust", content::Value{std::string("ute"), {}}});
  report.scope.variables.push_back({"trust", content::Value{std::string("inne"), {}}});
  CHECK(report.said("trust") == "inne");
}

TEST_CASE("mistakes in expressions are found at their place, with what was meant", "[content]") {
  CHECK(mistake_of("trsut") == "content.unknown-binding expression:1:1, did you mean \"trust\"?");
  CHECK(mistake_of("trust.vlaue") == "content.unknown-binding expression:1:7, did you mean \"value\"?");
  CHECK(mistake_of("about.yaer") == "content.unknown-binding expression:1:7, did you mean \"year\"?");
  CHECK(mistake_of("figures['trsut'].value") == "content.unknown-binding expression:1:9, did you mean \"trust\"?");
  CHECK(mistake_of("'å' == åpnet") == "content.unknown-binding expression:1:8");
  CHECK(mistake_of("datasets[1999].value") == "content.unknown-binding expression:1:10");
  CHECK(mistake_of("about[2020]") == "content.unknown-binding expression:1:7");
  CHECK(mistake_of("about.year.more") == "content.unknown-binding expression:1:12");
}

TEST_CASE("what a condition has decided guards what stands behind it", "[content]") {
  Report report;
  CHECK_FALSE(report.holds("false and datasets[1999]"));
  CHECK(report.holds("true or datasets[1999]"));
  CHECK(report.mistakes().empty());
}

TEST_CASE("what can't be read is refused at the place of the mistake", "[content]") {
  const auto refused = [](const std::string& expression) { return mistake_of(expression); };
  CHECK(refused("") == "content.bad-expression expression:1:1");
  CHECK(refused("trust = 4") == "content.bad-expression expression:1:7, write \"==\"");
  CHECK(refused("trust trust") == "content.bad-expression expression:1:7");
  CHECK(refused("(trust") == "content.bad-expression expression:1:7");
  CHECK(refused("datasets[2020") == "content.bad-expression expression:1:14");
  CHECK(refused("trust.") == "content.bad-expression expression:1:7");
  CHECK(refused("'åpen") == "content.bad-expression expression:1:1");
  CHECK(refused("'å' ? 1") == "content.bad-expression expression:1:5");
  CHECK(refused("literal 16") == "content.bad-expression expression:1:9");
  CHECK(refused("99999999999999999999") == "content.bad-expression expression:1:1");
  CHECK(refused("not") == "content.bad-expression expression:1:4");
  CHECK(refused("1 < 2 < 3") == "content.bad-expression expression:1:7");
}

TEST_CASE("deep nesting is refused, whichever way it nests", "[content]") {
  const auto repeated = [](const std::string& one, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += one;
    return text;
  };
  for (const std::string& deep : {repeated("(", 400) + "1" + repeated(")", 400), repeated("not ", 400) + "true", "trust" + repeated(".before", 400),
                                  "trust" + repeated("[trust", 400) + repeated("]", 400), "true" + repeated(" and true", 400)}) {
    Report report;
    report.said(deep);
    REQUIRE(report.diagnostics.list().size() == 1);
    CHECK(report.diagnostics.list().front().message == "this expression is nested too deeply");
  }
}

TEST_CASE("numbers are reckoned with, exactly; figures are not", "[content]") {
  Report report;
  CHECK(report.said("2 + 3 * 4 - -1") == "15");
  CHECK(report.holds("0.1 + 0.2 == 0.3"));
  CHECK(report.said("-(7 - 9) / 2") == "1");
  CHECK(report.holds("trust.year + 1 > 2021"));
  CHECK(report.mistakes().empty());
  CHECK(mistake_of("trust + 1") == "content.bad-expression expression:1:1, make it a derived figure in data.toml, under [derived]");
  CHECK(mistake_of("1 / (2 - 2)") == "content.bad-expression expression:1:1");
  CHECK(mistake_of("'a' + 1") == "content.bad-expression expression:1:1");
  CHECK(mistake_of("trust > (trust[2020]..2021)") == "content.bad-expression expression:1:21");
}

TEST_CASE("a figure of several years is that of the latest of them", "[content]") {
  Report report;
  CHECK(report.said("datasets[2000..2020].year") == "2020");
  CHECK(report.holds("datasets[2000..2020] == datasets[2020]"));
  CHECK(report.mistakes().empty());
  CHECK(mistake_of("datasets[1990..1999]") == "content.unknown-binding expression:1:10");
}

TEST_CASE("a function that there is not is named", "[content]") {
  Report report;
  report.said("nothing(trust)");
  REQUIRE(report.mistakes() == std::vector<std::string>{"content.unknown-function expression:1:1"});
  CHECK(report.diagnostics.list().front().message == "there is no function \"nothing\" here");
}

TEST_CASE("rows are counted and named, numbers said in words", "[content]") {
  Report report;
  CHECK(report.said("goals.count") == "3");
  CHECK(report.said("count(goals)") == "3");
  CHECK(report.said("count(goals where goals.level == 'God')") == "2");
  CHECK(report.said("count(figures where figures.tile)") == "1");
  CHECK(report.said("goals['Raskt'].number") == "2");
  CHECK(report.said("words(count(goals))") == "tre");
  CHECK(report.said("capital(words(count(goals where goals.group == 'x')))") == "To");
  CHECK(report.said("words(1, gender: 'neuter')") == "ett");
  CHECK(report.said("words(count(figures where figures.tile) + 4)") == "fem");
  CHECK(report.mistakes().empty());
  for (const char* wrong : {"count(3)", "count(goals, goals)", "words('x')", "words()", "goals['Sakte'].number", "goals.size", "count(goals where nothing)"}) {
    INFO(wrong);
    Report other;
    other.said(wrong);
    CHECK_FALSE(other.mistakes().empty());
  }
}

TEST_CASE("a text cell may hold bindings of its own", "[content]") {
  Report report;
  report.table("facts", "name = \"text\"\nsay = \"text\"\n", "name,say\na,blant {{ place.scope }} land\nb,{{ this.name }} og *c*\nc,{{ this.say }}\n");
  const auto tree = report.compose("[[part]]\ntitle = \"D\"\nmaster = \"text\"\n[[part.block]]\nkind = \"text\"\ntext = \"{{ facts['a'].say }}, {{ facts['b'].say }}\"\n");
  REQUIRE(tree);
  CHECK(written::paragraphs(*tree).back() == "blant 27 land, b og *c*");
  Report loop;
  loop.table("facts", "name = \"text\"\nsay = \"text\"\n", "name,say\na,{{ this.say }}\n");
  CHECK_FALSE(loop.compose("[[part]]\ntitle = \"D\"\nmaster = \"text\"\n[[part.block]]\nkind = \"text\"\ntext = \"{{ facts['a'].say }}\"\n"));
  CHECK(loop.mistakes() == std::vector<std::string>{"content.too-deep facts.csv:2:3"});
}

TEST_CASE("literal prints its text as it stands", "[content]") {
  Report report;
  CHECK(report.said("literal \"16–79\"") == "16–79");
  CHECK(report.said("literal '2 * 3 {x}'") == "2 * 3 {x}");
  CHECK(report.mistakes().empty());
}
