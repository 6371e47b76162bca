// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <map>
#include <set>
#include <sstream>

#include "deliver/run.hpp"
#include "unit/deliver/samples.hpp"

using namespace tilstand;
using namespace tilstand::deliver;

namespace {

const std::vector<std::string> ids = {"a", "b", "c", "d", "e"};

/// The counterpart: what it has taken over stays in a file, whatever ends the sender.
class Counterpart : public channel::Channel {
 public:
  /// The process ends at the step `fatal`; each parcel has three: before it is handed over, after that, and when the answer is known.
  Counterpart(std::string path, int fatal) : path_(std::move(path)), fatal_(fatal) {}

  channel::Outcome send(const channel::Parcel& parcel) override {
    step();
    const std::string line = parcel.address + " " + parcel.id + "\n";
    const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0666);
    if (::write(file, line.data(), line.size()) < 0) ::_exit(9);
    ::close(file);
    step();
    return {channel::State::sent, "", ""};
  }
  std::optional<channel::Outcome> status(const std::string&) override { return std::nullopt; }
  void step() {
    if (++steps_ == fatal_) ::kill(::getpid(), SIGKILL);
  }

 private:
  std::string path_;
  int fatal_, steps_ = 0;
};

/// One run in a process of its own, as the command does it. Its exit code: 0 done, 1 something was reported, 2 another run has the lock.
int send_all(const support::Folder& folder, int fatal) {
  Diagnostics diagnostics;
  Sources sources;
  const auto reg = registry::Register::open({.path = folder.file("r.sqlite"), .may_write = true}, diagnostics);
  if (!reg) return 1;
  Counterpart counterpart(folder.file("taken"), fatal);
  std::vector<recipients::Recipient> recipients;
  Files files;
  for (const std::string& id : ids) {
    recipients.push_back(sample_recipient(id));
    files[id] = {folder.file("small.pdf")};
  }
  const auto reserved = reserve(recipients, sample_series(), reg.get(), false, noon, diagnostics);
  auto items = reserved ? plan(*reserved, sample_series(), files, sources, diagnostics) : std::nullopt;
  if (!items) return 1;
  const World world{[&] { counterpart.step(); return noon; }, [](int) {}, [&](recipients::Way) { return &counterpart; }};
  run(*items, *reg, {}, world, diagnostics);
  return diagnostics.list().empty() ? 0 : diagnostics.list().front().code == "deliver.busy" ? 2 : 1;
}

pid_t start(const support::Folder& folder, int fatal) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(send_all(folder, fatal));
  return child;
}

/// How often the counterpart got each recipient's parcel, and under how many ids.
struct Taken {
  std::map<std::string, std::set<std::string>> ids;
  std::size_t parcels = 0;
};

Taken taken(const support::Folder& folder) {
  Taken all;
  std::istringstream lines(support::read_file(folder.file("taken")));
  for (std::string address, id; lines >> address >> id; ++all.parcels) all.ids[address].insert(id);
  return all;
}

void expect_one_id_each(const support::Folder& folder) {
  const Taken all = taken(folder);
  CHECK(all.ids.size() == ids.size());
  std::set<std::string> distinct;
  for (const auto& [address, known] : all.ids) {
    CHECK(known.size() == 1);
    distinct.insert(known.begin(), known.end());
  }
  CHECK(distinct.size() == ids.size());
  Diagnostics diagnostics;
  const auto reg = registry::Register::open({.path = folder.file("r.sqlite")}, diagnostics);
  REQUIRE(reg);
  CHECK(reg->check(diagnostics));
  const auto deliveries = reg->deliveries({"small", 2021, "archive", 1}, diagnostics);
  REQUIRE(deliveries);
  for (const registry::Delivery& one : *deliveries) CHECK(one.state == registry::State::sent);
}

}  // namespace

TEST_CASE("killed at every step and resumed, each recipient has exactly one message id") {
  int fatal = 1;
  for (bool killed = true; killed; ++fatal) {
    const support::Folder folder("deliver-step");
    std::ofstream(folder.file("small.pdf")) << "bytes";
    int status = 0;
    REQUIRE(::waitpid(start(folder, fatal), &status, 0) > 0);
    killed = WIFSIGNALED(status);
    REQUIRE(::waitpid(start(folder, 0), &status, 0) > 0);
    CHECK(status == 0);
    expect_one_id_each(folder);
    CHECK(taken(folder).parcels <= ids.size() + 1);  // only the one whose outcome was lost goes again
  }
  CHECK(fatal > 4 * static_cast<int>(ids.size()));  // the loop has seen every step
}

TEST_CASE("killed again and again at any moment, each recipient has exactly one message id") {
  const support::Folder folder("deliver-moment");
  std::ofstream(folder.file("small.pdf")) << "bytes";
  int status = -1, runs = 0;
  for (; runs < 400 && status != 0; ++runs) {
    const pid_t child = start(folder, 0);
    ::usleep(static_cast<useconds_t>(500 + 700 * runs));
    ::kill(child, SIGKILL);
    REQUIRE(::waitpid(child, &status, 0) == child);
  }
  CHECK(status == 0);
  CHECK(runs > 1);
  expect_one_id_each(folder);
}

TEST_CASE("several runs at once send each parcel once") {
  const support::Folder folder("deliver-many");
  std::ofstream(folder.file("small.pdf")) << "bytes";
  std::vector<pid_t> children;
  for (int at = 0; at < 6; ++at) children.push_back(start(folder, 0));
  int done = 0;
  for (const pid_t child : children) {
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK((WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 2));
    done += status == 0 ? 1 : 0;
  }
  CHECK(done >= 1);
  expect_one_id_each(folder);
  CHECK(taken(folder).parcels == ids.size());
}
