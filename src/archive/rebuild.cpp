// SPDX-License-Identifier: Apache-2.0
#include "archive/rebuild.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/file.hpp"
#include "base/json_text.hpp"
#include "build/build.hpp"
#include "build/manifest.hpp"
#include "digest/sha256.hpp"
#include "manifest/read_manifest.hpp"
#include "verify/proof.hpp"

namespace tilstand::archive {
namespace {

namespace fs = std::filesystem;

/// What the two manifests say, and where the two files lie.
struct Pair {
  const manifest::Manifest& packed;
  const manifest::Manifest& now;
  std::string packed_pdf, now_pdf;
};

void compare_libraries(const Pair& pair, std::vector<Reason>& reasons) {
  const std::set<std::string> before(pair.packed.libraries.begin(), pair.packed.libraries.end()), after(pair.now.libraries.begin(), pair.now.libraries.end());
  const auto rest = [](const std::set<std::string>& some, const std::set<std::string>& without) {
    std::string text;
    for (const std::string& one : some)
      if (!without.contains(one)) text += (text.empty() ? "" : ", ") + one;
    return text.empty() ? "nothing else" : text;
  };
  if (before != after) reasons.push_back({Reason::Kind::library, "packed with " + rest(before, after) + "; this program has " + rest(after, before)});
}

/// Inputs are told apart by their digests, then by name: the packed paths may be seen from elsewhere.
void compare_inputs(const Pair& pair, std::vector<Reason>& reasons) {
  std::multiset<std::string> before;
  std::map<std::string, std::string> after;
  for (const manifest::File& one : pair.packed.inputs) before.insert(one.sha256);
  for (const manifest::File& one : pair.now.inputs) {
    const auto known = before.find(one.sha256);
    if (known != before.end()) before.erase(known);
    else after[one.path] = one.sha256;
  }
  for (const manifest::File& one : pair.packed.inputs) {
    if (!before.contains(one.sha256)) continue;
    const std::string name = fs::path(one.path).filename().string();
    const auto is_same_name = [&](const auto& entry) { return fs::path(entry.first).filename().string() == name; };
    const auto changed = std::find_if(after.begin(), after.end(), is_same_name);
    reasons.push_back({Reason::Kind::input, "\"" + one.path + "\" is " + (changed == after.end() ? "no longer read" : "another file than the edition was built from")});
    if (changed != after.end()) after.erase(changed);
  }
  for (const auto& [path, sha256] : after) reasons.push_back({Reason::Kind::input, "\"" + path + "\" is read besides"});
}

void compare_pages(const Pair& pair, std::vector<Reason>& reasons) {
  Diagnostics said;
  const auto proof = verify::compare(pair.packed_pdf, pair.now_pdf, said);
  if (!proof) {
    for (const Diagnostic& one : said.list()) reasons.push_back({Reason::Kind::file, one.message});
    return;
  }
  std::map<std::size_t, std::string> pages;
  for (const verify::Finding& finding : proof->findings) pages.emplace(std::max(finding.first_page, finding.second_page), finding.message);
  constexpr std::size_t most = 20;
  for (const auto& [page, message] : pages) {
    if (reasons.size() > most) break;
    reasons.push_back({Reason::Kind::page, "page " + std::to_string(page) + ": " + message});
  }
  if (pages.empty()) reasons.push_back({Reason::Kind::none, "all pages are the same to a reader; only their bytes differ"});
}

/// Every file that the build has read must lie in the package.
bool stays_inside(const manifest::Manifest& now, const fs::path& definition, const fs::path& sources, Diagnostics& diagnostics) {
  const fs::path inside = fs::absolute(sources).lexically_normal(), folder = fs::absolute(definition.parent_path());
  bool all = true;
  for (const manifest::File& input : now.inputs) {
    const fs::path seen = (folder / input.path).lexically_normal().lexically_relative(inside);
    if (!seen.empty() && *seen.begin() != "..") continue;
    all = false;
    diagnostics.error("archive.outside", "the sources name \"" + fs::path(input.path).filename().string() + "\" by a path that leads out of the package", {},
                      "name it in the definition by a path relative to the definition, and build the edition again");
  }
  return all;
}

std::vector<Reason> reasons_for(const Pair& pair, const Packaged& edition) {
  std::vector<Reason> reasons;
  if (pair.packed.program != pair.now.program) reasons.push_back({Reason::Kind::program, "packed by " + pair.packed.program + "; this is " + pair.now.program});
  compare_libraries(pair, reasons);
  compare_inputs(pair, reasons);
  if (pair.now.output.sha256 == edition.sha256) reasons.push_back({Reason::Kind::file, "the packaged PDF itself has been changed: the sources still give the bytes that its manifest tells of"});
  compare_pages(pair, reasons);
  return reasons;
}

std::string json_of(const Rebuilt& one) {
  std::string text = "{\"edition\": " + json_string(one.edition.name) + ", \"pdf\": " + json_string(one.edition.pdf) + ", \"same\": " + (one.same ? "true" : "false") +
                     ", \"bytes\": " + std::to_string(one.bytes) + ", \"reasons\": [";
  for (std::size_t at = 0; at < one.reasons.size(); ++at)
    text += std::string(at == 0 ? "" : ", ") + "{\"kind\": " + json_string(name_of(one.reasons[at].kind)) + ", \"text\": " + json_string(one.reasons[at].text) + "}";
  return text + "]}";
}

}  // namespace

const char* name_of(Reason::Kind kind) {
  switch (kind) {
    case Reason::Kind::program: return "program";
    case Reason::Kind::library: return "libraries";
    case Reason::Kind::input: return "input";
    case Reason::Kind::file: return "file";
    case Reason::Kind::page: return "page";
    case Reason::Kind::none: break;
  }
  return "bytes";
}

std::optional<Rebuilt> rebuild(const std::string& root, const Record& record, const Packaged& edition, const std::string& work, Diagnostics& diagnostics) {
  const fs::path sources = fs::path(root) / record.sources;
  build::Request request;
  request.definition = (sources / record.definition).string();
  request.data = (sources / record.data).string();
  request.edition = edition.name;
  request.out = work;
  request.epoch = edition.epoch;
  Sources read;
  Diagnostics said;
  const build::Written written = build::build_pdf(request, read, said);
  for (Diagnostic one : said.list()) {
    if (one.severity != Severity::error) continue;
    one.message = (one.span.file ? place_text(one.span, read, sources.string()) + ": " : "") + one.message;  // the sources are not the caller's
    one.span = {};
    one.notes.clear();
    diagnostics.add(one);
  }
  if (!written.ok) return std::nullopt;
  const std::string packed_pdf = (fs::path(root) / edition.pdf).string();
  const auto packed = manifest::read_manifest((fs::path(root) / edition.manifest).string(), read, diagnostics);
  const auto now = manifest::read_manifest(fs::path(written.path).replace_extension(".manifest.json").string(), read, diagnostics);
  const auto old_bytes = read_file(packed_pdf), new_bytes = read_file(written.path);
  if (!packed || !now || !new_bytes || !stays_inside(*now, request.definition, sources, diagnostics)) return std::nullopt;
  if (!old_bytes) {
    diagnostics.error("archive.missing-file", "\"" + edition.pdf + "\" is not in the package", {}, "take the package from a sound copy");
    return std::nullopt;
  }
  Rebuilt result{edition, old_bytes->substr(0, edition.built_bytes) == *new_bytes, written.bytes, written.path, {}};
  if (!result.same) result.reasons = reasons_for({*packed, *now, packed_pdf, written.path}, edition);
  return result;
}

std::string to_text(const std::vector<Rebuilt>& all) {
  std::string text;
  for (const Rebuilt& one : all) {
    text += one.edition.pdf + ": " + (one.same ? "built again, the same " + std::to_string(one.bytes) + " bytes" : "built again, and other bytes came out") + "\n";
    for (const Reason& reason : one.reasons) text += std::string("  ") + name_of(reason.kind) + ": " + reason.text + "\n";
  }
  return text;
}

std::string to_json(const std::vector<Rebuilt>& all) {
  std::string text = "{\n  \"editions\": [";
  for (std::size_t at = 0; at < all.size(); ++at) text += (at == 0 ? "\n    " : ",\n    ") + json_of(all[at]);
  return text + "\n  ]\n}\n";
}

}  // namespace tilstand::archive
