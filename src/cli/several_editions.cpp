// SPDX-License-Identifier: Apache-2.0
#include "cli/several_editions.hpp"

#include <sstream>
#include <string>
#include <utility>

#include "cli/gathering.hpp"

namespace tilstand::cli {
namespace {

std::vector<std::string> names_of(const Command& command, Gathering& gathering) {
  if (command.request.edition == "all") {
    Sources listed;
    Diagnostics found;
    std::vector<std::string> all = build::edition_names(command.request, listed, found);
    if (found.has_errors()) gathering.add(listed, found);
    return all;
  }
  std::vector<std::string> names;
  std::istringstream list(command.request.edition);
  for (std::string name; std::getline(list, name, ',');) names.push_back(name);
  return names;
}

}  // namespace

bool asks_for_several_editions(const Command& command) {
  const bool possible = command.what == Command::What::build || command.what == Command::What::check;
  return possible && (command.request.edition == "all" || command.request.edition.find(',') != std::string::npos);
}

void run_for_editions(const Command& command, Sources& sources, Diagnostics& diagnostics) {
  Gathering gathering(sources, diagnostics);
  std::vector<std::string> built;
  for (const std::string& name : names_of(command, gathering)) {
    Command one = command;
    one.request.edition = name;
    Sources read;
    Diagnostics said;
    run_command(one, read, said, &built);
    gathering.add(read, said);
    if (said.has_errors()) return;
  }
  if (built.size() > 1) prove_same(built, diagnostics);
}

}  // namespace tilstand::cli
