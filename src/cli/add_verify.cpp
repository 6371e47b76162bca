// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <memory>

#include "cli/add_seal.hpp"
#include "cli/now.hpp"
#include "seal/status.hpp"
#include "verify/sums.hpp"

namespace tilstand::cli {
namespace {

struct Options {
  std::vector<std::string> files;
  seal::Judge judge;
  std::string sums;
  std::optional<seal::Moment> at;
};

void report_verdict(const seal::Status& status, bool knows_trust, Diagnostics& diagnostics) {
  if (status.seals.empty()) return diagnostics.error("seal.no-seal", "\"" + status.path + "\" is not sealed", {}, "tilstand seal seals it");
  for (const seal::Seal& one : status.seals) {
    if (one.verdict == seal::Verdict::valid) continue;
    const std::string message = "the seal of \"" + status.path + "\" is " + (one.verdict == seal::Verdict::broken ? "broken: " : "neither valid nor broken: ") + one.troubles.front();
    if (one.verdict == seal::Verdict::broken) diagnostics.error("seal.broken", message, {}, "ask its publisher for the file");
    else diagnostics.error("seal.undecided", message, {}, knows_trust ? "" : "name the roots that are trusted by --trust");
  }
}

void verify_seals(const Options& options, bool json, Diagnostics& diagnostics) {
  std::vector<seal::Status> all;
  for (const std::string& file : options.files) {
    auto status = seal::status(file, options.judge, diagnostics);
    if (status) all.push_back(std::move(*status));
  }
  if (!options.files.empty()) std::cout << (json ? seal::to_json(all) : seal::to_text(all)) << std::flush;
  for (const seal::Status& status : all) report_verdict(status, !options.judge.trust.empty(), diagnostics);
}

void verify_sums(const std::string& path, bool json, Diagnostics& diagnostics) {
  const auto sums = verify::check_sums(path, diagnostics);
  if (sums) std::cout << (json ? verify::to_json(*sums) : verify::to_text(*sums)) << std::flush;
}

void add_comparison(CLI::App& verify, Command& command) {
  constexpr int most = 1000;
  verify.add_option("--same", command.same, "Two PDFs or more: text, figures, page breaks and reading order are compared with the first; what may differ is listed")
      ->expected(2, most)->type_name("FILE FILE ...")->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

/// What is asked for: editions that should be the same, seals or sums, and only one of them in JSON.
void settle(const Command& command, const Options& options) {
  const bool asks_same = !command.same.empty(), asks_seals = !options.files.empty(), asks_sums = !options.sums.empty();
  if (!asks_same && !asks_seals && !asks_sums) throw CLI::RequiredError("a sealed FILE, --sums or --same");
  if (asks_same && (asks_seals || asks_sums)) throw CLI::ValidationError("--same", "editions are compared without looking at seals and sums; do it by a command of its own");
  if (asks_seals && asks_sums && command.listing == Command::Listing::json) throw CLI::ValidationError("--format", "seals and sums are two lists; ask for one at a time");
}

}  // namespace

void add_verify(CLI::App& app, Command& command, bool& json) {
  const auto options = std::make_shared<Options>();
  CLI::App* const verify = app.add_subcommand("verify", "Look at seals and checksums again, or prove from the PDFs alone that editions are the same");
  verify->add_option("files", options->files, "Sealed PDFs: bytes, signature, chain, time stamp, revocation data and what was appended")->type_name("FILE ...");
  verify->add_option("--trust", options->judge.trust, "PEM files of the roots that are trusted")->type_name("FILE ...")->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  verify->add_option("--sums", options->sums, "List of SHA-256 sums, as sha256sum writes it; names are told from its folder")->type_name("FILE");
  const auto take_moment = [options](const std::string& text) {
    options->at = seal::read_iso(text);
    if (!options->at) throw CLI::ValidationError("--at", "\"" + text + "\" is no time; expected 2026-11-24 or 2026-11-24T17:00:00Z");
  };
  verify->add_option_function<std::string>("--at", take_moment, "When the seals are looked at (default: SOURCE_DATE_EPOCH, else now)")->type_name("TIME");
  add_comparison(*verify, command);
  verify->add_option_function<std::string>("--format", [&command](const std::string& word) { command.listing = word == "json" ? Command::Listing::json : Command::Listing::table; }, "Form of the list (default: table)")
      ->type_name("WORD")->check(CLI::IsMember({"json", "table"}));
  verify->add_option_function<std::string>("--diagnostics", [&json](const std::string& word) { json = word == "json"; }, "Form of messages (default: text)")->type_name("WORD")->check(CLI::IsMember({"json", "text"}));
  verify->footer("No server is asked. Exit codes: 0 every seal is valid, every sum right; 1 one isn't; 2 wrong use.\nOf --same: 0 the same; 1 different; 2 wrong use, or a file that can't be read.");
  verify->callback([&command, options] {
    settle(command, *options);
    if (!command.same.empty()) return void(command.what = Command::What::verify);
    command.what = Command::What::other;
    command.other = [&command, options](Sources&, Diagnostics& diagnostics) {
      const bool as_json = command.listing == Command::Listing::json;
      options->judge.moment = options->at.value_or(now(command));
      verify_seals(*options, as_json, diagnostics);
      if (!options->sums.empty()) verify_sums(options->sums, as_json, diagnostics);
    };
  });
}

}  // namespace tilstand::cli
