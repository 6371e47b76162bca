// SPDX-License-Identifier: Apache-2.0
#include "cli/add_seal.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/now.hpp"
#include "cli/passphrase.hpp"
#include "net/request.hpp"
#include "seal/seal.hpp"

namespace tilstand::cli {
namespace {

struct Options {
  seal::Request request;
  PassphraseSource passphrase;
  std::string level;
};

/// Asks over the net; a server that says nothing in a minute is given up.
seal::Answer fetch(const seal::Question& question) {
  constexpr std::chrono::seconds to_connect{15}, in_all{60};
  constexpr std::size_t most_bytes = 16U << 20U;
  net::Request request;
  request.url = question.url;
  if (!question.body.empty()) {
    request.method = net::Method::post;
    request.headers = {{"Content-Type", question.content_type}};
    request.body = question.body;
  }
  request.limits = {to_connect, in_all};
  request.most_bytes = most_bytes;
  net::Response response = net::request(request);
  return {response.reach == net::Reach::answered, response.status, std::move(response.body), std::move(response.reason)};
}

/// Settles the level; what contradicts itself is wrong use.
void settle(Options& options) {
  seal::Request& request = options.request;
  if (options.level.empty()) options.level = request.tsa.empty() ? "b" : "t";
  request.level = options.level == "b" ? seal::Level::b : options.level == "t" ? seal::Level::t : seal::Level::lt;
  if (request.level != seal::Level::b && request.tsa.empty()) throw CLI::ValidationError("--level", "a seal of level " + options.level + " has a time stamp, so name a server by --tsa");
  if (request.level == seal::Level::b && !request.tsa.empty()) throw CLI::ValidationError("--level", "a seal of level b has no time stamp, so leave out --tsa");
  if (request.level == seal::Level::lt && request.trust.empty()) throw CLI::ValidationError("--level", "a seal of level lt holds its chain, so name the roots by --trust");
}

void add_key(CLI::App& seal, Options& options) {
  seal.add_option("--key", options.request.key, "The key: a PKCS#12 or PEM file, or a URI that a provider of OpenSSL knows (pkcs11:...)")->required()->type_name("KEY");
  seal.add_option("--certificates", options.request.certificates, "PEM file with the key's certificate and those above it, when they don't lie beside the key")->type_name("FILE");
  auto* const variable = seal.add_option("--passphrase-env", options.passphrase.environment, "Environment variable that holds the key's passphrase (default: the terminal is asked)")->type_name("NAME");
  seal.add_option("--passphrase-fd", options.passphrase.descriptor, "Open file whose first line is the key's passphrase")->type_name("N")->check(CLI::Range(0, 1 << 20).description(""))->excludes(variable);
}

}  // namespace

void add_seal(CLI::App& app, Command& command, bool& json) {
  const auto options = std::make_shared<Options>();
  seal::Request& request = options->request;
  CLI::App* const seal = app.add_subcommand("seal", "Sign an edition (PAdES), by appending to its file");
  seal->add_option("input", request.input, "The PDF, of an edition with seal = true")->required()->type_name("FILE")->multi_option_policy(CLI::MultiOptionPolicy::Throw);
  add_key(*seal, *options);
  seal->add_option("--tsa", request.tsa, "Time stamp server (RFC 3161)")->type_name("URL");
  seal->add_option("--level", options->level, "b: bare; t: with a time stamp; lt: with all that validates it later (default: t with --tsa, else b)")->type_name("WORD")->check(CLI::IsMember({"b", "lt", "t"}));
  seal->add_option("--trust", request.trust, "PEM files of the roots that are trusted")->type_name("FILE ...")->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  seal->add_option("--reason", request.reason, "Why it is sealed, for its readers")->type_name("TEXT");
  seal->add_option("--location", request.location, "Where it is sealed")->type_name("TEXT");
  seal->add_option("--out", request.out, "File to write")->required()->type_name("FILE");
  seal->add_option_function<std::string>("--diagnostics", [&json](const std::string& word) { json = word == "json"; }, "Form of messages (default: text)")->type_name("WORD")->check(CLI::IsMember({"json", "text"}));
  seal->footer("The seal's time is SOURCE_DATE_EPOCH, else now. Revocation data for level lt come from the servers that the certificates name.\n"
               "Exit codes: 0 sealed; 1 the edition or the key is not fit; 2 wrong use; 3 a server or the disk failed. Unless 0, nothing is written.");
  seal->callback([&command, options] {
    settle(*options);
    command.what = Command::What::other;
    command.other = [&command, options](Sources&, Diagnostics& diagnostics) {
      options->request.moment = now(command);
      const auto ask = [&options = *options] { return ask_passphrase(options.passphrase, options.request.key); };
      const seal::Sealed sealed = seal::seal(options->request, ask, fetch, diagnostics);
      if (!sealed.ok) return;
      std::cout << options->request.out << ": sealed by " << sealed.signer << ", PAdES " << seal::name_of(options->request.level) << ", " << sealed.bytes << " bytes, the first "
                << sealed.before << " those of the edition\n" << std::flush;
    };
  });
}

}  // namespace tilstand::cli
