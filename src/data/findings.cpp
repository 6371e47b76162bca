// SPDX-License-Identifier: Apache-2.0
#include "data/findings.hpp"

#include <algorithm>

namespace tilstand::data {
namespace {

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string::npos ? std::string() : text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

bool is_check(const std::string& code) {
  return std::any_of(std::begin(definition::check_kinds), std::end(definition::check_kinds), [&](const auto& kind) { return kind.code == code; });
}

}  // namespace

Acknowledgement read_acknowledgement(const std::string& text) {
  const std::size_t colon = text.find(':');
  Acknowledgement result;
  for (std::size_t from = 0; colon != std::string::npos && from <= colon;) {
    const std::size_t comma = std::min(text.find(',', from), colon);
    result.codes.push_back(trimmed(text.substr(from, comma - from)));
    from = comma + 1;
  }
  if (result.codes.empty() || !std::all_of(result.codes.begin(), result.codes.end(), is_check)) return {{}, trimmed(text)};  // a colon of the reason's own
  result.reason = trimmed(text.substr(colon + 1));
  return result;
}

void Findings::offer(const std::string& text, SourceSpan place) {
  if (text.empty() || !offered_.emplace(place, false).second) return;
  if (read_acknowledgement(text).reason.empty())
    add({Severity::error, "data.empty-reason", "something is acknowledged here without a reason", place, {}, "say why it stands, or empty the cell"});
}

bool Findings::is_of(const std::string& text, const std::string& code) {
  const Acknowledgement given = read_acknowledgement(text);
  return !text.empty() && (given.codes.empty() || std::find(given.codes.begin(), given.codes.end(), code) != given.codes.end());
}

void Findings::add(Diagnostic found, const std::string& text, SourceSpan place) {
  const Acknowledgement given = read_acknowledgement(text);
  if (!is_of(text, found.code)) return checks_.report(std::move(found), diagnostics_);
  offered_.insert_or_assign(place, true);
  if (given.reason.empty()) return checks_.report(std::move(found), diagnostics_);
  checks_.report_acknowledged(std::move(found), given.reason, diagnostics_);
}

void Findings::finish() {
  for (const auto& [place, used] : offered_)
    if (!used)
      add({Severity::error, "data.unused-acknowledgement", "nothing is found here that this acknowledges", place, {}, "take it away, so that it can't hide what comes later"});
}

}  // namespace tilstand::data
