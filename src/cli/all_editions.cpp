// SPDX-License-Identifier: Apache-2.0
#include "cli/all_editions.hpp"

#include <map>
#include <string>
#include <utility>

namespace tilstand::cli {
namespace {

/// Brings diagnostics over to another table of sources.
class Gathering {
 public:
  Gathering(Sources& sources, Diagnostics& diagnostics) : sources_(sources), diagnostics_(diagnostics) {}

  void add(const Sources& from, const Diagnostics& said) {
    for (Diagnostic one : said.list()) {
      move_over(from, one.span);
      for (Note& note : one.notes) move_over(from, note.span);
      diagnostics_.add(std::move(one));
    }
  }

 private:
  void move_over(const Sources& from, SourceSpan& span) {
    if (!span.file) return;
    const std::string& name = from.name(span.file);
    auto known = files_.find(name);
    if (known == files_.end()) {
      const FileId file = from.is_on_disk(span.file) ? sources_.add_on_disk(name) : sources_.add(name, from.text(span.file));
      known = files_.emplace(name, file).first;
    }
    span.file = known->second;
  }

  Sources& sources_;
  Diagnostics& diagnostics_;
  std::map<std::string, FileId> files_;
};

}  // namespace

void run_for_all_editions(const Command& command, Sources& sources, Diagnostics& diagnostics) {
  Gathering gathering(sources, diagnostics);
  Sources listed;
  Diagnostics found;
  const std::vector<std::string> names = build::edition_names(command.request, listed, found);
  if (found.has_errors()) return gathering.add(listed, found);
  for (const std::string& name : names) {
    Command one = command;
    one.request.edition = name;
    Sources read;
    Diagnostics said;
    run_command(one, read, said);
    gathering.add(read, said);
    if (said.has_errors()) return;
  }
}

}  // namespace tilstand::cli
