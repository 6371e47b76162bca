// SPDX-License-Identifier: Apache-2.0
#include "font/library.hpp"

#include <algorithm>
#include <utility>

#include "base/file.hpp"
#include "digest/sha256.hpp"
#include "font/inspect.hpp"

namespace tilstand::font {
namespace {

struct Entry {
  std::string sum, file;
  SourceSpan span;
};

bool is_sum(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// A plain file name, so that a list can't reach out of its folder.
bool is_plain_name(std::string_view name) {
  return !name.empty() && name.front() != '.' && name.find_first_of(std::string_view("/\\\0", 3)) == std::string_view::npos;
}

/// The lines of a `sha256sum` list: sum, a space, a space or `*`, name.
std::vector<Entry> read_entries(FileId list, const Sources& sources, Diagnostics& diagnostics) {
  std::vector<Entry> entries;
  const auto lines = static_cast<std::uint32_t>(std::count(sources.text(list).begin(), sources.text(list).end(), '\n') + 1);
  for (std::uint32_t number = 1; number <= lines; ++number) {
    const std::string_view line = sources.line(list, number);
    if (line.empty()) continue;
    const SourceSpan span{list, {number, 1}, {number, static_cast<std::uint32_t>(line.size()) + 1}};
    const bool formed = line.size() > 66 && is_sum(line.substr(0, 64)) && line[64] == ' ' && (line[65] == ' ' || line[65] == '*');
    if (!formed || !is_plain_name(line.substr(66))) {
      diagnostics.error("font.unreadable", "this line is not of the form that sha256sum writes: 64 hex digits, two spaces, a file name",
                        span, "run `sha256sum *.otf *.ttf > SHA256SUMS` in the fonts folder");
      continue;
    }
    entries.push_back({std::string(line.substr(0, 64)), std::string(line.substr(66)), span});
  }
  return entries;
}

void add_faces(const Entry& entry, const std::string& folder, Library& library, Diagnostics& diagnostics) {
  const std::string path = folder + "/" + entry.file;
  std::optional<std::string> bytes = read_file(path);
  if (!bytes) {
    diagnostics.error("font.missing-file", "the font file " + path + " is listed but can't be read", entry.span);
    return;
  }
  const std::string sum = digest::sha256(*bytes);
  if (sum != entry.sum) {
    diagnostics.error("font.wrong-checksum", "the font file " + path + " has the SHA-256 sum " + sum + ", expected the one listed here",
                      entry.span, "put the listed file back, or list the new one's sum if the change is meant");
    return;
  }
  std::vector<Face> faces = inspect(*bytes);
  if (faces.empty()) {
    diagnostics.error("font.unreadable", "the file " + path + " is no OpenType font with glyphs, names and a character map", entry.span);
    return;
  }
  for (Face& face : faces) {
    if (!face.embeddable)
      diagnostics.error("font.not-embeddable", "the font " + face.postscript_name + " forbids embedding or subsetting (OS/2 fsType)", entry.span,
                        "use a font whose licence lets a document carry it");
    face.file = entry.file;
    face.path = path;
    face.bytes = *bytes;
    face.sha256 = sum;
    library.faces.push_back(std::move(face));
  }
}

}  // namespace

std::optional<Library> read_library(const std::string& folder, SourceSpan wanted_by, Sources& sources, Diagnostics& diagnostics) {
  const std::string list_path = folder + "/SHA256SUMS";
  std::optional<std::string> list = read_file(list_path);
  if (!list) {
    diagnostics.error("font.missing-file", "the fonts folder has no readable " + list_path, wanted_by,
                      "run `sha256sum *.otf *.ttf > SHA256SUMS` in the fonts folder");
    return std::nullopt;
  }
  Diagnostics found;
  const FileId file = sources.add(list_path, std::move(*list));
  Library library{folder, {}};
  const std::vector<Entry> entries = read_entries(file, sources, found);
  for (const Entry& entry : entries) add_faces(entry, folder, library, found);
  if (entries.empty() && !found.has_errors()) found.error("font.no-fonts", list_path + " lists no font", wanted_by);
  for (const Diagnostic& diagnostic : found.list()) diagnostics.add(diagnostic);
  if (found.has_errors()) return std::nullopt;
  return library;
}

}  // namespace tilstand::font
