// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>

#include "base/diagnostic.hpp"

namespace tilstand::cli {

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

}  // namespace tilstand::cli
