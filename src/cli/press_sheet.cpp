// SPDX-License-Identifier: Apache-2.0
#include "cli/press_sheet.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "base/file.hpp"
#include "base/number_text.hpp"
#include "base/passing_folder.hpp"
#include "build/build.hpp"
#include "pdf/reader.hpp"

namespace tilstand::cli {
namespace {

namespace fs = std::filesystem;

/// A TOML string. Braces that would open a binding are taken apart.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char one : text) {
    if (one == '"' || one == '\\') out += '\\';
    if (static_cast<unsigned char>(one) < 0x20 || one == 0x7F) continue;
    if (one == '{' && out.ends_with('{')) out += ' ';
    out += one;
  }
  return out + '"';
}

/// What all pages use.
struct Use {
  std::set<std::string> inks, spaces, fonts;
  bool has_transparency = false;
};

std::optional<Use> use_of(const pdf::Document& document, Diagnostics& diagnostics) {
  pdf::Reader reader(document);
  Use use;
  for (std::size_t index = 0; index < document.page_count(); ++index) {
    const auto content = reader.read(index, diagnostics);
    if (!content) return std::nullopt;
    use.inks.insert(content->inks.begin(), content->inks.end());
    use.spaces.insert(content->spaces.begin(), content->spaces.end());
    use.fonts.insert(content->fonts.begin(), content->fonts.end());
    use.has_transparency = use.has_transparency || content->has_transparency;
  }
  return use;
}

/// The process inks by their letters in the order of the press, then the others by their names.
std::string inks_of(std::set<std::string> inks) {
  std::string text;
  for (const auto& [name, letter] : {std::pair("Cyan", "C"), std::pair("Magenta", "M"), std::pair("Yellow", "Y"), std::pair("Black", "K")})
    if (inks.erase(name) > 0) text += (text.empty() ? "" : ", ") + std::string(letter);
  for (const std::string& ink : inks) text += (text.empty() ? "" : ", ") + ink;
  return text.empty() ? "none" : text;
}

std::string joined(const std::set<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text.empty() ? "none" : text;
}

std::string in_groups(const std::string& digits) {
  constexpr std::size_t group = 16;
  std::string text;
  for (std::size_t at = 0; at < digits.size(); at += group) text += (at == 0 ? "" : " ") + digits.substr(at, group);
  return text;
}

/// The day of "D:20211231…"; without one the day that computers count from.
std::string day_of(const std::string& date) {
  constexpr std::size_t whole = 10;
  if (date.size() < whole || date.find_first_not_of("0123456789", 2) < whole) return "1970-01-01";
  return date.substr(2, 4) + "-" + date.substr(6, 2) + "-" + date.substr(8, 2);
}

std::string binding_name(const std::string& binding) {
  if (binding == "saddle") return "saddle stitching";
  if (binding == "perfect") return "perfect binding";
  return binding == "n-up" ? "leaves, not bound" : "not given";
}

std::string data_of(const pdf::Document& document, const Use& use, const PressSheet& request) {
  constexpr double mm_of_point = 25.4 / 72;
  const pdf::About& about = document.about();
  const pdf::Boxes& boxes = document.pages()[0];
  std::string text = "format = 1\n\n[record.sheet]\n";
  const auto add = [&](const char* key, const std::string& value) { text += std::string(key) + " = " + quoted(value.empty() ? "not given" : value) + "\n"; };
  const auto number = [&](const char* key, double value) { text += std::string(key) + " = " + decimal(value, 1) + "\n"; };
  const std::size_t pages = document.page_count(), bound = (pages + 3) / 4 * 4;
  const bool all_embedded = std::none_of(use.fonts.begin(), use.fonts.end(), [](const std::string& font) { return font.ends_with(")"); });
  add("title", about.title);
  add("file", fs::path(request.input).filename().string());
  add("date", day_of(about.created));
  number("pages", static_cast<double>(pages));
  if (request.copies) number("copies", *request.copies);
  else add("copies", {});
  number("trim-width", boxes.trim.width() * mm_of_point);
  number("trim-height", boxes.trim.height() * mm_of_point);
  number("bleed", (boxes.trim.left - boxes.bleed.left) * mm_of_point);
  number("media-width", boxes.media.width() * mm_of_point);
  number("media-height", boxes.media.height() * mm_of_point);
  add("inks", inks_of(use.inks));
  add("spaces", joined(use.spaces));
  add("condition", about.condition.empty() || about.condition == about.condition_text ? about.condition : about.condition + (about.condition_text.empty() ? "" : ", " + about.condition_text));
  add("profile", about.intent.empty() ? "none" : about.has_profile ? "in the file" : "named only");
  add("transparency", use.has_transparency ? "used" : "not used");
  add("paper", request.paper);
  add("cover-paper", request.cover_paper);
  add("binding", binding_name(request.binding));
  number("bound-pages", static_cast<double>(request.binding == "n-up" ? pages : bound));
  add("standard", about.standard.empty() ? "none" : about.standard);
  add("fonts", all_embedded ? "all in the file" : "not all in the file");
  number("bytes", static_cast<double>(document.bytes()));
  add("sha256", in_groups(document.sha256()));
  return text;
}

/// The edition of the archive in a language, as the layouts' folder names them.
std::string edition_of(const std::string& language) { return language == "nb" ? "archive" : "archive-" + language; }

}  // namespace

bool write_press_sheet(const PressSheet& request, std::optional<std::int64_t> epoch, Sources& sources, Diagnostics& diagnostics) {
  const auto document = pdf::Document::open(request.input, diagnostics);
  const auto use = document ? use_of(*document, diagnostics) : std::nullopt;
  if (!use) return false;
  const PassingFolder folder;
  const std::string data = folder.path() + "/data", out = folder.path() + "/out";
  std::error_code failure;
  if (!folder.path().empty()) fs::create_directory(data, failure);
  if (folder.path().empty() || failure || !replace_file(data + "/data.toml", data_of(*document, *use, request))) {
    diagnostics.error("build.cannot-write", "no folder can be made for what passes", {});
    return false;
  }
  build::Request inner;
  inner.definition = request.definition;
  inner.data = data;
  inner.edition = edition_of(request.language);
  inner.out = out;
  inner.epoch = epoch;
  const build::Written written = build::build_pdf(inner, sources, diagnostics);
  if (!written.ok) return false;
  const auto bytes = read_file(written.path);
  if (bytes && replace_file(request.out, *bytes)) return true;
  diagnostics.error("build.cannot-write", "\"" + request.out + "\" can't be written", {});
  return false;
}

}  // namespace tilstand::cli
