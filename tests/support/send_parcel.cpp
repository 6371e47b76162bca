// SPDX-License-Identifier: Apache-2.0
// Sends one parcel, or asks for its status, by a channel of a file of settings: how tests drive the room `channel`.
// usage: send_parcel SETTINGS CHANNEL send|status [KEY=VALUE…] [file=NAME=PATH…]     (keys: id, recipient, address, …)
// Prints state, detail and receipt, a line each. Exit 1: the settings are wrong; 2: wrong use.
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "channel/open.hpp"
#include "digest/sha256.hpp"

using namespace tilstand;

namespace {

const char* name_of(channel::State state) {
  switch (state) {
    case channel::State::sent: return "sent";
    case channel::State::delivered: return "delivered";
    case channel::State::refused: return "refused";
    case channel::State::failed: return "failed";
    case channel::State::uncertain: return "uncertain";
  }
  return "";
}

bool take(channel::Parcel& parcel, const std::string& argument) {
  const std::map<std::string, std::string*> fields = {{"id", &parcel.id},           {"recipient", &parcel.recipient}, {"address", &parcel.address}, {"language", &parcel.language},
                                                      {"subject", &parcel.subject}, {"text", &parcel.text},           {"link", &parcel.link}};
  const std::size_t equals = argument.find('=');
  if (equals == std::string::npos) return false;
  const std::string key = argument.substr(0, equals), value = argument.substr(equals + 1);
  if (const auto field = fields.find(key); field != fields.end()) return *field->second = value, true;
  const std::size_t path = value.find('=');
  if (key != "file" || path == std::string::npos) return false;
  const std::string file = value.substr(path + 1);
  parcel.attachments.push_back({value.substr(0, path), "application/pdf", file, digest::sha256_of_file(file).value_or("")});
  return true;
}

int print(const std::optional<channel::Outcome>& outcome) {
  if (outcome) std::printf("%s\n%s\n%s\n", name_of(outcome->state), outcome->detail.c_str(), outcome->receipt.c_str());
  else std::puts("unknown");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  channel::Parcel parcel;
  for (int i = 4; i < argc; ++i)
    if (!take(parcel, argv[i])) return 2;
  Sources sources;
  Diagnostics diagnostics;
  const auto settings = channel::read_settings(argv[1], sources, diagnostics);
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  channel::Channels channels;
  if (settings) channels = channel::open_channels(*settings, {epoch != nullptr ? std::atoll(epoch) : 0}, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.list()) std::fprintf(stderr, "%s: %s\n", diagnostic.code.c_str(), diagnostic.message.c_str());
  const std::string way = argv[2], task = argv[3];
  const auto& chosen = way == "mail" ? channels.mail : way == "eformidling" ? channels.eformidling : channels.folder;
  if (diagnostics.has_errors() || !chosen) return 1;
  return task == "status" ? print(chosen->status(parcel.id)) : print(chosen->send(parcel));
}
