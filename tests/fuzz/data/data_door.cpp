// SPDX-License-Identifier: Apache-2.0
// A year's data: data.toml with the CSV files that it names.
#include "data/dataset.hpp"
#include "fuzz/door.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tilstand;
  static const fuzz::Scratch scratch;
  scratch.put_all("data.toml", fuzz::text_of(data, size));
  Sources sources;
  Diagnostics diagnostics;
  const auto dataset = data::read_dataset(scratch.folder(), sources, diagnostics);
  if (dataset) {
    definition::Definition definition;
    definition.flat_within = {{"percent", 1}};
    data::check_dataset(*dataset, definition, diagnostics);
    for (const auto& figure : dataset->figures) data::trend_of(figure, 0.5);
  }
  fuzz::check(diagnostics, sources, false);
  return 0;
}
