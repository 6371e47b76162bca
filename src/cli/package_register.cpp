// SPDX-License-Identifier: Apache-2.0
#include "cli/package_register.hpp"

#include <filesystem>

#include "archive/print_run.hpp"
#include "digest/sha256.hpp"
#include "registry/register.hpp"

namespace tilstand::cli {
namespace {

std::string toml_of(const registry::PrintRun& run) {
  return archive::to_toml({run.run, run.printer, run.paper, {}, run.binding, run.date, run.copies, run.deposit});
}

/// Runs that are recorded with the edition for the press, which is what is printed.
std::vector<registry::PrintRun> runs_of_press(registry::Register& reg, const std::string& press) {
  const auto sha256 = press.empty() ? std::nullopt : digest::sha256_of_file(press);
  Diagnostics aside;  // it may be unknown to the register
  const auto edition = sha256 ? reg.edition(*sha256, aside) : std::nullopt;
  return edition ? reg.print_runs(*sha256, aside).value_or(std::vector<registry::PrintRun>{}) : std::vector<registry::PrintRun>{};
}

std::string verdicts_of(const archive::Added& added) {
  std::string text;
  for (const archive::Verdict& verdict : added.verdicts) text += (text.empty() ? "" : "; ") + verdict.judge + " " + verdict.flavour + ": " + (verdict.passes ? "pass" : "fail") + ", " + verdict.pdf;
  return text;
}

}  // namespace

bool PackageRegister::prepare(archive::AddRequest& request, const std::string& run, Diagnostics& diagnostics) const {
  if (path_.empty()) return true;
  const auto sha256 = digest::sha256_of_file(request.edition);
  if (!sha256) {
    diagnostics.error("archive.missing-input", "\"" + request.edition + "\" can't be read", {}, "name the PDF that `tilstand build` wrote");
    return false;
  }
  const auto reg = registry::Register::open({.path = path_}, diagnostics);
  const auto edition = reg ? reg->edition(*sha256, diagnostics) : std::nullopt;
  const auto runs = edition ? reg->print_runs(*sha256, diagnostics) : std::nullopt;
  if (!runs) return false;
  std::vector<registry::PrintRun> all = runs_of_press(*reg, request.press);
  all.insert(all.end(), runs->begin(), runs->end());
  for (const registry::PrintRun& one : all)
    if ((run.empty() || one.run == run) && request.print_run.empty()) request.print_run_text = toml_of(one);
  if (run.empty() || !request.print_run_text.empty()) return true;
  diagnostics.error("archive.missing-input", "the register knows no run \"" + run + "\" of \"" + request.edition + "\"", {}, "record it by `tilstand archive print`");
  return false;
}

bool PackageRegister::record(const archive::Added& added, bool is_bag, Diagnostics& diagnostics) const {
  if (path_.empty()) return true;
  const auto reg = registry::Register::open({.path = path_, .may_write = true}, diagnostics);
  if (!reg) return false;
  registry::Package package;
  package.edition_sha256 = added.edition_sha256;
  package.kind = is_bag ? "bag" : "sip";
  package.name = std::filesystem::path(added.path).filename().string();
  package.sha256 = added.sha256;
  package.files = static_cast<std::int64_t>(added.files);
  package.bytes = static_cast<std::int64_t>(added.bytes);
  package.verdicts = verdicts_of(added);
  return reg->add(package, now_, diagnostics).has_value();
}

bool PackageRegister::note(const std::string& package_sha256, const std::string& what, bool sound, const std::string& detail, Diagnostics& diagnostics) const {
  if (path_.empty()) return true;
  const auto reg = registry::Register::open({.path = path_, .may_write = true}, diagnostics);
  return reg && reg->note(package_sha256, {what, sound, detail, {}}, now_, diagnostics);
}

}  // namespace tilstand::cli
