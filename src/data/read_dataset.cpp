// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "data/dataset.hpp"
#include "data/derived.hpp"
#include "data/read_claims.hpp"
#include "data/read_figures.hpp"
#include "data/read_table_spec.hpp"
#include "tables/read_table.hpp"
#include "definition/reader.hpp"

namespace tilstand::data {
namespace {

using definition::KeyReader;
using definition::Need;
using definition::ReadContext;
using definition::Toml;

/// Reads `data.toml` and the files that it names.
class DatasetReader {
 public:
  DatasetReader(std::string folder, Sources& sources, Diagnostics& diagnostics) : sources_(sources), diagnostics_(diagnostics), context_{diagnostics} {
    dataset_.folder = std::move(folder);
  }

  Dataset read(const Toml& root) {
    KeyReader keys(root, context_);
    int format = 0;
    keys.integer("format", format, {1, 1});
    each(keys.table("record"), [&](const Toml::Member& member) { record(member); });
    read_tables(keys.table("table"), keys.table("selection"));
    each(keys.table("geometry"), [&](const Toml::Member& member) { geometry(member); });
    dataset_.units = read_units(keys.table("unit"), context_);
    if (const Toml* figures = keys.table("figures")) dataset_.status_year = read_figures(*figures);
    add_derived(read_derived(keys.table("derived"), dataset_, context_), dataset_, diagnostics_);
    dataset_.claims = read_claims(keys.table("check"), context_);
    keys.finish();
    return std::move(dataset_);
  }

 private:
  template <class Visit>
  void each(const Toml* table, Visit visit) {
    if (table == nullptr) return;
    if (const auto* members = std::get_if<Toml::Table>(&table->value))
      for (const Toml::Member& member : *members) visit(member);
  }

  void record(const Toml::Member& member) {
    Record& record = dataset_.records[member.key];
    record.name = member.key;
    KeyReader(member.value, context_);  // reports what is no table
    each(&member.value, [&](const Toml::Member& one) { record.members.push_back({one.key, scalar(one.value), one.value.span}); });
  }

  tables::Value scalar(const Toml& value) {
    if (const auto* text = std::get_if<std::string>(&value.value)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value.value)) return *whole;
    if (const auto* truth = std::get_if<bool>(&value.value)) return *truth;
    diagnostics_.error("data.wrong-type", "a record holds texts, whole numbers and true or false, this is " + std::string(definition::type_name(value)), value.span);
    return {};
  }

  /// Tables with their selections; a selection may stand before its table.
  void read_tables(const Toml* described, const Toml* selections) {
    std::vector<tables::TableSpec> specs;
    each(described, [&](const Toml::Member& member) {
      if (auto spec = read_table_spec(member, context_)) specs.push_back(std::move(*spec));
    });
    if (selections != nullptr) read_selections(*selections, specs, context_);
    for (const tables::TableSpec& spec : specs) {
      for (tables::Table& table : tables::read_table(spec, dataset_.folder, sources_, diagnostics_)) {
        const std::string name = table.name();
        for (const definition::Text& key : spec.key) dataset_.keys[name].push_back(key.value);
        dataset_.tables.emplace(name, std::move(table));
      }
    }
  }

  /// Shapes of maps.
  void geometry(const Toml::Member& member) {
    tables::GeometrySpec spec{member.key, member.key_span, {}, {}, {}};
    KeyReader keys(member.value, context_);
    keys.text("file", spec.file, Need::required);
    keys.text("key", spec.key);
    keys.text("name", spec.label);
    keys.finish();
    if (!spec.file.empty()) dataset_.geometries.emplace(member.key, tables::read_geometry(spec, dataset_.folder, sources_, diagnostics_));
  }

  /// The status year; 0 when it isn't said.
  int read_figures(const Toml& root) {
    KeyReader keys(root, context_);
    tables::TableSpec figures, values;
    figures.name = "figures", values.name = "values";
    figures.key.push_back({"name", root.span});
    figures.others = tables::Others::take;
    int status_year = 0;
    keys.text("file", figures.file, Need::required);
    keys.text("values", values.file, Need::required);
    keys.integer("status-year", status_year, {1, 9999}, Need::required);
    keys.finish();
    for (const char* name : {"name", "label", "unit", "favourable", "source"}) figures.columns.emplace_back(name);
    for (const char* name : {"figure", "year", "value", "source-label", "acknowledged"}) values.columns.emplace_back(name);
    if (figures.file.empty() || values.file.empty()) return status_year;
    const auto rows = tables::read_table(figures, dataset_.folder, sources_, diagnostics_);
    const auto points = tables::read_table(values, dataset_.folder, sources_, diagnostics_);
    if (rows.empty() || points.empty()) return status_year;
    note_places(rows.front());
    dataset_.figures = make_figures(rows.front(), points.front(), status_year, dataset_.units, diagnostics_);
    return status_year;
  }

  void note_places(const tables::Table& figures) {
    for (std::size_t row = 0; row < figures.rows(); ++row) {
      std::map<std::string, SourceSpan>& places = dataset_.field_places.emplace_back();
      for (std::size_t i = 0; i < figures.columns().size(); ++i) places[figures.columns()[i].name] = figures.span(row, i);
    }
  }

  Sources& sources_;
  Diagnostics& diagnostics_;
  ReadContext context_;
  Dataset dataset_;
};

}  // namespace

std::optional<Dataset> read_dataset(const std::string& folder, Sources& sources, Diagnostics& diagnostics) {
  const auto file = definition::load_file(folder + "/data.toml", {}, sources, diagnostics);
  if (!file) return std::nullopt;
  const auto root = definition::parse_toml(*file, sources, diagnostics);
  if (!root) return std::nullopt;
  return DatasetReader(folder, sources, diagnostics).read(*root);
}

SourceSpan Dataset::field_place(FigureId figure, const std::string& field) const {
  if (!figure || figure.value >= field_places.size()) return {};
  const auto found = field_places[figure.value].find(field);
  return found == field_places[figure.value].end() ? SourceSpan{} : found->second;
}

const Figure* Dataset::figure(const std::string& name) const {
  const auto found = std::find_if(figures.begin(), figures.end(), [&](const Figure& figure) { return figure.name == name; });
  return found == figures.end() ? nullptr : &*found;
}

}  // namespace tilstand::data
