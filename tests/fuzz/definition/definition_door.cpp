// SPDX-License-Identifier: Apache-2.0
// A report definition and the files that it includes.
#include "definition/read.hpp"
#include "fuzz/door.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tilstand;
  static const fuzz::Scratch scratch;
  scratch.put_all("report.toml", fuzz::text_of(data, size));
  Sources sources;
  Diagnostics diagnostics;
  const auto definition = definition::read_definition(scratch.folder() + "/report.toml", sources, diagnostics);
  if (definition) definition::check_names(*definition, definition::Theme{}, diagnostics);
  fuzz::check(diagnostics, sources, false);
  return 0;
}
