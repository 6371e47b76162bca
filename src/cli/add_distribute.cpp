// SPDX-License-Identifier: Apache-2.0
#include "cli/add_distribute.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/add_archive.hpp"
#include "cli/distribute.hpp"
#include "cli/now.hpp"

namespace tilstand::cli {
namespace {

struct Request {
  Distribution distribution{};
  std::string bounce, reason;
};

using Shared = std::shared_ptr<Request>;

void add_what(CLI::App& app, const Shared& request) {
  Distribution& one = request->distribution;
  app.add_option("recipients", one.recipients, "Who gets it (TOML; see data/distribution/README.md)")->type_name("FILE");
  app.add_option("--edition-file", one.edition_files, "The PDFs, each for the recipients of its edition; known to the register, or with their manifests beside them")->type_name("PDF ...")
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_option("--files", one.folder, "Folder with each recipient's own files: ID.pdf, or all in ID/")->type_name("DIR")->check(CLI::ExistingDirectory.description(""));
  app.add_option("--channels", one.channels, "The ways to recipients: mail server, Integrasjonspunkt, folder (TOML)")->type_name("FILE");
  constexpr int most = 1000;
  app.add_option("--issue", one.issue, "Number of the issue; a corrected report goes out as the next one, with new message ids")->type_name("N")->check(CLI::Range(1, most).description(""))->capture_default_str();
  app.add_option("--link", one.link, "Where the files can be fetched: parcels hold this address and check sums instead of the files")->type_name("URL");
}

void add_how(CLI::App& app, const Shared& request) {
  Distribution& one = request->distribution;
  CLI::Option* look = app.add_flag("--dry-run", one.only_look, "Tell what would be sent to whom; write and send nothing");
  app.add_flag("--status", one.only_status, "Ask the channels what has become of what was sent, and tell it; send nothing")->excludes(look);
  app.add_flag("--retry-refused", one.limits.retry_refused, "Send again what was refused or came back");
  constexpr int most_attempts = 20, longest_wait = 3600;
  app.add_option("--attempts", one.limits.attempts, "Attempts at a parcel in this run")->type_name("N")->check(CLI::Range(1, most_attempts).description(""))->capture_default_str();
  app.add_option("--wait", one.limits.first_wait, "Seconds before the second attempts; twice as long before the next")->type_name("N")->check(CLI::Range(0, longest_wait).description(""))->capture_default_str();
  app.add_option("--bounce", request->bounce, "Record that the parcel with this message id came back; nothing is sent")->type_name("ID");
  app.add_option("--reason", request->reason, "Why it came back")->type_name("TEXT");
  app.add_option_function<std::string>("--format", [request](const std::string& word) { request->distribution.json = word == "json"; }, "Form of the report (default: table)")
      ->type_name("WORD")->check(CLI::IsMember({"json", "table"}));
}

/// What the options lack or contradict.
void check(const Request& request) {
  const Distribution& one = request.distribution;
  if (!request.bounce.empty()) {
    if (request.reason.empty()) throw CLI::ValidationError("--bounce needs --reason");
    if (!one.recipients.empty() || !one.edition_files.empty()) throw CLI::ValidationError("--bounce takes no recipients and no edition: the message id says all");
    return;
  }
  if (one.recipients.empty()) throw CLI::ValidationError("a file of recipients is missing");
  if (one.edition_files.empty()) throw CLI::ValidationError("--edition-file is missing: the edition that is sent");
}

}  // namespace

void add_distribute(CLI::App& app, Command& command, bool& json) {
  const auto request = std::make_shared<Request>();
  request->distribution.register_path = default_register;
  CLI::App* distribute_app = app.add_subcommand("distribute", "Send editions to recipients, once each; run again, it goes on where it ended");
  add_what(*distribute_app, request);
  add_register_option(*distribute_app, request->distribution.register_path);
  add_how(*distribute_app, request);
  add_form_of_messages(*distribute_app, json);
  distribute_app->footer("Exit codes: 0 all sent; 1 the inputs have errors, or a parcel was refused; 2 wrong use; 3 a parcel could not be sent now, or nobody knows whether it was.");
  distribute_app->callback([&command, request] {
    check(*request);
    command.what = Command::What::other;
    command.other = [&command, request](Sources& sources, Diagnostics& diagnostics) {
      const Distribution& one = request->distribution;
      if (!request->bounce.empty()) return record_bounce(one.register_path, request->bounce, request->reason, now(command), diagnostics);
      distribute(one, [&command] { return now(command); }, sources, diagnostics);
    };
  });
}

}  // namespace tilstand::cli
