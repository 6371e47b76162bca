// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "deliver/run.hpp"
#include "support/process.hpp"

namespace tilstand::deliver {

inline constexpr registry::Moment noon = 1640952000;

inline recipients::Recipient sample_recipient(const std::string& id) {
  recipients::Recipient one;
  one.id = id;
  one.name = "Name of " + id;
  one.way = recipients::Way::smtp;
  one.address = id + "@example.org";
  one.language = "nb";
  one.edition = "archive";
  return one;
}

inline Series sample_series() { return {"small", 2021, "Small 2021"}; }

/// A channel that answers as it is told and keeps what it was given.
class FakeChannel : public channel::Channel {
 public:
  channel::Outcome send(const channel::Parcel& parcel) override {
    sent.push_back(parcel);
    return answer(parcel);
  }
  std::optional<channel::Outcome> status(const std::string& id) override { return tell(id); }

  std::vector<channel::Parcel> sent{};
  std::function<channel::Outcome(const channel::Parcel&)> answer = [](const channel::Parcel&) { return channel::Outcome{channel::State::sent, "", ""}; };
  std::function<std::optional<channel::Outcome>(const std::string&)> tell = [](const std::string&) { return std::nullopt; };
};

/// A register, a file, recipients and a channel.
class Post {
 public:
  explicit Post(const std::string& name, const std::vector<std::string>& ids = {"a", "b", "c"}) : folder_("deliver-" + name) {
    for (const std::string& id : ids) recipients.push_back(sample_recipient(id));
    write("the bytes");
    reg = registry::Register::open({.path = folder_.file("r.sqlite"), .may_write = true}, diagnostics);
  }

  void write(const std::string& bytes) { std::ofstream(folder_.file("small-2021.pdf")) << bytes; }
  std::string path(const std::string& name) const { return folder_.file(name); }

  World world() {
    return {[this] { return now++; }, [this](int seconds) { waits.push_back(seconds); }, [this](recipients::Way way) { return way == recipients::Way::smtp ? &channel : nullptr; }};
  }

  std::optional<std::vector<Item>> make_plan() {
    const auto reserved = reserve(recipients, series, reg.get(), false, noon, diagnostics);
    Files files;
    for (const auto& one : recipients) files[one.id] = {folder_.file("small-2021.pdf")};
    return reserved ? plan(*reserved, series, files, sources, diagnostics) : std::nullopt;
  }

  /// Plans and sends; gives the states of all.
  std::vector<registry::State> send(const Limits& limits = {}) {
    diagnostics = {};
    auto items = make_plan();
    if (items) run(*items, *reg, limits, world(), diagnostics);
    std::vector<registry::State> states;
    if (items)
      for (const Item& item : *items) states.push_back(item.reserved.delivery.state);
    return states;
  }

  std::vector<std::string> codes() const {
    std::vector<std::string> all;
    for (const Diagnostic& one : diagnostics.list()) all.push_back(one.code);
    return all;
  }

  std::vector<recipients::Recipient> recipients{};
  Series series = sample_series();
  std::unique_ptr<registry::Register> reg{};
  FakeChannel channel{};
  Sources sources{};
  Diagnostics diagnostics{};
  std::vector<int> waits{};
  registry::Moment now = noon;

 private:
  support::Folder folder_;
};

}  // namespace tilstand::deliver
