// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "diff/compare.hpp"
#include "manifest/align.hpp"
#include "manifest/figures.hpp"

namespace tilstand::diff {
namespace {

using tables::Table;

std::string written(const tables::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
  return {};
}

/// One side's folder, for places as seen from it.
struct Folder {
  const data::Dataset& dataset;
  const Sources& sources;
  std::string place(const SourceSpan& span) const { return manifest::place_of(span, dataset.folder, sources); }
};

Section compare_records(const Folder& before, const Folder& after) {
  Section section{"records", "Single values", {}};
  struct Member {
    std::string value, place;
  };
  const auto listed = [](const Folder& folder) {
    std::map<std::string, Member> members;
    for (const auto& [name, record] : folder.dataset.records)
      for (const data::Record::Member& member : record.members) members[name + "." + member.name] = {written(member.value), folder.place(member.span)};
    return members;
  };
  const auto old = listed(before), now = listed(after);
  for (const auto& [name, member] : now) {
    const auto found = old.find(name);
    if (found == old.end()) section.entries.push_back({Kind::added, name, {}, {{"value", {}, member.value, {}, member.place}}});
    else if (found->second.value != member.value)
      section.entries.push_back({Kind::changed, name, {}, {{"value", found->second.value, member.value, found->second.place, member.place}}});
  }
  for (const auto& [name, member] : old)
    if (!now.contains(name)) section.entries.push_back({Kind::gone, name, {}, {{"value", member.value, {}, member.place, {}}}});
  return section;
}

/// Compares two tables of one name: rows by their key, or in order where there is none.
class Tables {
 public:
  Tables(const Table& before, const Table& after, const Folder& old_folder, const Folder& new_folder)
      : before_(before), after_(after), old_folder_(old_folder), new_folder_(new_folder) {}

  std::vector<Entry> run(const std::vector<std::string>& key) {
    columns();
    const auto old_key = places(before_, key), new_key = places(after_, key);
    if (!key.empty() && old_key.size() == key.size() && new_key.size() == key.size()) by_key(old_key, new_key);
    else in_order();
    return std::move(entries_);
  }

 private:
  void columns() {
    const auto names = [](const Table& table) {
      std::string list;
      for (const tables::Column& column : table.columns()) list += (list.empty() ? "" : ", ") + column.name;
      return list;
    };
    if (names(before_) != names(after_)) entries_.push_back({Kind::changed, after_.name(), {}, {{"columns", names(before_), names(after_)}}});
  }
  static std::vector<std::size_t> places(const Table& table, const std::vector<std::string>& columns) {
    std::vector<std::size_t> list;
    for (const std::string& name : columns)
      if (const auto column = table.column(name)) list.push_back(*column);
    return list;
  }
  static std::string key_text(const Table& table, std::size_t row, const std::vector<std::size_t>& key) {
    std::string text;
    for (const std::size_t column : key) text += (text.empty() ? "" : ", ") + std::string(table.text(row, column));
    return text;
  }
  void by_key(const std::vector<std::size_t>& old_key, const std::vector<std::size_t>& new_key) {
    std::map<std::string, std::size_t> old;
    std::set<std::string> kept;
    for (std::size_t row = 0; row < before_.rows(); ++row) old.emplace(key_text(before_, row, old_key), row);
    for (std::size_t row = 0; row < after_.rows(); ++row) {
      const std::string name = key_text(after_, row, new_key);
      const auto found = old.find(name);
      if (found == old.end()) add(Kind::added, name, row);
      else if (auto changes = cells(found->second, row); !changes.empty())
        entries_.push_back({Kind::changed, after_.name() + " " + name, {}, std::move(changes)});
      kept.insert(name);
    }
    for (std::size_t row = 0; row < before_.rows(); ++row)
      if (const std::string name = key_text(before_, row, old_key); !kept.contains(name)) add(Kind::gone, name, row);
  }
  std::vector<Change> cells(std::size_t old_row, std::size_t new_row) const {
    std::vector<Change> changes;
    for (std::size_t column = 0; column < after_.columns().size(); ++column) {
      const std::string& name = after_.columns()[column].name;
      const auto old_column = before_.column(name);
      if (!old_column) continue;  // the columns are told of once
      const std::string before(before_.text(old_row, *old_column)), after(after_.text(new_row, column));
      if (before != after)
        changes.push_back({name, before, after, old_folder_.place(before_.span(old_row, *old_column)), new_folder_.place(after_.span(new_row, column))});
    }
    return changes;
  }
  void in_order() {
    const auto rows = [](const Table& table) {
      std::vector<std::string> list;
      for (std::size_t row = 0; row < table.rows(); ++row) list.push_back(row_text(table, row));
      return list;
    };
    for (const manifest::Gap& gap : manifest::gaps(manifest::align(rows(before_), rows(after_)), before_.rows(), after_.rows())) {
      for (std::size_t row = gap.before.begin; row < gap.before.end; ++row) add(Kind::gone, "row " + std::to_string(row + 1), row);
      for (std::size_t row = gap.after.begin; row < gap.after.end; ++row) add(Kind::added, "row " + std::to_string(row + 1), row);
    }
  }
  static std::string row_text(const Table& table, std::size_t row) {
    std::string text;
    for (std::size_t column = 0; column < table.columns().size(); ++column) text += (column == 0 ? "" : " | ") + std::string(table.text(row, column));
    return text;
  }
  void add(Kind kind, const std::string& name, std::size_t row) {
    Change change{"row", {}, {}};
    if (kind == Kind::added) change = {"row", {}, row_text(after_, row), {}, new_folder_.place(after_.span(row, 0))};
    else change = {"row", row_text(before_, row), {}, old_folder_.place(before_.span(row, 0)), {}};
    entries_.push_back({kind, after_.name() + " " + name, {}, {std::move(change)}});
  }

  const Table &before_, &after_;
  const Folder &old_folder_, &new_folder_;
  std::vector<Entry> entries_;
};

Section compare_tables(const Folder& before, const Folder& after) {
  Section section{"tables", "Tables", {}};
  for (const auto& [name, table] : after.dataset.tables) {
    const auto found = before.dataset.tables.find(name);
    if (found == before.dataset.tables.end()) {
      section.entries.push_back({Kind::added, name, {}, {{"rows", {}, std::to_string(table.rows())}}});
      continue;
    }
    const auto key = after.dataset.keys.find(name);
    for (Entry& entry : Tables(found->second, table, before, after).run(key == after.dataset.keys.end() ? std::vector<std::string>() : key->second))
      section.entries.push_back(std::move(entry));
  }
  for (const auto& [name, table] : before.dataset.tables)
    if (!after.dataset.tables.contains(name)) section.entries.push_back({Kind::gone, name, {}, {{"rows", std::to_string(table.rows()), {}}}});
  return section;
}

/// What was read of a folder, as seen from it.
void add_read(std::vector<std::string>& files, const std::string& folder, const Sources& sources, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t at = from; at < to; ++at)
    if (const std::string& name = sources.name({at}); name.starts_with(folder + "/")) files.push_back(name.substr(folder.size() + 1));
}

}  // namespace

std::optional<Difference> compare_data(const std::string& before, const std::string& after, const locale::Forms& forms, Sources& sources, Diagnostics& diagnostics) {
  std::vector<std::string> read;
  const auto start = static_cast<std::uint32_t>(sources.count());
  const auto old = data::read_dataset(before, sources, diagnostics);
  const auto middle = static_cast<std::uint32_t>(sources.count());
  const auto now = data::read_dataset(after, sources, diagnostics);
  add_read(read, before, sources, start, middle);
  add_read(read, after, sources, middle, static_cast<std::uint32_t>(sources.count()));
  if (!old || !now || diagnostics.has_errors()) return std::nullopt;
  const Folder old_folder{*old, sources}, new_folder{*now, sources};
  Difference difference;
  difference.before.path = before;
  difference.after.path = after;
  difference.sections.push_back(compare_figures(manifest::figures_of(*old, sources), manifest::figures_of(*now, sources), forms));
  difference.sections.push_back(compare_records(old_folder, new_folder));
  difference.sections.push_back(compare_tables(old_folder, new_folder));
  for (Section& section : compare_files(before, after, read)) difference.sections.push_back(std::move(section));
  return difference;
}

}  // namespace tilstand::diff
