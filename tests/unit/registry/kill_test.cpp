// SPDX-License-Identifier: Apache-2.0
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>

#include "support/process.hpp"
#include "unit/registry/samples.hpp"

using namespace tilstand;
using namespace tilstand::registry;

namespace {

constexpr int writers = 4, rounds = 12;

std::string digest_like(int writer, int number) {
  std::string text = std::to_string(writer) + "0" + std::to_string(number);
  return text + std::string(64 - text.size(), 'f');
}

/// Records without end, as two commands would: an edition, a recipient, an attempt with its outcome.
[[noreturn]] void write_until_killed(const std::string& path, int writer, int start) {
  Diagnostics diagnostics;
  const auto reg = Register::open({.path = path, .may_write = true}, diagnostics);
  if (!reg) ::_exit(1);
  for (int number = start;; ++number) {
    Edition edition = sample_edition();
    edition.sha256 = edition.built_sha256 = digest_like(writer, number);
    const std::string key = std::to_string(writer) + "-" + std::to_string(number);
    if (!reg->add(edition, noon, diagnostics)) ::_exit(2);
    if (!reg->intend(sample_occasion, {wanted(key)}, false, noon, diagnostics)) ::_exit(3);
    if (!reg->begin("id-" + key, 0, "folder", sample_files(), noon, diagnostics)) ::_exit(4);
    if (!reg->record("id-" + key, {State::delivered, "", "", 1, ""}, noon, diagnostics)) ::_exit(5);
  }
}

pid_t start(const std::string& path, int writer, int number) {
  const pid_t child = ::fork();
  if (child == 0) write_until_killed(path, writer, number);
  return child;
}

}  // namespace

TEST_CASE("several writers that are killed at any moment leave a sound register") {
  const support::Folder folder("registry-kill");
  const std::string path = folder.file("r.sqlite");
  std::size_t before = 0;
  for (int round = 0; round < rounds; ++round) {
    pid_t children[writers];
    for (int writer = 0; writer < writers; ++writer) children[writer] = start(path, writer, 100000 * round);
    for (int writer = 0; writer < writers; ++writer) {
      ::usleep(static_cast<useconds_t>(3000 + 17000 * ((round * 7 + writer * 3) % 11)));  // the first rounds hit the making of the file
      ::kill(children[writer], SIGKILL);
    }
    for (const pid_t child : children) {
      int status = 0;
      REQUIRE(::waitpid(child, &status, 0) == child);
      CHECK(WIFSIGNALED(status));  // none has ended by itself, for none has failed
    }
    Diagnostics diagnostics;
    const auto reg = Register::open({.path = path, .may_write = true}, diagnostics);
    REQUIRE(reg);
    CHECK(reg->check(diagnostics));
    const auto editions = reg->editions(diagnostics);
    REQUIRE(editions);
    CHECK(editions->size() >= before);  // what was committed stays
    before = editions->size();
    for (const Edition& edition : *editions) CHECK(edition.inputs.size() == 2);  // never half of one
    CHECK(diagnostics.list().empty());
  }
  CHECK(before > writers);
}

TEST_CASE("a copy's number is given once though many ask at the same time") {
  const support::Folder folder("registry-many");
  const std::string path = folder.file("r.sqlite");
  pid_t children[writers];
  constexpr int each = 25;
  for (int writer = 0; writer < writers; ++writer) {
    children[writer] = ::fork();
    if (children[writer] != 0) continue;
    Diagnostics diagnostics;
    const auto reg = Register::open({.path = path, .may_write = true}, diagnostics);
    for (int number = 0; reg && number < each; ++number) reg->intend(sample_occasion, {wanted(std::to_string(writer) + "-" + std::to_string(number))}, false, noon, diagnostics);
    ::_exit(reg && diagnostics.list().empty() ? 0 : 1);
  }
  for (const pid_t child : children) {
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
  }
  Diagnostics diagnostics;
  const auto reg = Register::open({.path = path}, diagnostics);
  REQUIRE(reg);
  const auto all = reg->deliveries(sample_occasion, diagnostics);
  REQUIRE(all);
  REQUIRE(all->size() == each * writers);
  for (std::size_t at = 0; at < all->size(); ++at) CHECK((*all)[at].copy_number == static_cast<std::int64_t>(at) + 1);
}
