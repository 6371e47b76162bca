// SPDX-License-Identifier: Apache-2.0
#include "cli/build_copies.hpp"

#include <algorithm>
#include <future>
#include <iostream>
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

build::Request request_for(const Recipient& recipient, int number, build::Request request) {
  request.edition = recipient.edition;
  request.out += "/" + recipient.id;
  request.jobs = 1;
  request.addressee = build::Addressee{recipient.id, recipient.name, number, recipient.copies, recipient.parts, {}};
  return request;
}

/// The recipients that are asked for.
std::vector<Recipient> chosen(const Command& command, std::vector<Recipient> all, Diagnostics& diagnostics) {
  if (command.only.empty()) return all;
  std::vector<std::string> known;
  for (const Recipient& one : all) known.push_back(one.id);
  for (const std::string& id : command.only)
    if (std::find(known.begin(), known.end(), id) == known.end())
      diagnostics.error("cli.unknown-recipient", "there is no recipient \"" + id + "\" in \"" + command.recipients + "\"", {}, did_you_mean(id, known));
  std::erase_if(all, [&](const Recipient& one) { return std::find(command.only.begin(), command.only.end(), one.id) == command.only.end(); });
  return all;
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
  auto all = recipients::read_recipients(command.recipients, sources, diagnostics);
  if (!all) return;
  const std::vector<Recipient> wanted = chosen(command, std::move(*all), diagnostics);
  if (diagnostics.has_errors()) return;
  ThreadPool pool(command.request.jobs > 0 ? command.request.jobs : ThreadPool::usual_jobs());
  std::vector<std::pair<const Recipient*, std::future<std::unique_ptr<Copy>>>> coming;
  for (const Recipient& recipient : wanted)
    for (int number = 1; number <= recipient.copies; ++number)
      coming.emplace_back(&recipient, pool.run([request = request_for(recipient, number, command.request)] { return built(request); }));
  Gathering gathering(sources, diagnostics);
  for (auto& [recipient, future] : coming) {
    const std::unique_ptr<Copy> copy = future.get();
    bring_over(*copy, recipient->parts_span, gathering, diagnostics);
    if (copy->written.ok) std::cout << copy->written.path << ": " << copy->written.pages << " pages, " << copy->written.bytes << " bytes\n" << std::flush;
  }
}

}  // namespace tilstand::cli
