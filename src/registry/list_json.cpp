// SPDX-License-Identifier: Apache-2.0
#include "base/json_entry.hpp"
#include "registry/list.hpp"

namespace tilstand::registry {
namespace {

std::string run_json(const PrintRun& one) {
  return JsonEntry().text("run", one.run).text("date", one.date).number("copies", one.copies).text("printer", one.printer).text("paper", one.paper).text("binding", one.binding)
      .text("deposit", one.deposit).text("recorded", one.recorded).done();
}

std::string event_json(const Event& one) {
  return JsonEntry().text("state", name_of(one.state)).number("attempt", one.attempt).text("detail", one.detail).text("recorded", one.recorded).done();
}

std::string parcel_json(const Parcel& parcel) {
  const Delivery& one = parcel.delivery;
  std::string files, events;
  for (const SentFile& file : parcel.files) files += (files.empty() ? "" : ", ") + JsonEntry().text("name", file.name).text("sha256", file.sha256).done();
  for (const Event& event : parcel.events) events += (events.empty() ? "" : ", ") + event_json(event);
  return JsonEntry().text("recipient", one.recipient).text("id", one.message_id).number("issue", one.occasion.issue).number("copy", one.copy_number).number("copies", one.copies)
      .text("channel", one.channel).number("attempts", one.attempts).text("state", name_of(one.state)).text("since", one.recorded).text("detail", one.detail)
      .raw("files", "[" + files + "]").raw("events", "[" + events + "]").done();
}

std::string package_json(const KeptPackage& kept) {
  const Package& one = kept.package;
  std::string events;
  for (const PackageEvent& event : kept.events)
    events += (events.empty() ? "" : ", ") + JsonEntry().text("what", event.what).raw("sound", event.sound ? "true" : "false").text("detail", event.detail).text("recorded", event.recorded).done();
  return JsonEntry().text("name", one.name).text("kind", one.kind).text("sha256", one.sha256).number("files", one.files).number("bytes", one.bytes).text("recorded", one.recorded)
      .raw("events", "[" + events + "]").done();
}

std::string object(const History& history, const std::string& indent) {
  const Edition& one = history.edition;
  std::string json = "{";
  const char* separator = "\n";
  const auto member = [&](const char* key, const std::string& value) {
    json += separator + indent + "  " + json_string(key) + ": " + value;
    separator = ",\n";
  };
  const auto text = [&](const char* key, const std::string& value) { member(key, json_string(value)); };
  text("sha256", one.sha256);
  text("built-sha256", one.built_sha256);
  text("report", one.report);
  member("year", std::to_string(one.year));
  text("language", one.language);
  text("edition", one.edition);
  text("file", one.file);
  text("title", one.title);
  member("pages", std::to_string(one.pages));
  member("bytes", std::to_string(one.bytes));
  text("manifest-sha256", one.manifest_sha256);
  text("definition-sha256", one.definition_sha256);
  text("data-sha256", one.data_sha256);
  text("program", one.program);
  text("recorded", one.recorded);
  const std::string inner = indent + "  ";
  member("inputs", json_list(one.inputs, inner, [](const Input& input) { return JsonEntry().text("file", input.path).text("sha256", input.sha256).done(); }));
  member("printed", json_list(history.runs, inner, run_json));
  member("deliveries", json_list(history.parcels, inner, parcel_json));
  member("packages", json_list(history.packages, inner, package_json));
  return json + "\n" + indent + "}";
}

}  // namespace

std::string to_json(const History& one) { return object(one, "") + "\n"; }

std::string to_json(const std::vector<History>& list) {
  return "{\n  \"format\": 1,\n  \"editions\": " + json_list(list, "  ", [](const History& one) { return object(one, "    "); }) + "\n}\n";
}

}  // namespace tilstand::registry
