// SPDX-License-Identifier: Apache-2.0
#include "archive/conformance.hpp"

#include <algorithm>
#include <cctype>
#include <sstream>

#include "tables/json_value.hpp"

namespace tilstand::archive {
namespace {

using tables::Json;

std::string file_name(const std::string& path) { return path.substr(path.find_last_of("/\\") + 1); }

std::string text_of(const Json* json, const char* key) {
  const Json* found = json != nullptr ? json->member(key) : nullptr;
  return found != nullptr && found->string() != nullptr ? *found->string() : std::string();
}

/// Newer versions give a list of results, older ones one.
std::vector<const Json*> results_of(const Json& job) {
  const Json* found = job.member("validationResult");
  if (found == nullptr) return {};
  if (found->array() == nullptr) return {found};
  std::vector<const Json*> all;
  for (const Json& one : *found->array()) all.push_back(&one);
  return all;
}

/// "veraPDF 1.28.2"; without number when the report has none.
std::string judge_of(const Json& report) {
  const Json* build = report.member("buildInformation");
  const Json* releases = build != nullptr ? build->member("releaseDetails") : nullptr;
  const bool is_list = releases != nullptr && releases->array() != nullptr && !releases->array()->empty();
  const std::string version = text_of(is_list ? &releases->array()->front() : nullptr, "version");
  return version.empty() ? "veraPDF" : "veraPDF " + version;
}

std::vector<Verdict> verdicts_of(const Json& root) {
  std::vector<Verdict> all;
  const Json* report = root.member("report");
  const Json* jobs = report != nullptr ? report->member("jobs") : nullptr;
  if (jobs == nullptr || jobs->array() == nullptr) return all;
  for (const Json& job : *jobs->array()) {
    const std::string name = file_name(text_of(job.member("itemDetails"), "name"));
    for (const Json* result : results_of(job)) {
      const Json* compliant = result->member("compliant");
      const bool* passes = compliant != nullptr ? std::get_if<bool>(&compliant->value) : nullptr;
      if (passes != nullptr) all.push_back({judge_of(*report), flavour_of(text_of(result, "profileName")), name, *passes, {}});
    }
  }
  return all;
}

bool is_flavour(const std::string& word) {
  const bool archival = (word.size() == 1 || (word.size() == 2 && std::string("abuef").find(word[1]) != std::string::npos)) && word[0] >= '1' && word[0] <= '4';
  return archival || word == "ua1" || word == "ua2";
}

std::vector<Verdict> verdicts_of(const std::string& lines) {
  std::vector<Verdict> all;
  std::istringstream text(lines);
  for (std::string line; std::getline(text, line);) {
    std::istringstream words(line);
    Verdict verdict{"veraPDF", {}, {}, false, {}};
    std::string word;
    if (!(words >> word) || (word != "PASS" && word != "FAIL")) continue;
    verdict.passes = word == "PASS";
    while (words >> word) {
      if (verdict.flavour.empty() && is_flavour(word)) verdict.flavour = word;
      else if (verdict.pdf.empty() && word.ends_with(".pdf")) verdict.pdf = file_name(word);
    }
    if (!verdict.pdf.empty()) all.push_back(verdict);
  }
  return all;
}

}  // namespace

std::string flavour_of(const std::string& profile) {
  for (const char* standard : {"PDF/A-", "PDF/UA-"}) {
    const std::size_t at = profile.find(standard);
    if (at == std::string::npos) continue;
    const std::size_t begin = at + std::string(standard).size();
    std::string name = profile.substr(begin, profile.find(' ', begin) - begin);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char one) { return static_cast<char>(std::tolower(one)); });
    return std::string(standard) == "PDF/UA-" ? "ua" + name : name;
  }
  return {};
}

std::vector<Verdict> read_verdicts(const std::string& report) {
  tables::JsonFault fault;
  const auto json = tables::read_json(report, fault);
  return json ? verdicts_of(*json) : verdicts_of(report);
}

}  // namespace tilstand::archive
