// SPDX-License-Identifier: Apache-2.0
#include "base/json_text.hpp"
#include "cli/render.hpp"

namespace tilstand::cli {
namespace {

const char* word_of(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "notice";
}

std::string position(Position at) {
  return "{\"line\":" + std::to_string(at.line) + ",\"column\":" + std::to_string(at.column) + "}";
}

std::string place(const SourceSpan& span, const Sources& sources) {
  if (!span.file) return "null";
  return "{\"file\":" + json_string(sources.name(span.file)) + ",\"begin\":" + position(span.begin) + ",\"end\":" + position(span.end) + "}";
}

std::string notes(const Diagnostic& diagnostic, const Sources& sources) {
  std::string list;
  for (const Note& note : diagnostic.notes) {
    if (!list.empty()) list += ",";
    list += "{\"message\":" + json_string(note.message) + ",\"place\":" + place(note.span, sources) + "}";
  }
  return "[" + list + "]";
}

}  // namespace

std::string render_json(const Diagnostics& diagnostics, const Sources& sources) {
  std::string list;
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    list += list.empty() ? "\n" : ",\n";
    list += "{\"severity\":\"" + std::string(word_of(diagnostic.severity)) + "\",\"code\":" + json_string(diagnostic.code) +
            ",\"message\":" + json_string(diagnostic.message) + ",\"place\":" + place(diagnostic.span, sources) +
            ",\"hint\":" + json_string(diagnostic.hint) + ",\"notes\":" + notes(diagnostic, sources) + "}";
  }
  return "[" + list + "\n]\n";
}

}  // namespace tilstand::cli
