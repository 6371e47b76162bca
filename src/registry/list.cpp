// SPDX-License-Identifier: Apache-2.0
#include "registry/list.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace tilstand::registry {
namespace {

constexpr std::size_t short_digest = 12;

std::string counted(std::size_t number) { return std::to_string(number); }

std::int64_t printed(const History& one) {
  std::int64_t copies = 0;
  for (const PrintRun& run : one.runs) copies += run.copies;
  return copies;
}

/// "14 of 16"; empty when there is nothing to deliver.
std::string delivered(const History& one) {
  const auto arrived = std::count_if(one.parcels.begin(), one.parcels.end(), [](const Parcel& parcel) { return parcel.delivery.state == State::delivered; });
  return one.parcels.empty() ? "" : std::to_string(arrived) + " of " + counted(one.parcels.size());
}

/// A paragraph below its title, or nothing without lines.
std::string block(const std::string& title, const std::vector<std::vector<std::string>>& lines, const std::vector<std::size_t>& right = {}) {
  return lines.size() < 2 ? "" : "\n" + title + "\n" + aligned(lines, right);
}

std::string facts(const Edition& one) {
  std::vector<std::vector<std::string>> lines = {
      {"edition", one.sha256}, {"title", one.title}, {"report", one.report + ", " + std::to_string(one.year)}, {"edition's name", one.edition + ", " + one.language},
      {"file", one.file + ", " + std::to_string(one.pages) + " pages, " + std::to_string(one.bytes) + " bytes"}, {"sealed", one.sha256 == one.built_sha256 ? "no" : "yes, before: " + one.built_sha256},
      {"manifest", one.manifest_sha256}, {"definition", one.definition_sha256}, {"data", one.data_sha256 + ", " + counted(one.inputs.size()) + " inputs in all"}, {"built by", one.program}, {"recorded", one.recorded}};
  return aligned(lines);
}

}  // namespace

std::optional<History> history_of(Register& reg, Edition edition, Diagnostics& diagnostics) {
  History one;
  const auto runs = reg.print_runs(edition.sha256, diagnostics);
  const auto deliveries = runs ? reg.deliveries_of(edition, diagnostics) : std::nullopt;
  const auto packages = deliveries ? reg.packages(edition.sha256, diagnostics) : std::nullopt;
  if (!packages) return std::nullopt;
  one.edition = std::move(edition);
  one.runs = *runs;
  for (const Delivery& delivery : *deliveries) {
    auto files = reg.sent_files(delivery.message_id, diagnostics);
    auto events = reg.events(delivery.message_id, diagnostics);
    if (!files || !events) return std::nullopt;
    one.parcels.push_back({delivery, std::move(*files), std::move(*events)});
  }
  for (const Package& package : *packages) {
    auto events = reg.package_events(package.id, diagnostics);
    if (!events) return std::nullopt;
    one.packages.push_back({package, std::move(*events)});
  }
  return one;
}

std::string aligned(const std::vector<std::vector<std::string>>& lines, const std::vector<std::size_t>& right) {
  std::vector<std::size_t> widths;
  for (const auto& line : lines)
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (at == widths.size()) widths.push_back(0);
      widths[at] = std::max(widths[at], decode_utf8(line[at]).size());
    }
  std::string text;
  for (const auto& line : lines) {
    std::string out;
    for (std::size_t at = 0; at < line.size(); ++at) {
      const std::string space(widths[at] - decode_utf8(line[at]).size(), ' ');
      const bool to_right = std::find(right.begin(), right.end(), at) != right.end();
      out += (at == 0 ? "" : "  ") + (to_right ? space + line[at] : line[at] + space);
    }
    text += out.substr(0, out.find_last_not_of(' ') + 1) + "\n";
  }
  return text;
}

std::string to_text(const std::vector<History>& list) {
  if (list.empty()) return "no editions\n";
  std::vector<std::vector<std::string>> lines = {{"sha256", "year", "report", "edition", "language", "pages", "sealed", "printed", "delivered", "packages", "recorded"}};
  for (const History& one : list) {
    const Edition& edition = one.edition;
    lines.push_back({edition.sha256.substr(0, short_digest), std::to_string(edition.year), edition.report, edition.edition, edition.language, std::to_string(edition.pages),
                     edition.sha256 == edition.built_sha256 ? "no" : "yes", one.runs.empty() ? "" : std::to_string(printed(one)), delivered(one),
                     one.packages.empty() ? "" : counted(one.packages.size()), edition.recorded});
  }
  constexpr std::size_t pages = 5, copies = 7;
  return aligned(lines, {pages, copies});
}

std::string to_text(const History& one) {
  std::string text = facts(one.edition);
  std::vector<std::vector<std::string>> runs = {{"run", "date", "copies", "printer", "paper", "binding", "deposit"}};
  for (const PrintRun& run : one.runs) runs.push_back({run.run, run.date, std::to_string(run.copies), run.printer, run.paper, run.binding, run.deposit});
  std::vector<std::vector<std::string>> parcels = {{"recipient", "issue", "copy", "channel", "attempts", "state", "since", "id", "detail"}};
  for (const Parcel& parcel : one.parcels) {
    const Delivery& delivery = parcel.delivery;
    parcels.push_back({delivery.recipient, std::to_string(delivery.occasion.issue), std::to_string(delivery.copy_number), delivery.channel, std::to_string(delivery.attempts),
                       name_of(delivery.state), delivery.recorded, delivery.message_id, delivery.detail});
  }
  std::vector<std::vector<std::string>> packages = {{"package", "kind", "sha256", "last", "sound", "when"}};
  for (const KeptPackage& kept : one.packages) {
    const PackageEvent last = kept.events.empty() ? PackageEvent() : kept.events.back();
    packages.push_back({kept.package.name, kept.package.kind, kept.package.sha256.substr(0, short_digest), last.what, last.sound ? "yes" : "no", last.recorded});
  }
  return text + block("printed", runs, {2}) + block("deliveries", parcels, {1, 2, 4}) + block("packages", packages);
}

}  // namespace tilstand::registry
