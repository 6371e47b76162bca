// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ensure.hpp"
#include "content/compose.hpp"
#include "definition/read.hpp"
#include "fuzz/door.hpp"

namespace tilstand::fuzz {

inline constexpr const char* definition_text =
    "format = 1\n[report]\nname = \"n\"\ntitle = \"T\"\ndate = \"2022-01-01\"\nlanguage = \"nb\"\ntheme = \"t\"\nfonts = \"f\"\nlanguages = \"l\"\neditions = \"e\"\n"
    "[[part]]\ntitle = \"P\"\nmaster = \"text\"\n[[part.block]]\nkind = \"prose\"\nfile = \"prose.md\"\n[[part.block]]\nkind = \"chart-data\"\n";
inline constexpr const char* data_text =
    "format = 1\n[record.about]\ntitle = \"T\"\nyear = 2021\n[table.farms]\nfile = \"farms.csv\"\nkey = \"name\"\n[table.farms.columns]\nname = \"text\"\n"
    "area = \"integer\"\n[figures]\nfile = \"figures.csv\"\nvalues = \"values.csv\"\nstatus-year = 2021\n";

/// A small sound report whose prose is `prose.md` of the scratch folder; read once, with the words of bokmål.
struct Report {
  Scratch scratch;
  Sources sources;
  std::optional<definition::Definition> definition;
  std::optional<data::Dataset> dataset;
  std::optional<definition::Words> words;
  locale::Forms forms{"nb"};

  Report() {
    scratch.put("data.toml", data_text);
    scratch.put("farms.csv", "name,area\nNord,120\nSør,80\n");
    scratch.put("figures.csv", "name,label,unit,favourable,source,scope\nsheep,Sauer,count,higher,K,\ntrust,Tillit,percent,higher,K,\nplace,Plass,rank,lower,K,27\n");
    scratch.put("values.csv", "figure,year,value,source-label,acknowledged\nsheep,2020,1400,,\nsheep,2021,1575,,\ntrust,2019,50,,\ntrust,2021,47,,\nplace,2021,5,,\n");
    Diagnostics diagnostics;
    definition = definition::read_definition(scratch.put("report.toml", definition_text), sources, diagnostics);
    dataset = data::read_dataset(scratch.folder(), sources, diagnostics);
    words = definition::read_words(TILSTAND_ROOT "/layouts/lang/nb/words.toml", sources, diagnostics);
    ensure(definition && dataset && words && !diagnostics.has_errors());
  }

  /// The tree of the report with `prose`; `into` begins as a copy of `sources`.
  std::optional<content::Tree> compose(std::string_view prose, Sources& into, Diagnostics& diagnostics) const {
    scratch.put("prose.md", prose);
    return content::compose({*definition, *dataset, *words, forms, scratch.folder()}, into, diagnostics);
  }
};

}  // namespace tilstand::fuzz
