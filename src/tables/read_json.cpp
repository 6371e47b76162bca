// SPDX-License-Identifier: Apache-2.0
#include "tables/check_cell.hpp"
#include "tables/json_events.hpp"
#include "tables/readers.hpp"
#include "tables/record_rows.hpp"

namespace tilstand::tables {
namespace {

using Kind = JsonEvent::Kind;

/// The objects of the array that a pointer leads to.
class JsonRows {
 public:
  JsonRows(const TableSpec& spec, FileId file, Diagnostics& diagnostics)
      : spec_(spec), file_(file), diagnostics_(diagnostics), path_(pointer_parts(spec.at.value)), rows_(spec, file, diagnostics, pointer_of(spec), true) {}

  bool take(const JsonEvent& event) {
    path_.pass(event);
    switch (path_.below()) {
      case 0: return target(event);
      case 1: return element(event);
      case 2: return !in_row_ || member(event);
      default: return true;
    }
  }
  bool met() const { return path_.met(); }
  std::vector<Table> finish() { return rows_.finish(); }

 private:
  static std::string pointer_of(const TableSpec& spec) {
    std::string pointer;
    for (const std::string& part : pointer_parts(spec.at.value)) pointer += pointer_part(part);
    return pointer;
  }

  bool target(const JsonEvent& event) {
    if (event.kind == Kind::begin_array || event.kind == Kind::end_array) return true;
    if (!event.is_end())
      diagnostics_.error("data.no-rows", "the rows of table \"" + spec_.name + "\" are to be an array of objects, here stands something else", span_of(file_, event.cell()),
                         "lead to the array by a JSON pointer, as at = \"/data\"; a dataset of JSON-stat wants format = \"json-stat\"");
    return false;
  }

  bool element(const JsonEvent& event) {
    if (event.kind == Kind::end_object) return rows_.end();
    if (event.is_end()) return true;
    in_row_ = event.kind == Kind::begin_object;
    if (in_row_) return rows_.begin(event.begin), true;
    diagnostics_.error("data.wrong-type", "a row is an object with a member for each column, here stands something else", span_of(file_, event.cell()));
    return ++strange_ < most_strange;
  }

  bool member(const JsonEvent& event) {
    if (event.kind == Kind::name) name_ = event.cell();
    else if (event.is_value()) rows_.cell(name_, event.cell());
    else if (event.is_begin()) rows_.nested(name_);
    return true;
  }

  static constexpr int most_strange = 100;

  const TableSpec& spec_;
  FileId file_;
  Diagnostics& diagnostics_;
  JsonPath path_;
  RecordRows rows_;
  Cell name_{};
  bool in_row_ = false;  ///< not in an element that is no row
  int strange_ = 0;  ///< elements that are no rows
};

}  // namespace

std::vector<Table> read_json(const TableSpec& spec, FileId file, Sources& sources, Diagnostics& diagnostics) {
  TextStream text(file, spec.encoding, sources, diagnostics);
  JsonRows rows(spec, file, diagnostics);
  const bool whole = read_json_events(text, diagnostics, [&](const JsonEvent& event) { return rows.take(event); });
  if (whole && !rows.met())
    diagnostics.error("data.no-rows", "there is nothing at " + shown(spec.at.value) + " in the file", spec.at.span, "a JSON pointer names each step: \"/data/rows\"");
  if (!rows.met()) return {};
  return rows.finish();
}

}  // namespace tilstand::tables
