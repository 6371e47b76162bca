// SPDX-License-Identifier: Apache-2.0
// A CSV file, read as a table of which some columns are declared; every cell is asked for afterwards.
#include "base/ensure.hpp"
#include "base/utf8.hpp"
#include "tables/read_table.hpp"
#include "fuzz/door.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tilstand;
  static const fuzz::Scratch scratch;
  Sources sources;
  Diagnostics diagnostics;
  scratch.put("table.csv", fuzz::text_of(data, size));
  const FileId named = sources.add("data.toml", "table.csv\n");
  const SourceSpan place{named, {1, 1}, {1, 10}};
  const tables::TableSpec spec{"table", {"table.csv", place}, {"name", place},
                             {{"name", tables::Type::text}, {"area", tables::Type::integer}, {"share", tables::Type::decimal}, {"open", tables::Type::boolean}}, true, place};
  const auto table = tables::read_table(spec, scratch.folder(), sources, diagnostics);
  for (std::size_t row = 0; table && row < table->rows(); ++row) {
    for (std::size_t column = 0; column < table->columns().size(); ++column) {
      table->value(row, column);
      ensure(!first_invalid_utf8(table->text(row, column)));
      ensure(table->span(row, column).begin.line >= 1);
    }
  }
  fuzz::check(diagnostics, sources);
  return 0;
}
