// SPDX-License-Identifier: Apache-2.0
#include "definition/reader.hpp"

#include <catch2/catch.hpp>

#include "unit/definition/folder.hpp"

namespace tilstand::definition {
namespace {

/// A table with one reader for it.
struct Table {
  Folder folder;
  Toml root;
  ReadContext context{folder.diagnostics};

  explicit Table(const std::string& text) {
    const FileId file = folder.sources.add("t.toml", text);
    root = parse_toml(file, folder.sources, folder.diagnostics).value();
  }
  KeyReader reader() { return KeyReader(root, context); }
};

enum class Fruit { apple, pear };
constexpr std::array<std::pair<std::string_view, Fruit>, 2> fruits{{{"apple", Fruit::apple}, {"pear", Fruit::pear}}};

TEST_CASE("each getter takes a value of its type", "[definition]") {
  Table table("text = \"a\"\nlist = [\"a\", \"b\"]\nyes = true\nwhole = 3\nreal = 0.5\nalso-real = 2\nlength = \"5mm\"\nfruit = \"pear\"\n");
  KeyReader keys = table.reader();
  Text text;
  std::vector<Text> list;
  bool yes = false;
  int whole = 0;
  std::optional<double> real, also_real;
  std::optional<Length> length;
  Fruit fruit = Fruit::apple;
  CHECK(keys.text("text", text));
  CHECK(text.value == "a");
  CHECK(text.span.begin == Position{1, 9});
  CHECK(keys.texts("list", list));
  CHECK(list.size() == 2);
  CHECK((keys.boolean("yes", yes) && yes));
  CHECK((keys.integer("whole", whole, {1, 3}) && whole == 3));
  CHECK((keys.real("real", real) && real == 0.5));
  CHECK((keys.real("also-real", also_real) && also_real == 2.0));
  CHECK((keys.length("length", length) && length == mm(5)));
  CHECK((keys.choice("fruit", fruit, fruits) && fruit == Fruit::pear));
  keys.finish();
  CHECK(table.folder.mistakes().empty());
}

TEST_CASE("a value of the wrong type is told at the value and leaves what was there", "[definition]") {
  Table table("text = 1\nlist = [\"a\", 2]\nyes = \"true\"\nwhole = 1.5\nreal = \"1\"\nlength = 5\ntable = []\ntables = [1]\n");
  KeyReader keys = table.reader();
  Text text{"kept", {}};
  std::vector<Text> list;
  bool yes = true;
  int whole = 7;
  std::optional<double> real;
  Length length = mm(1);
  CHECK_FALSE(keys.text("text", text));
  CHECK(text.value == "kept");
  CHECK(keys.texts("list", list));
  CHECK_FALSE(keys.boolean("yes", yes));
  CHECK_FALSE(keys.integer("whole", whole, {0, 9}));
  CHECK(whole == 7);
  CHECK_FALSE(keys.real("real", real));
  CHECK_FALSE(keys.length("length", length));
  CHECK(length == mm(1));
  CHECK(keys.table("table") == nullptr);
  CHECK(keys.tables("tables").empty());
  CHECK(table.folder.mistakes() == Mistakes{"definition.wrong-type t.toml:1:8", "definition.wrong-type t.toml:2:14", "definition.wrong-type t.toml:3:8",
                                            "definition.wrong-type t.toml:4:9", "definition.wrong-type t.toml:5:9", "definition.wrong-type t.toml:6:10",
                                            "definition.wrong-type t.toml:7:9", "definition.wrong-type t.toml:8:11"});
  CHECK(table.folder.message() == "expected a string, found an integer");
}

TEST_CASE("numbers out of range and lengths that are none are told", "[definition]") {
  Table table("high = 4\nlow = 0\nhuge = nan\nlength = \"5cm\"\nunit = \"2u\"\n");
  KeyReader keys = table.reader();
  int whole = 2;
  std::optional<double> real;
  std::optional<Length> length;
  CHECK_FALSE(keys.integer("high", whole, {1, 3}));
  CHECK_FALSE(keys.integer("low", whole, {1, 3}));
  CHECK_FALSE(keys.real("huge", real));
  CHECK_FALSE(real.has_value());
  CHECK_FALSE(keys.length("length", length));
  CHECK_FALSE(keys.length("unit", length));
  CHECK(table.folder.mistakes() == Mistakes{"definition.out-of-range t.toml:1:8", "definition.out-of-range t.toml:2:7", "definition.out-of-range t.toml:3:8",
                                            "definition.bad-length t.toml:4:11", "definition.bad-length t.toml:5:9"});
  CHECK(table.folder.message() == "expected an integer from 1 to 3, found 4");
}

TEST_CASE("a required key that is missing is told at the table", "[definition]") {
  Table table("[part]\nx = 1\n");
  KeyReader keys(*table.root.find("part"), table.context);
  Text text;
  Length length;
  CHECK_FALSE(keys.text("title", text, Need::required));
  CHECK_FALSE(keys.length("size", length, Need::required));
  CHECK(table.folder.mistakes() == Mistakes{"definition.missing-key t.toml:1:1", "definition.missing-key t.toml:1:1"});
}

TEST_CASE("a misspelt key is told with the one that was meant", "[definition]") {
  Table table("titel = \"a\"\nname = \"b\"\n");
  KeyReader keys = table.reader();
  Text text;
  keys.text("title", text);
  keys.text("name", text);
  keys.finish();
  CHECK(table.folder.mistakes() == Mistakes{"definition.unknown-key t.toml:1:1"});
  CHECK(table.folder.hint() == "did you mean \"title\"?");
}

TEST_CASE("a word that is none of the choices is told with the one that was meant", "[definition]") {
  Table table("fruit = \"aple\"\n");
  KeyReader keys = table.reader();
  Fruit fruit = Fruit::pear;
  CHECK_FALSE(keys.choice("fruit", fruit, fruits));
  CHECK(fruit == Fruit::pear);
  CHECK(table.folder.mistakes() == Mistakes{"definition.unknown-value t.toml:1:10"});
  CHECK(table.folder.message() == "unknown value \"aple\", expected one of apple, pear");
  CHECK(table.folder.hint() == "did you mean \"apple\"?");
}

TEST_CASE("what is no table needs no keys", "[definition]") {
  Table table("part = 3\n");
  KeyReader keys(*table.root.find("part"), table.context);
  Text text;
  CHECK_FALSE(keys.text("title", text, Need::required));
  keys.finish();
  CHECK(table.folder.mistakes() == Mistakes{"definition.wrong-type t.toml:1:8"});
}

}  // namespace
}  // namespace tilstand::definition
