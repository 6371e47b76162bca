// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <set>

#include "base/file.hpp"
#include "diff/compare.hpp"
#include "diff/diff.hpp"
#include "diff/pictures.hpp"
#include "digest/sha256.hpp"
#include "manifest/read_manifest.hpp"

namespace tilstand::diff {
namespace {

namespace fs = std::filesystem;
using manifest::Manifest;
using manifest::Place;

/// The language of a folder's prose, when it is in one only.
std::string language_of(const std::string& folder) {
  std::set<std::string> languages;
  std::error_code failure;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, failure)) {
    if (!entry.is_directory(failure)) continue;
    for (const fs::directory_entry& file : fs::directory_iterator(entry.path(), failure))
      if (file.path().extension() == ".md") languages.insert(entry.path().filename().string());
  }
  return languages.size() == 1 ? *languages.begin() : std::string();
}

std::string path_of_pdf(const std::string& manifest, const Manifest& edition) { return (fs::path(manifest).parent_path() / edition.output.path).string(); }

/// Whether the PDF is the one that the manifest was written for. It need not be there unless its pages are to be drawn.
bool check_pdf(const std::string& manifest, const Manifest& edition, bool needed, Diagnostics& diagnostics) {
  const std::string path = path_of_pdf(manifest, edition);
  const bool inside = fs::path(edition.output.path).filename() == fs::path(edition.output.path);
  const auto sum = inside ? digest::sha256_of_file(path) : std::nullopt;
  if (!sum) {
    const std::string message = "the PDF of \"" + manifest + "\", \"" + edition.output.path + "\", can't be read beside it";
    if (needed) diagnostics.error("diff.no-pdf", message, {}, "put it back, or leave --out away");
    else diagnostics.warning("diff.no-pdf", message, {});
    return !needed;
  }
  if (*sum == edition.output.sha256) return true;
  diagnostics.error("diff.wrong-pdf", "\"" + path + "\" is not the file that its manifest tells of: its SHA-256 differs", {}, "build the edition again, or put the right file back");
  return false;
}

/// A folder that is filled beside its place; unless it is kept, nothing stays of it.
class NewFolder {
 public:
  explicit NewFolder(const std::string& place) : place_(fs::path(place).lexically_normal()) {
    if (place_.filename().empty()) place_ = place_.parent_path();  // "out/"
    std::error_code failure;
    if (!place_.parent_path().empty()) fs::create_directories(place_.parent_path(), failure);
    for (int number = 0; number < 100 && !ready_; ++number) {  // somebody may have a folder of that name
      beside_ = place_.string() + ".part" + std::to_string(number);
      ready_ = fs::create_directory(beside_, failure);
    }
  }
  ~NewFolder() {
    std::error_code failure;
    if (ready_) fs::remove_all(beside_, failure);
  }
  NewFolder(const NewFolder&) = delete;
  NewFolder& operator=(const NewFolder&) = delete;

  bool ready() const { return ready_; }
  std::string path() const { return beside_.string(); }
  /// Moves its files to their place, the page itself last.
  bool keep(const std::string& last) const {
    std::error_code failure;
    fs::create_directories(place_, failure);
    std::vector<fs::path> names;
    for (const fs::directory_entry& entry : fs::directory_iterator(beside_, failure)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end(), [&](const fs::path& a, const fs::path& b) { return std::pair(a == last, a) < std::pair(b == last, b); });
    for (const fs::path& name : names)
      if (!failure) fs::rename(beside_ / name, place_ / name, failure);
    return !failure;
  }

 private:
  fs::path place_, beside_;
  bool ready_ = false;
};

bool write_page(Difference& difference, const std::string& out, const std::string& before_pdf, const std::string& after_pdf, Diagnostics& diagnostics) {
  const NewFolder folder(out);
  const bool drawn = folder.ready() && (!difference.editions || draw_pages(difference.pages, before_pdf, after_pdf, folder.path(), diagnostics));
  if (folder.ready() && !drawn) return false;
  if (folder.ready() && replace_file(folder.path() + "/index.html", to_html(difference)) && folder.keep("index.html")) return true;
  diagnostics.error("build.cannot-write", "the folder \"" + out + "\" can't be written", {});
  return false;
}

std::optional<Difference> run_data(const Request& request, const Place& before, const Place& after, Sources& sources, Diagnostics& diagnostics) {
  const std::string language = request.language.empty() ? language_of(after.path) : request.language;
  const locale::Forms forms(language.empty() ? "en" : language);
  auto difference = compare_data(before.path, after.path, forms, sources, diagnostics);
  if (!difference) return std::nullopt;
  difference->before.language = difference->after.language = language;
  if (!request.out.empty() && !write_page(*difference, request.out, {}, {}, diagnostics)) return std::nullopt;
  return difference;
}

std::optional<Difference> run_editions(const Request& request, const Place& before, const Place& after, Sources& sources, Diagnostics& diagnostics) {
  const auto old = manifest::read_manifest(before.path, sources, diagnostics), now = manifest::read_manifest(after.path, sources, diagnostics);
  if (!old || !now || !manifest::check_series(*old, before.path, now->series, diagnostics)) return std::nullopt;
  const bool drawn = !request.out.empty();
  const bool old_sound = check_pdf(before.path, *old, drawn, diagnostics), new_sound = check_pdf(after.path, *now, drawn, diagnostics);
  if (!old_sound || !new_sound) return std::nullopt;
  const locale::Forms forms(request.language.empty() ? now->language : request.language);
  Difference difference = compare_editions(*old, *now, forms);
  difference.before.path = before.path;
  difference.after.path = after.path;
  if (drawn && !write_page(difference, request.out, path_of_pdf(before.path, *old), path_of_pdf(after.path, *now), diagnostics)) return std::nullopt;
  return difference;
}

}  // namespace

bool comparable(const Request& request) { return manifest::place_of(request.before).kind == manifest::place_of(request.after).kind; }

std::optional<Difference> run(const Request& request, Sources& sources, Diagnostics& diagnostics) {
  const Place before = manifest::place_of(request.before), after = manifest::place_of(request.after);
  if (before.kind == Place::Kind::data) return run_data(request, before, after, sources, diagnostics);
  return run_editions(request, before, after, sources, diagnostics);
}

}  // namespace tilstand::diff
