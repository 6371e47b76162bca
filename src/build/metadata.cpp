// SPDX-License-Identifier: Apache-2.0
#include "build/metadata.hpp"

#include "base/moment.hpp"
#include "build/manifest.hpp"

namespace tilstand::build {
namespace {

/// The whole day that `epoch` lies in; hours would make a rebuild on the same day differ for nothing.
std::string date_of(std::int64_t epoch) {
  constexpr std::size_t day = 10;
  return utc_text(epoch).substr(0, day);
}

bool is_date(const std::string& text) {
  if (text.size() != 10) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool dash = at == 4 || at == 7;
    if (dash ? text[at] != '-' : text[at] < '0' || text[at] > '9') return false;
  }
  const int month = std::stoi(text.substr(5, 2)), day = std::stoi(text.substr(8, 2));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

}  // namespace

std::optional<package::Metadata> metadata_of(const Report& report, std::optional<std::int64_t> epoch, Diagnostics& diagnostics) {
  const content::Tree& tree = report.tree();
  const std::string day = epoch ? date_of(*epoch) : tree.date;
  if (!is_date(day)) {
    diagnostics.error("build.bad-date", "the report's date \"" + day + "\" is no date; expected a form like \"2022-06-15\"", report.date_span());
    return std::nullopt;
  }
  const std::string date = day + "T00:00:00Z";
  return package::Metadata{tree.title,   tree.author,   tree.subject, tree.keywords, tree.licence, report.edition().language,
                           date,         "tilstand " + program_version(), identifier_of(report, date)};
}

}  // namespace tilstand::build
