// SPDX-License-Identifier: Apache-2.0
// Markdown prose with bindings, references, notes and fenced blocks, composed into a tree beside sound data.
#include "base/ensure.hpp"
#include "base/utf8.hpp"
#include "content/compose.hpp"
#include "definition/read.hpp"
#include "definition/word_keys.hpp"
#include "fuzz/door.hpp"

namespace {

using namespace tilstand;

constexpr const char* definition_text =
    "format = 1\n[report]\nname = \"n\"\ntitle = \"T\"\ndate = \"2022-01-01\"\nlanguage = \"nb\"\ntheme = \"t\"\nfonts = \"f\"\nlanguages = \"l\"\neditions = \"e\"\n"
    "[[part]]\ntitle = \"P\"\nmaster = \"text\"\n[[part.block]]\nkind = \"prose\"\nfile = \"prose.md\"\n[[part.block]]\nkind = \"chart-data\"\n";
constexpr const char* data_text =
    "format = 1\n[record.about]\ntitle = \"T\"\nyear = 2021\n[table.farms]\nfile = \"farms.csv\"\nkey = \"name\"\n[table.farms.columns]\nname = \"text\"\n"
    "area = \"integer\"\n[figures]\nfile = \"figures.csv\"\nvalues = \"values.csv\"\nstatus-year = 2021\n";

/// What the prose speaks of; read once.
struct Report {
  fuzz::Scratch scratch;
  Sources sources;
  std::optional<definition::Definition> definition;
  std::optional<data::Dataset> dataset;
  definition::Words words{"nb", {}};
  locale::Forms forms{"nb"};

  Report() {
    scratch.put("data.toml", data_text);
    scratch.put("farms.csv", "name,area\nNord,120\nSør,80\n");
    scratch.put("figures.csv", "name,label,unit,favourable,source,scope\nsheep,Sauer,count,higher,K,\ntrust,Tillit,percent,higher,K,\nplace,Plass,rank,lower,K,27\n");
    scratch.put("values.csv", "figure,year,value,source-label,acknowledged\nsheep,2020,1400,,\nsheep,2021,1575,,\ntrust,2019,50,,\ntrust,2021,47,,\nplace,2021,5,,\n");
    Diagnostics diagnostics;
    definition = definition::read_definition(scratch.put("report.toml", definition_text), sources, diagnostics);
    dataset = data::read_dataset(scratch.folder(), sources, diagnostics);
    for (const std::string_view key : definition::word_keys) words.entries[std::string(key)] = "{number} {value} " + std::string(key);
    ensure(definition && dataset && !diagnostics.has_errors());
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Report report;
  report.scratch.put("prose.md", fuzz::text_of(data, size));
  Sources sources = report.sources;
  Diagnostics diagnostics;
  const auto tree = content::compose({*report.definition, *report.dataset, report.words, report.forms, report.scratch.folder()}, sources, diagnostics);
  if (tree) ensure(!first_invalid_utf8(content::to_text(*tree, report.dataset->figures)));
  ensure(tree || diagnostics.has_errors());
  fuzz::check(diagnostics, sources);
  return 0;
}
