// SPDX-License-Identifier: Apache-2.0
#include "tables/json_value.hpp"

#include <catch2/catch.hpp>

#include "base/json_text.hpp"

using namespace tilstand;
using namespace tilstand::tables;

namespace {

/// The place of the fault, or the text's size when it could be read.
std::size_t fault_at(std::string_view text) {
  JsonFault fault;
  return read_json(text, fault) ? text.size() : fault.at;
}

}  // namespace

TEST_CASE("JSON of every kind is read, with its place", "[tables][unit]") {
  JsonFault fault;
  const auto json = read_json(R"( {"a": [1, -2.50e+3, true, false, null], "b": {"c": "d"}} )", fault);
  REQUIRE(json);
  const Json* list = json->member("a");
  REQUIRE(list != nullptr);
  REQUIRE(list->array()->size() == 5);
  CHECK(list->array()->at(0).integer() == 1);
  CHECK(std::get<Json::Number>(list->array()->at(1).value).text == "-2.50e+3");
  CHECK(!list->array()->at(1).integer());
  CHECK(std::get<bool>(list->array()->at(2).value));
  CHECK(std::holds_alternative<std::monostate>(list->array()->at(4).value));
  CHECK(list->begin == 7);
  CHECK(list->end == 39);
  CHECK(*json->member("b")->member("c")->string() == "d");
  CHECK(json->member("none") == nullptr);
}

TEST_CASE("strings come back as they were written", "[tables][unit][property]") {
  for (const std::string text : {"", "plain", "a\"b\\c/d", "\n\t\x01\x1f", "æøå č \xF0\x9F\x90\x91"}) {
    JsonFault fault;
    const auto json = read_json(json_string(text), fault);
    REQUIRE(json);
    CHECK(*json->string() == text);
  }
  JsonFault fault;
  CHECK(*read_json(R"("\u00e5\ud83d\udc11\b")", fault)->string() == "å\xF0\x9F\x90\x91\b");
}

TEST_CASE("what is no JSON is told with its place", "[tables][unit]") {
  CHECK(fault_at("") == 0);
  CHECK(fault_at("[1,]") == 3);
  CHECK(fault_at("[1 2]") == 3);
  CHECK(fault_at("{\"a\":1,\"a\":2}") == 7);
  CHECK(fault_at("{a:1}") == 1);
  CHECK(fault_at("01") == 1);
  CHECK(fault_at("1.") == 2);
  CHECK(fault_at("NaN") == 0);
  CHECK(fault_at("\"\\ud800\"") == 1);
  CHECK(fault_at("\"\\udc00\"") == 1);
  CHECK(fault_at("\"\\q\"") == 1);
  CHECK(fault_at("\"a\nb\"") == 2);
  CHECK(fault_at("\"open") == 5);
  CHECK(fault_at("{\"a\":") == 5);
  CHECK(fault_at("\"\xff\"") == 1);
  CHECK(fault_at("true false") == 5);
}

TEST_CASE("deep nesting and cut texts are refused, never followed", "[tables][unit]") {
  CHECK(fault_at(std::string(100'000, '[')) == 101);
  CHECK(fault_at(std::string(100, '[') + std::string(100, ']')) == 200);
  const std::string whole = R"({"a": [1, {"b": "cd\u00e5"}], "e": -1.5e2})";
  for (std::size_t size = 0; size < whole.size(); ++size) CHECK(fault_at(whole.substr(0, size)) <= size);
}
