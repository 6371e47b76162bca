// SPDX-License-Identifier: Apache-2.0
#include "archive/record.hpp"

#include "base/json_text.hpp"
#include "tables/json_value.hpp"

namespace tilstand::archive {
namespace {

using tables::Json;

std::string member(const char* key, const std::string& value) { return json_string(key) + ": " + json_string(value); }

std::string json_of(const Packaged& one) {
  return "{ " + member("name", one.name) + ", " + member("pdf", one.pdf) + ", " + member("manifest", one.manifest) + ", " + member("sha256", one.sha256) +
         ", \"built-bytes\": " + std::to_string(one.built_bytes) + ", \"epoch\": " + std::to_string(one.epoch) + " }";
}

std::string json_of(const Verdict& one) {
  return "{ " + member("judge", one.judge) + ", " + member("flavour", one.flavour) + ", " + member("pdf", one.pdf) + ", \"passes\": " + (one.passes ? "true" : "false") +
         ", " + member("report", one.report) + " }";
}

std::string json_of(const SealedBy& one) { return "{ " + member("signer", one.signer) + ", " + member("time", one.time) + " }"; }

std::string json_of(const std::string& one) { return json_string(one); }

template <class Item>
std::string list(const std::vector<Item>& items) {
  std::string text = "[";
  for (const Item& item : items) text += (text.size() == 1 ? "\n    " : ",\n    ") + json_of(item);
  return text + (items.empty() ? "]" : "\n  ]");
}

/// Reads members that must be there; remembers whether one was not.
class RecordReader {
 public:
  std::optional<Record> read(const Json& root) {
    if (number(root, "format") != 1) return std::nullopt;
    Record one;
    read_report(root, one);
    for (const Json& library : array(root, "libraries")) one.libraries.push_back(string(&library));
    for (const Json& edition : array(root, "editions"))
      one.editions.push_back({text(edition, "name"), text(edition, "pdf"), text(edition, "manifest"), text(edition, "sha256"),
                              static_cast<std::uint64_t>(number(edition, "built-bytes")), number(edition, "epoch")});
    for (const Json& verdict : array(root, "verdicts"))
      one.verdicts.push_back({text(verdict, "judge"), text(verdict, "flavour"), text(verdict, "pdf"), boolean(verdict, "passes"), text(verdict, "report")});
    for (const Json& seal : array(root, "seals")) one.seals.push_back({text(seal, "signer"), text(seal, "time")});
    sound_ = sound_ && !one.editions.empty();
    return sound_ ? std::optional(one) : std::nullopt;
  }

 private:
  void read_report(const Json& root, Record& one) {
    one.id = text(root, "id");
    one.program = text(root, "program");
    one.title = text(root, "title");
    one.author = text(root, "author");
    one.subject = text(root, "subject");
    one.keywords = text(root, "keywords");
    one.licence = text(root, "licence");
    one.language = text(root, "language");
    one.date = text(root, "date");
    one.created = text(root, "created");
    one.pages = static_cast<std::size_t>(number(root, "pages"));
    one.sources = text(root, "sources");
    one.definition = text(root, "definition");
    one.data = text(root, "data");
    one.rebuilt = text(root, "rebuilt");
  }
  std::string string(const Json* json) {
    if (json != nullptr && json->string() != nullptr) return *json->string();
    sound_ = false;
    return {};
  }
  std::string text(const Json& json, const char* key) { return string(json.member(key)); }
  std::int64_t number(const Json& json, const char* key) {
    const Json* found = json.member(key);
    const auto whole = found != nullptr ? found->integer() : std::nullopt;
    sound_ = sound_ && whole && *whole >= 0;
    return whole.value_or(0);
  }
  bool boolean(const Json& json, const char* key) {
    const Json* found = json.member(key);
    const bool* value = found != nullptr ? std::get_if<bool>(&found->value) : nullptr;
    sound_ = sound_ && value != nullptr;
    return value != nullptr && *value;
  }
  const Json::Array& array(const Json& json, const char* key) {
    static const Json::Array nothing;
    const Json* found = json.member(key);
    if (found != nullptr && found->array() != nullptr) return *found->array();
    sound_ = false;
    return nothing;
  }

  bool sound_ = true;
};

}  // namespace

std::string to_json(const Record& one) {
  std::string json = "{\n  \"format\": 1";
  const auto add = [&](const char* key, const std::string& value) { json += ",\n  " + json_string(key) + ": " + value; };
  add("id", json_string(one.id));
  add("program", json_string(one.program));
  add("libraries", list(one.libraries));
  add("title", json_string(one.title));
  add("author", json_string(one.author));
  add("subject", json_string(one.subject));
  add("keywords", json_string(one.keywords));
  add("licence", json_string(one.licence));
  add("language", json_string(one.language));
  add("date", json_string(one.date));
  add("created", json_string(one.created));
  add("pages", std::to_string(one.pages));
  add("sources", json_string(one.sources));
  add("definition", json_string(one.definition));
  add("data", json_string(one.data));
  add("editions", list(one.editions));
  add("verdicts", list(one.verdicts));
  add("seals", list(one.seals));
  add("rebuilt", json_string(one.rebuilt));
  return json + "\n}\n";
}

std::optional<Record> read_record(const std::string& bytes, const std::string& name, Diagnostics& diagnostics) {
  tables::JsonFault fault;
  const auto json = tables::read_json(bytes, fault);
  auto record = json ? RecordReader().read(*json) : std::nullopt;
  if (!record)
    diagnostics.error("archive.bad-record", "\"" + name + "\" is not what `tilstand archive add` writes" + (json ? "" : ": " + fault.message), {}, "take the package from a sound copy");
  return record;
}

}  // namespace tilstand::archive
