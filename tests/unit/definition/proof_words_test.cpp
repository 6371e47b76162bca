// SPDX-License-Identifier: Apache-2.0
#include "definition/proof_words.hpp"

#include <catch2/catch.hpp>

#include "unit/definition/folder.hpp"

namespace tilstand::definition {
namespace {

TEST_CASE("a language without the lists has no such words", "[definition]") {
  Folder folder;
  const ProofWords words = read_proof_words("nowhere", folder.sources, folder.diagnostics);
  CHECK(words.numbers.parts.empty());
  CHECK(folder.mistakes().empty());
}

TEST_CASE("lists of words are read, what is none is told", "[definition]") {
  Folder folder;
  folder.put("numbers.toml", "parts = [\"to\", \"tre\"]\nunits = 3\ntens = []\n");
  const std::string path = folder.put("directions.toml", "up = [\"opp\"]\n");
  const ProofWords words = read_proof_words(path.substr(0, path.rfind('/')), folder.sources, folder.diagnostics);
  CHECK(words.numbers.parts == std::vector<std::string>{"to", "tre"});
  CHECK(words.directions.up == std::vector<std::string>{"opp"});
  CHECK(folder.mistakes() == Mistakes{"definition.wrong-type numbers.toml:2:9", "definition.unknown-key numbers.toml:3:1"});
}

TEST_CASE("reasons are read with the places of their words", "[definition]") {
  Folder folder;
  const auto reasons = read_reasons(folder.put("reasons.toml", "[[reason]]\nwords = [\"Kantar #\", \"16–79\"]\nbecause = \"kilden\"\n"), folder.sources, folder.diagnostics);
  REQUIRE(reasons);
  REQUIRE(reasons->size() == 1);
  CHECK(reasons->front().phrases == std::vector<std::string>{"Kantar #", "16–79"});
  CHECK(reasons->front().spans.at(1).begin == Position{2, 23});
  CHECK(reasons->front().reason == "kilden");
  CHECK(folder.mistakes().empty());
}

TEST_CASE("no file of reasons is no mistake, an empty reason is one", "[definition]") {
  Folder folder;
  CHECK_FALSE(read_reasons("nowhere.toml", folder.sources, folder.diagnostics));
  CHECK(folder.mistakes().empty());
  CHECK(read_reasons(folder.put("reasons.toml", "[[reason]]\nwords = [\" \"]\nbecause = \"\"\n[[reason]]\nbecause = \"x\"\n"), folder.sources, folder.diagnostics));
  CHECK(folder.mistakes() == Mistakes{"definition.empty-reason reasons.toml:2:11", "definition.empty-reason reasons.toml:3:12", "definition.missing-key reasons.toml:4:1"});
}

}  // namespace
}  // namespace tilstand::definition
