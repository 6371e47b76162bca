// SPDX-License-Identifier: Apache-2.0
#include "cli/distribute.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>

#include "channel/open.hpp"
#include "cli/built_edition.hpp"
#include "cli/output.hpp"
#include "deliver/report.hpp"
#include "digest/sha256.hpp"

namespace tilstand::cli {
namespace {

namespace fs = std::filesystem;
using recipients::Way;

/// An edition that goes out: as the register knows it, or as its manifest tells.
struct Given {
  std::string path;
  registry::Edition edition;
};

std::optional<std::vector<Given>> editions_of(const Distribution& request, registry::Register* reg, Sources& sources, Diagnostics& diagnostics) {
  const auto known = reg ? reg->editions(diagnostics) : std::optional(std::vector<registry::Edition>());
  if (!known) return std::nullopt;
  std::vector<Given> all;
  for (const std::string& path : request.edition_files) {
    const auto digest = digest::sha256_of_file(path);
    const auto found = std::find_if(known->begin(), known->end(), [&](const registry::Edition& one) { return digest && one.sha256 == *digest; });
    BuiltEdition built;
    built.pdf = path;
    if (found != known->end()) all.push_back({path, *found});
    else if (auto edition = read_edition(built, sources, diagnostics)) all.push_back({path, std::move(*edition)});
  }
  for (const Given& one : all)
    if (one.edition.report != all[0].edition.report || one.edition.year != all[0].edition.year)
      diagnostics.error("cli.several-reports", "\"" + one.path + "\" is of another report or year than \"" + all[0].path + "\"", {}, "send each report by a command of its own");
  return diagnostics.has_errors() ? std::nullopt : std::optional(std::move(all));
}

/// What lies in the folder for one recipient, ordered by name.
std::vector<std::string> files_in(const fs::path& folder, const std::string& id) {
  std::error_code failure;
  std::vector<std::string> files;
  if (fs::is_regular_file(folder / (id + ".pdf"), failure)) files.push_back((folder / (id + ".pdf")).string());
  for (fs::directory_iterator at(folder / id, failure), end; !failure && at != end; at.increment(failure))
    if (at->is_regular_file(failure)) files.push_back(at->path().string());
  std::sort(files.begin(), files.end());
  return files;
}

deliver::Files files_of(const Distribution& request, const std::vector<recipients::Recipient>& recipients, const std::vector<Given>& editions) {
  deliver::Files files;
  for (const recipients::Recipient& one : recipients) {
    if (!request.folder.empty()) {
      files[one.id] = files_in(request.folder, one.id);
      continue;
    }
    for (const Given& given : editions)
      if (given.edition.edition == one.edition) files[one.id].push_back(given.path);
  }
  return files;
}

/// The channels, and how `deliver` asks for them. The clock is the caller's.
class Post {
 public:
  bool open(const std::string& path, registry::Moment now, Sources& sources, Diagnostics& diagnostics) {
    const auto settings = channel::read_settings(path, sources, diagnostics);
    if (settings && !diagnostics.has_errors()) channels_ = channel::open_channels(*settings, channel::Moment{now}, diagnostics);
    return !diagnostics.has_errors();
  }

  deliver::World world(const std::function<registry::Moment()>& clock) {
    const auto sleep = [](int seconds) { std::this_thread::sleep_for(std::chrono::seconds(seconds)); };
    const auto channel = [this](Way way) { return way == Way::smtp ? channels_.mail.get() : way == Way::eformidling ? channels_.eformidling.get() : channels_.folder.get(); };
    return {clock, sleep, channel};
  }

 private:
  channel::Channels channels_{};
};

/// Nothing is written by those that only look; where there is no register yet they go without.
std::unique_ptr<registry::Register> open_register(const Distribution& request, Diagnostics& diagnostics) {
  std::error_code failure;
  const bool is_there = fs::exists(request.register_path, failure);
  if (request.only_look && !is_there) return nullptr;
  const bool may_write = request.only_status ? is_there : !request.only_look;
  return registry::Register::open({.path = request.register_path, .may_write = may_write}, diagnostics);
}

std::vector<deliver::Reserved> reserved_of(const std::vector<deliver::Item>& items) {
  std::vector<deliver::Reserved> all;
  for (const deliver::Item& item : items) all.push_back(item.reserved);
  return all;
}

template <class What>
void print(const What& what, bool json, Diagnostics& diagnostics) { put(json ? deliver::to_json(what) : deliver::to_text(what), diagnostics); }

/// Whether every edition stands in the register.
bool record(const std::vector<Given>& editions, registry::Register& reg, registry::Moment now, Diagnostics& diagnostics) {
  return std::all_of(editions.begin(), editions.end(), [&](const Given& one) { return reg.add(one.edition, now, diagnostics).has_value(); });
}

void send(const Distribution& request, const deliver::World& world, registry::Register* reg, const std::vector<deliver::Reserved>& reserved, const deliver::Series& series, const deliver::Files& files,
          Sources& sources, Diagnostics& diagnostics) {
  auto items = deliver::plan(reserved, series, files, sources, diagnostics);
  if (!items || diagnostics.has_errors()) return;
  if (request.only_look) return print(*items, request.json, diagnostics);
  deliver::run(*items, *reg, request.limits, world, diagnostics);
  print(reserved_of(*items), request.json, diagnostics);
}

}  // namespace

void distribute(const Distribution& request, const std::function<registry::Moment()>& clock, Sources& sources, Diagnostics& diagnostics) {
  const auto recipients = recipients::read_recipients(request.recipients, sources, diagnostics);
  Post post;
  if (!request.channels.empty()) post.open(request.channels, clock(), sources, diagnostics);
  else if (!request.only_look && !request.only_status) diagnostics.error("cli.no-channels", "nothing can be sent without channels", {}, "name the file that describes them by --channels, or look first by --dry-run");
  if (diagnostics.has_errors()) return;
  const auto reg = open_register(request, diagnostics);
  const auto editions = diagnostics.has_errors() ? std::nullopt : editions_of(request, reg.get(), sources, diagnostics);
  if (!editions || editions->empty()) return;
  const registry::Edition& first = editions->front().edition;
  const deliver::Series series{first.report, first.year, first.title, request.issue, request.link};
  const bool only_look = request.only_look || request.only_status;
  if (!only_look && !record(*editions, *reg, clock(), diagnostics)) return;
  auto reserved = deliver::reserve(*recipients, series, reg.get(), only_look, clock(), diagnostics);
  if (!reserved) return;
  const deliver::World world = post.world(clock);
  if (!request.only_status) return send(request, world, reg.get(), *reserved, series, files_of(request, *recipients, *editions), sources, diagnostics);
  if (!request.channels.empty()) deliver::poll(*reserved, *reg, world, diagnostics);
  print(*reserved, request.json, diagnostics);
}

void record_bounce(const std::string& register_path, const std::string& message_id, const std::string& reason, registry::Moment now, Diagnostics& diagnostics) {
  std::error_code failure;
  const bool may_write = fs::exists(register_path, failure);  // one that isn't there is no new one
  const auto reg = registry::Register::open({.path = register_path, .may_write = may_write}, diagnostics);
  if (!reg) return;
  deliver::bounce(message_id, reason, *reg, now, diagnostics);
  if (!diagnostics.has_errors()) put(message_id + ": came back, recorded\n", diagnostics);
}

}  // namespace tilstand::cli
