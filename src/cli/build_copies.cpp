// SPDX-License-Identifier: Apache-2.0
#include "cli/build_copies.hpp"

#include <algorithm>
#include <future>
#include <iostream>
#include <map>
#include <memory>

#include "base/suggest.hpp"
#include "base/thread_pool.hpp"
#include "cli/gathering.hpp"
#include "recipients/recipients.hpp"

namespace tilstand::cli {
namespace {

using recipients::Recipient;

/// What became of one copy, apart from all others.
struct Copy {
  Sources sources{};
  Diagnostics diagnostics{};
  build::Written written{};
};

std::unique_ptr<Copy> built(const build::Request& request) {
  auto copy = std::make_unique<Copy>();
  copy->written = build::build_pdf(request, copy->sources, copy->diagnostics);
  return copy;
}

/// A copy that is to be made. Copies of an edition are numbered in the order of the file, as a new register numbers them.
struct Wanted {
  const Recipient* recipient;
  int number, total;
};

std::vector<Wanted> numbered(const std::vector<Recipient>& all) {
  std::map<std::string, int> totals, next;
  for (const Recipient& one : all) totals[one.edition] += one.copies;
  std::vector<Wanted> wanted;
  for (const Recipient& one : all)
    for (int at = 0; at < one.copies; ++at) wanted.push_back({&one, ++next[one.edition], totals[one.edition]});
  return wanted;
}

build::Request request_for(const Wanted& copy, build::Request request) {
  const Recipient& recipient = *copy.recipient;
  request.edition = recipient.edition;
  request.out += "/" + recipient.id;
  request.jobs = 1;
  request.addressee = build::Addressee{recipient.id, recipient.name, copy.number, copy.total, recipient.parts, {}};
  return request;
}

/// Leaves those for the recipients that are asked for.
void choose(const Command& command, const std::vector<Recipient>& all, std::vector<Wanted>& copies, Diagnostics& diagnostics) {
  if (command.only.empty()) return;
  std::vector<std::string> known;
  for (const Recipient& one : all) known.push_back(one.id);
  for (const std::string& id : command.only)
    if (std::find(known.begin(), known.end(), id) == known.end())
      diagnostics.error("cli.unknown-recipient", "there is no recipient \"" + id + "\" in \"" + command.recipients + "\"", {}, did_you_mean(id, known));
  std::erase_if(copies, [&](const Wanted& one) { return std::find(command.only.begin(), command.only.end(), one.recipient->id) == command.only.end(); });
}

/// Brings over what is said of a copy. That of its parts has its place in the file of recipients.
void bring_over(const Copy& copy, const SourceSpan& parts, Gathering& gathering, Diagnostics& diagnostics) {
  Diagnostics others;
  for (Diagnostic one : copy.diagnostics.list()) {
    if (one.code != "build.unknown-part") {
      others.add(std::move(one));
      continue;
    }
    one.span = parts;
    diagnostics.add(std::move(one));
  }
  gathering.add(copy.sources, others);
}

}  // namespace

void build_copies(const Command& command, Sources& sources, Diagnostics& diagnostics) {
  const auto all = recipients::read_recipients(command.recipients, sources, diagnostics);
  if (!all) return;
  std::vector<Wanted> wanted = numbered(*all);
  choose(command, *all, wanted, diagnostics);
  if (diagnostics.has_errors()) return;
  ThreadPool pool(command.request.jobs > 0 ? command.request.jobs : ThreadPool::usual_jobs());
  std::vector<std::pair<const Recipient*, std::future<std::unique_ptr<Copy>>>> coming;
  for (const Wanted& one : wanted) coming.emplace_back(one.recipient, pool.run([request = request_for(one, command.request)] { return built(request); }));
  Gathering gathering(sources, diagnostics);
  for (auto& [recipient, future] : coming) {
    const std::unique_ptr<Copy> copy = future.get();
    bring_over(*copy, recipient->parts_span, gathering, diagnostics);
    if (copy->written.ok) std::cout << copy->written.path << ": " << copy->written.pages << " pages, " << copy->written.bytes << " bytes\n" << std::flush;
  }
}

}  // namespace tilstand::cli
