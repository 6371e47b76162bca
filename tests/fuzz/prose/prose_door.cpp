// SPDX-License-Identifier: Apache-2.0
// Markdown prose with bindings, references, notes and fenced blocks, composed into a tree beside sound data.
#include "base/utf8.hpp"
#include "fuzz/small_report.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tilstand;
  static const fuzz::Report report;
  Sources sources = report.sources;
  Diagnostics diagnostics;
  const auto tree = report.compose(fuzz::text_of(data, size), sources, diagnostics);
  if (tree) ensure(!first_invalid_utf8(content::to_text(*tree, report.dataset->figures)));
  ensure(tree || diagnostics.has_errors());
  fuzz::check(diagnostics, sources);
  return 0;
}
