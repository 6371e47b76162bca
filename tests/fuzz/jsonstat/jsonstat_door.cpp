// SPDX-License-Identifier: Apache-2.0
// A dataset of JSON-stat, read as a table with a selection of it.
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
  spec.format = tables::Format::json_stat;
  spec.at = {size % 8 == 0 ? "/link/item/0" : "", place};
  spec.others = tables::Others::take;
  spec.whole = size % 2 == 0;
  spec.selections = {{"chosen", place, {{{"year", place}, {}, definition::Text{"2", place}, {}}, {{"value", place}, {}, definition::Text{"0", place}, {}}}, {}}};
  for (const tables::Table& table : tables::read_json_stat(spec, file, sources, diagnostics)) fuzz::look_at(table);
  fuzz::check(diagnostics, sources);
  return 0;
}
