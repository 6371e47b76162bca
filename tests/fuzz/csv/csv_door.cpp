// SPDX-License-Identifier: Apache-2.0
// A CSV file, read as a table of which some columns are declared; every cell is asked for afterwards.
#include "tables/read_table.hpp"
#include "fuzz/door.hpp"
#include "fuzz/look_at.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tilstand;
  static const fuzz::Scratch scratch;
  Sources sources;
  Diagnostics diagnostics;
  scratch.put("table.csv", fuzz::text_of(data, size));
  const FileId named = sources.add("data.toml", "table.csv\n");
  const SourceSpan place{named, {1, 1}, {1, 10}};
  tables::TableSpec spec;
  spec.name = "table";
  spec.file = {"table.csv", place};
  spec.key = {{"name", place}};
  spec.others = tables::Others::take;
  spec.columns = {{"name"}, {"area", tables::Type::integer}, {"share", tables::Type::decimal}, {"open", tables::Type::boolean}, {"day", tables::Type::date}};
  spec.columns[2].numbers = {',', " "};
  spec.encoding = size % 3 == 0 ? tables::Encoding::utf8 : size % 3 == 1 ? tables::Encoding::windows_1252 : tables::Encoding::iso_8859_1;
  spec.selections = {{"chosen", place, {{{"area", place}, {}, definition::Text{"2", place}, {}}}, {{"name", place}}}};
  for (const tables::Table& table : tables::read_table(spec, scratch.folder(), sources, diagnostics)) fuzz::look_at(table);
  fuzz::check(diagnostics, sources);
  return 0;
}
