// SPDX-License-Identifier: Apache-2.0
#include "archive/print_run.hpp"

#include "base/json_text.hpp"
#include "definition/reader.hpp"

namespace tilstand::archive {

std::optional<PrintRun> read_print_run(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  const auto file = definition::load_file(path, {}, sources, diagnostics);
  const auto toml = file ? definition::parse_toml(*file, sources, diagnostics) : std::nullopt;
  if (!toml) return std::nullopt;
  Diagnostics found;
  definition::ReadContext context{found};
  definition::KeyReader reader(*toml, context);
  constexpr int most_copies = 100'000'000;
  int copies = 0;
  PrintRun run;
  const definition::Toml* number = reader.member("run");
  if (number != nullptr && std::holds_alternative<std::int64_t>(number->value)) run.run = std::to_string(std::get<std::int64_t>(number->value));
  else reader.string("run", run.run);
  reader.string("printer", run.printer, definition::Need::required);
  reader.string("paper", run.paper);
  reader.string("cover-paper", run.cover_paper);
  reader.string("binding", run.binding);
  reader.string("date", run.date);
  if (reader.integer("copies", copies, {1, most_copies})) run.copies = copies;
  reader.string("deposit", run.deposit);
  reader.finish();
  for (const Diagnostic& one : found.list()) diagnostics.add(one);
  if (found.has_errors()) return std::nullopt;
  return run;
}

std::string to_toml(const PrintRun& run) {
  std::string text;
  // A JSON string is a basic string of TOML 1.0 too: both escape quotes, backslashes and control characters alike.
  const auto add = [&](const char* key, const std::string& value) { if (!value.empty()) text += std::string(key) + " = " + json_string(value) + "\n"; };
  add("binding", run.binding);
  if (run.copies > 0) text += "copies = " + std::to_string(run.copies) + "\n";
  add("cover-paper", run.cover_paper);
  add("date", run.date);
  add("deposit", run.deposit);
  add("paper", run.paper);
  add("printer", run.printer);
  add("run", run.run);
  return text;
}

}  // namespace tilstand::archive
