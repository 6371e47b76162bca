// SPDX-License-Identifier: Apache-2.0
#include "deliver/run.hpp"

#include <catch2/catch.hpp>

#include "deliver/lock.hpp"
#include "deliver/report.hpp"
#include "unit/deliver/samples.hpp"

using namespace tilstand;
using namespace tilstand::deliver;
using registry::State;

namespace {

using Codes = std::vector<std::string>;
using States = std::vector<State>;

channel::Outcome outcome(channel::State state, const std::string& detail = {}) { return {state, detail, {}}; }

}  // namespace

TEST_CASE("a parcel's id hangs on report, year, edition, issue and recipient, and on nothing else") {
  const registry::Occasion occasion{"small", 2021, "archive", 1};
  CHECK(message_id(occasion, "a") == message_id(occasion, "a"));
  CHECK(message_id(occasion, "a").size() == 36);
  for (const auto& [other, recipient] : {std::pair(registry::Occasion{"small", 2022, "archive", 1}, "a"), std::pair(registry::Occasion{"large", 2021, "archive", 1}, "a"),
                                         std::pair(registry::Occasion{"small", 2021, "archive-nn", 1}, "a"), std::pair(registry::Occasion{"small", 2021, "archive", 2}, "a"), std::pair(occasion, "b")})
    CHECK(message_id(other, recipient) != message_id(occasion, "a"));
}

TEST_CASE("what was sent is not sent again") {
  Post post("again");
  CHECK(post.send() == States(3, State::sent));
  CHECK(post.codes().empty());
  CHECK(post.channel.sent.size() == 3);
  CHECK(post.channel.sent[0].attachments.at(0).name == "small-2021.pdf");
  CHECK(post.channel.sent[0].address == "a@example.org");
  CHECK(post.send() == States(3, State::sent));
  CHECK(post.channel.sent.size() == 3);
  CHECK(post.waits.empty());
  post.recipients.push_back(sample_recipient("d"));
  CHECK(post.send().size() == 4);
  CHECK(post.channel.sent.size() == 4);
}

TEST_CASE("what failed is tried again under its id, with longer and longer waits, not for ever") {
  Post post("retry", {"a"});
  int left = 2;
  post.channel.answer = [&](const auto&) { return outcome(left-- > 0 ? channel::State::failed : channel::State::sent); };
  CHECK(post.send() == States{State::sent});
  CHECK(post.waits == std::vector<int>{5, 10});
  CHECK(post.channel.sent[0].id == post.channel.sent[2].id);
  Post other("retry-end", {"a"});
  other.channel.answer = [](const auto&) { return outcome(channel::State::failed, "no answer from <x@y.no>"); };
  CHECK(other.send({.attempts = 5, .first_wait = 20, .longest_wait = 50}) == States{State::failed});
  CHECK(other.waits == std::vector<int>{20, 40, 50, 50});
  CHECK(other.codes() == Codes{"deliver.failed"});
  CHECK(support::holds(other.diagnostics.list()[0].message, "no answer from …"));
  CHECK(other.send({.attempts = 1}) == States{State::failed});
  CHECK(other.channel.sent.size() == 6);
}

TEST_CASE("one that fails doesn't keep the others waiting") {
  Post post("others");
  post.channel.answer = [](const auto& parcel) { return outcome(parcel.address[0] == 'a' ? channel::State::failed : channel::State::delivered); };
  CHECK(post.send() == States{State::failed, State::delivered, State::delivered});
  CHECK(post.channel.sent[1].address == "b@example.org");
  CHECK(post.channel.sent.size() == 6);
}

TEST_CASE("an uncertain parcel stays uncertain until it is known, and keeps its id") {
  Post post("uncertain", {"a"});
  std::deque<channel::State> answers = {channel::State::uncertain, channel::State::failed, channel::State::uncertain};
  post.channel.answer = [&](const auto&) {
    const auto next = answers.front();
    answers.pop_front();
    return outcome(next);
  };
  CHECK(post.send({.attempts = 2}) == States{State::uncertain});  // the failed attempt says nothing about the first
  CHECK(post.codes() == Codes{"deliver.uncertain"});
  post.write("other bytes");
  CHECK(post.send().empty());
  CHECK(post.codes() == Codes{"deliver.other-files"});
  post.write("the bytes");
  post.recipients[0].way = recipients::Way::folder;
  CHECK(post.send().empty());
  CHECK(post.codes() == Codes{"deliver.other-channel"});
  post.recipients[0].way = recipients::Way::smtp;
  answers = {channel::State::sent};
  CHECK(post.send() == States{State::sent});
  CHECK(post.channel.sent.size() == 3);
  CHECK(post.channel.sent[0].id == post.channel.sent[2].id);
}

TEST_CASE("what was refused is tried again only when that is asked for") {
  Post post("refused", {"a"});
  post.channel.answer = [](const auto&) { return outcome(channel::State::refused, "no such mailbox"); };
  CHECK(post.send() == States{State::refused});
  CHECK(post.codes() == Codes{"deliver.refused"});
  CHECK(post.channel.sent.size() == 1);
  CHECK(post.send() == States{State::refused});
  CHECK(post.channel.sent.size() == 1);
  post.channel.answer = [](const auto&) { return outcome(channel::State::sent); };
  CHECK(post.send({.retry_refused = true}) == States{State::sent});
  CHECK(post.channel.sent.size() == 2);
}

TEST_CASE("a corrected report goes out as another issue") {
  Post post("issue", {"a"});
  post.send();
  post.write("corrected bytes");
  CHECK(post.send().empty());
  CHECK(post.codes() == Codes{"deliver.other-files"});
  post.series.issue = 2;
  CHECK(post.send() == States{State::sent});
  CHECK(post.channel.sent[0].id != post.channel.sent[1].id);
}

TEST_CASE("a channel that isn't set up or a file that isn't there stops the run before anything is sent") {
  Post post("missing");
  post.recipients[2].way = recipients::Way::eformidling;
  post.send();
  CHECK(post.codes() == Codes{"deliver.no-channel"});
  CHECK(post.channel.sent.empty());
  Diagnostics diagnostics;
  const auto reserved = reserve(post.recipients, post.series, post.reg.get(), false, noon, diagnostics);
  REQUIRE(reserved);
  CHECK_FALSE(plan(*reserved, post.series, {{"a", {post.path("small-2021.pdf")}}, {"b", {post.path("none.pdf")}}}, post.sources, diagnostics));
  CHECK(diagnostics.list().size() == 2);
}

TEST_CASE("two runs at once: the second sends nothing") {
  Post post("busy");
  {
    const SendingLock lock(post.path("r.sqlite"));
    REQUIRE(lock.got() == SendingLock::Got::yes);
    post.send();
    CHECK(post.codes() == Codes{"deliver.busy"});
    CHECK(post.channel.sent.empty());
    CHECK(std::filesystem::exists(post.path("r.sqlite.sending")));
  }
  CHECK_FALSE(std::filesystem::exists(post.path("r.sqlite.sending")));
  CHECK(post.send() == States(3, State::sent));
}

TEST_CASE("a parcel that another run took meanwhile is not attempted") {
  Post post("meanwhile");
  auto stale = post.make_plan();
  REQUIRE(stale);
  CHECK(post.send() == States(3, State::sent));
  run(*stale, *post.reg, {}, post.world(), post.diagnostics);
  CHECK(post.channel.sent.size() == 3);
  CHECK((*stale)[0].reserved.delivery.state == State::sent);
}

TEST_CASE("what became of sent parcels is asked for and recorded") {
  Post post("poll");
  post.send();
  auto reserved = reserve(post.recipients, post.series, post.reg.get(), true, noon, post.diagnostics);
  REQUIRE(reserved);
  const std::string arrived = (*reserved)[0].delivery.message_id;
  post.channel.tell = [&](const std::string& id) { return id == arrived ? std::optional(outcome(channel::State::delivered, "fetched")) : std::nullopt; };
  poll(*reserved, *post.reg, post.world(), post.diagnostics);
  poll(*reserved, *post.reg, post.world(), post.diagnostics);
  CHECK((*reserved)[0].delivery.state == State::delivered);
  CHECK((*reserved)[1].delivery.state == State::sent);
  CHECK(post.reg->events(arrived, post.diagnostics)->size() == 4);
  const std::string text = to_text(*reserved), json = to_json(*reserved);
  CHECK(support::holds(text, "3 parcels: 1 delivered, 2 awaits"));
  CHECK(support::holds(json, "\"delivered\": 1"));
  CHECK_FALSE(support::holds(text + json, "Name of"));
  CHECK_FALSE(support::holds(text + json, "example.org"));
  CHECK(post.codes().empty());
}

TEST_CASE("a parcel that comes back is recorded without its address, and goes again when asked") {
  Post post("bounce", {"a"});
  const std::string id = message_id({"small", 2021, "archive", 1}, "a");
  post.make_plan();
  bounce(id, "full", *post.reg, noon, post.diagnostics);
  CHECK(post.codes() == Codes{"deliver.not-sent"});
  post.send();
  bounce(id, "550 5.1.1 <a@example.org>: mailbox unknown", *post.reg, noon, post.diagnostics);
  CHECK(post.codes().empty());
  CHECK(post.reg->events(id, post.diagnostics)->back().detail == "550 5.1.1 … mailbox unknown");
  CHECK(post.send() == States{State::bounced});
  CHECK(post.codes() == Codes{"deliver.refused"});
  post.recipients[0].address = "new@example.org";
  CHECK(post.send({.retry_refused = true}) == States{State::sent});
  CHECK(post.channel.sent.back().address == "new@example.org");
}

TEST_CASE("a dry run needs no register and writes none") {
  Post post("dry");
  Diagnostics diagnostics;
  const auto reserved = reserve(post.recipients, post.series, nullptr, true, noon, diagnostics);
  REQUIRE(reserved);
  CHECK((*reserved)[2].delivery.copy_number == 3);
  const auto looked = reserve(post.recipients, post.series, post.reg.get(), true, noon, diagnostics);
  REQUIRE(looked);
  CHECK(post.reg->deliveries({"small", 2021, "archive", 1}, diagnostics)->empty());
  CHECK((*looked)[2].delivery.message_id == (*reserved)[2].delivery.message_id);
}

TEST_CASE("a letter is filled for each recipient") {
  Post post("letter", {"a"});
  std::ofstream(post.path("l.txt")) << "{{ report.title }}, copy {{ copy.number }}\n\nTo {{ recipient.name }}\n{{ files }}\n";
  post.recipients[0].letter = post.path("l.txt");
  post.send();
  REQUIRE(post.channel.sent.size() == 1);
  CHECK(post.channel.sent[0].subject == "Small 2021, copy 1");
  CHECK(post.channel.sent[0].text.starts_with("To Name of a\n"));
  CHECK(support::holds(post.channel.sent[0].text, "  small-2021.pdf\n"));
}

TEST_CASE("a register that can't be written stops the run at once") {
  Post post("stop");
  post.channel.answer = [&](const auto&) {
    if (post.channel.sent.size() == 1) support::run("sqlite3 '" + post.path("r.sqlite") + "' \"CREATE TRIGGER full BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'full'); END\"");
    return outcome(channel::State::sent);
  };
  post.send();
  CHECK(post.codes() == Codes{"registry.conflict"});
  CHECK(post.channel.sent.size() == 1);
  support::run("sqlite3 '" + post.path("r.sqlite") + "' \"DROP TRIGGER full\"");
  CHECK(post.send() == States(3, State::sent));
  CHECK(post.channel.sent.size() == 4);  // the first, whose outcome nobody knew, again under its id
  CHECK(post.channel.sent[0].id == post.channel.sent[1].id);
}
