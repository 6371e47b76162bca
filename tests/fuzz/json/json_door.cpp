// SPDX-License-Identifier: Apache-2.0
// A JSON or TOML file, read as a table of which some columns are declared, and a selection of it.
#include "fuzz/door.hpp"
#include "fuzz/look_at.hpp"
#include "tables/readers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tilstand;
  Sources sources;
  Diagnostics diagnostics;
  const FileId named = sources.add("data.toml", "table.json\n");
  const FileId file = sources.add("table.json", std::string(fuzz::text_of(data, size)));
  const SourceSpan place{named, {1, 1}, {1, 10}};
  tables::TableSpec spec;
  spec.name = "table";
  spec.span = place;
  spec.file = {"table.json", place};
  spec.at = {size % 2 == 0 ? "" : "/rows", place};
  spec.key = {{"name", place}};
  spec.others = size % 3 == 0 ? tables::Others::take : size % 3 == 1 ? tables::Others::skip : tables::Others::refuse;
  spec.columns = {{"name", tables::Type::text, place}, {"area", tables::Type::integer, place}, {"share", tables::Type::decimal, place}};
  spec.columns[2].decimals = 2;
  spec.selections = {{"chosen", place, {{{"area", place}, {}, definition::Text{"2", place}, {}}}, {}}};
  for (const auto reader : {tables::read_json, tables::read_toml})
    for (const tables::Table& table : reader(spec, file, sources, diagnostics)) fuzz::look_at(table);
  fuzz::check(diagnostics, sources);
  return 0;
}
