// SPDX-License-Identifier: Apache-2.0
#include "base/json_text.hpp"
#include "seal/status.hpp"

namespace tilstand::seal {
namespace {

constexpr const char* appended_names[] = {"nothing", "revocation data", "changes"};

void add_line(std::string& text, const std::string& name, const std::string& value) {
  constexpr std::size_t width = 12;
  if (!value.empty()) text += "  " + name + std::string(width - name.size(), ' ') + value + "\n";
}

void add_seal(std::string& text, const Seal& seal) {
  add_line(text, "seal", std::string(name_of(seal.verdict)) + ", PAdES " + name_of(seal.level));
  add_line(text, "by", seal.signer + (seal.issuer.empty() ? "" : ", certified by " + seal.issuer));
  add_line(text, "algorithm", seal.algorithm);
  add_line(text, "says", seal.claimed);
  add_line(text, "stamped", seal.stamped.empty() ? "" : seal.stamped + " by " + seal.stamper);
  add_line(text, "reason", seal.reason);
  add_line(text, "location", seal.location);
  add_line(text, "revocation", seal.revocation);
  add_line(text, "covers", std::to_string(seal.ends) + " bytes");
  add_line(text, "appended", appended_names[static_cast<std::size_t>(seal.appended)]);
  for (const std::string& trouble : seal.troubles) add_line(text, "but", trouble);
  for (const std::string& remark : seal.remarks) add_line(text, "note", remark);
}

void add_member(std::string& json, const char* name, const std::string& value, const char* end = ", ") { json += json_string(name) + ": " + value + end; }

std::string list_of(const std::vector<std::string>& texts) {
  std::string json = "[";
  for (const std::string& text : texts) json += (json.size() > 1 ? ", " : "") + json_string(text);
  return json + "]";
}

std::string json_of(const Seal& seal) {
  std::string json = "      {";
  add_member(json, "verdict", json_string(name_of(seal.verdict)));
  add_member(json, "field", json_string(seal.field));
  add_member(json, "level", json_string(name_of(seal.level)));
  add_member(json, "signer", json_string(seal.signer));
  add_member(json, "issuer", json_string(seal.issuer));
  add_member(json, "algorithm", json_string(seal.algorithm));
  add_member(json, "claimed", json_string(seal.claimed));
  add_member(json, "stamped", json_string(seal.stamped));
  add_member(json, "stamper", json_string(seal.stamper));
  add_member(json, "reason", json_string(seal.reason));
  add_member(json, "location", json_string(seal.location));
  add_member(json, "revocation", json_string(seal.revocation));
  add_member(json, "covers", std::to_string(seal.ends));
  add_member(json, "appended", json_string(appended_names[static_cast<std::size_t>(seal.appended)]));
  add_member(json, "troubles", list_of(seal.troubles));
  add_member(json, "remarks", list_of(seal.remarks), "}");
  return json;
}

}  // namespace

std::string to_text(const std::vector<Status>& all) {
  std::string text;
  for (const Status& status : all) {
    text += status.path + ": " + (status.seals.empty() ? "no seal" : name_of(status.verdict())) + "\n";
    add_line(text, "sha256", status.sha256);
    if (!status.seals.empty()) add_line(text, "edition", "the first " + std::to_string(status.unsealed) + " of " + std::to_string(status.bytes) + " bytes");
    for (const Seal& seal : status.seals) add_seal(text, seal);
  }
  return text;
}

std::string to_json(const std::vector<Status>& all) {
  std::string json = "{\n  \"files\": [";
  for (const Status& status : all) {
    json += json.ends_with('[') ? "\n    {" : ",\n    {";
    add_member(json, "path", json_string(status.path));
    add_member(json, "verdict", json_string(status.seals.empty() ? "no seal" : name_of(status.verdict())));
    add_member(json, "sha256", json_string(status.sha256));
    add_member(json, "bytes", std::to_string(status.bytes));
    add_member(json, "unsealed", std::to_string(status.unsealed));
    add_member(json, "seals", "[", "");
    for (std::size_t at = 0; at < status.seals.size(); ++at) json += (at == 0 ? "\n" : ",\n") + json_of(status.seals[at]);
    json += status.seals.empty() ? "]}" : "\n    ]}";
  }
  return json + "\n  ]\n}\n";
}

}  // namespace tilstand::seal
