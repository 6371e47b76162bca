// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "diff/compare.hpp"

namespace tilstand::diff {
namespace {

using manifest::Manifest;
using manifest::Part;

void add(std::vector<Entry>& entries, const std::string& name, const std::string& before, const std::string& after) {
  if (before != after) entries.push_back({Kind::changed, name, {}, {{"value", before, after}}});
}

Section compare_report(const Manifest& before, const Manifest& after) {
  Section section{"report", "Report", {}};
  add(section.entries, "title", before.title, after.title);
  add(section.entries, "date", before.date, after.date);
  add(section.entries, "language", before.language, after.language);
  add(section.entries, "pages", std::to_string(before.pages.size()), std::to_string(after.pages.size()));
  add(section.entries, "program", before.program, after.program);
  return section;
}

std::string pages_of(const Part& part) {
  if (part.first == 0) return "no page";
  return part.first == part.last ? std::to_string(part.first) : std::to_string(part.first) + "–" + std::to_string(part.last);
}

/// By id; a part that only moved or only has other pages is not told.
Section compare_parts(const Manifest& before, const Manifest& after) {
  Section section{"parts", "Parts", {}};
  std::map<std::string, const Part*> old, now;
  for (const Part& part : before.parts) old[part.id] = &part;
  for (const Part& part : after.parts) now[part.id] = &part;
  for (const Part& part : after.parts) {
    const auto found = old.find(part.id);
    if (found == old.end()) {
      section.entries.push_back({Kind::added, part.id, part.title, {{"pages", {}, pages_of(part)}}});
    } else if (found->second->digest != part.digest) {
      Entry entry{Kind::changed, part.id, part.title, {}};
      if (found->second->title != part.title) entry.changes.push_back({"title", found->second->title, part.title});
      entry.changes.push_back({"contents of pages", pages_of(*found->second), pages_of(part)});
      section.entries.push_back(std::move(entry));
    }
  }
  for (const Part& part : before.parts)
    if (!now.contains(part.id)) section.entries.push_back({Kind::gone, part.id, part.title, {{"pages", pages_of(part), {}}}});
  return section;
}

/// The path of an input without the folder of the data, which has another name each year.
std::string key_of(const std::string& path, const std::string& data) {
  const bool inside = !data.empty() && path.starts_with(data + "/");
  return inside ? "data:" + path.substr(data.size() + 1) : path;
}

/// Files that the editions were made from, by their paths as seen from the definition.
Section compare_inputs(const Manifest& before, const Manifest& after) {
  Section section{"inputs", "Files that they were made from", {}};
  const auto listed = [](const Manifest& side) {
    std::map<std::string, const manifest::File*> files;
    for (const manifest::File& file : side.inputs) files[key_of(file.path, side.data)] = &file;
    return files;
  };
  const auto old = listed(before), now = listed(after);
  for (const auto& [key, file] : now) {
    const auto found = old.find(key);
    if (found == old.end()) section.entries.push_back({Kind::added, file->path, {}, {}});
    else if (found->second->sha256 != file->sha256)
      section.entries.push_back({Kind::changed, file->path, {}, {{"SHA-256", found->second->sha256.substr(0, 12) + "…", file->sha256.substr(0, 12) + "…"}}});
  }
  for (const auto& [key, file] : old)
    if (!now.contains(key)) section.entries.push_back({Kind::gone, file->path, {}, {}});
  return section;
}

}  // namespace

Difference compare_editions(const Manifest& before, const Manifest& after, const locale::Forms& forms) {
  Difference difference;
  difference.editions = true;
  difference.before = {{}, before.title, before.language, before.pages.size()};
  difference.after = {{}, after.title, after.language, after.pages.size()};
  difference.sections = {compare_report(before, after), compare_parts(before, after), compare_figures(before.figures, after.figures, forms),
                         compare_inputs(before, after)};
  difference.pages = compare_pages(before, after);
  return difference;
}

}  // namespace tilstand::diff
