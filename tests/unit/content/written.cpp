// SPDX-License-Identifier: Apache-2.0
#include "unit/content/written.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include "definition/read.hpp"

namespace tilstand::written {
namespace {

std::string new_folder() {
  static int count = 0;
  const auto path = std::filesystem::temp_directory_path() / ("tilstand-content-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
  std::filesystem::create_directories(path);
  return path.generic_string();
}

const std::string goals_toml =
    "[table.goals]\nfile = \"goals.csv\"\nkey = \"name\"\n[table.goals.columns]\nname = \"text\"\nnumber = \"integer\"\nlevel = \"text\"\ngroup = \"text\"\nfigure = \"text\"\n"
    "[table.levels]\nfile = \"levels.csv\"\n[table.levels.columns]\nname = \"text\"\n"
    "[record.about]\ntitle = \"Sau *og* geit\"\nyear = 2021\nopen = true\n"
    "[figures]\nfile = \"figures.csv\"\nvalues = \"values.csv\"\nstatus-year = 2021\n";

}  // namespace

const std::string figures_csv =
    "name,label,unit,favourable,source,scope,tile\n"
    "trust,Tillit,percent,higher,Undersøkelsen,,true\n"
    "wait,Ventetid,percent,lower,Målingen,,false\n"
    "place,Plassering,rank,lower,Indeksen,27,\n"
    "datasets,Datasett,count,higher,Katalogen,,\n"
    "steady,Jevn,percent,higher,Undersøkelsen,,\n"
    "fresh,Ny,percent,none,,,\n"
    "ratio,Forhold,number,higher,Målingen,,\n"
    "loss,Tap,number,lower,Målingen,,\n";
const std::string values_csv =
    "figure,year,value,source-label,acknowledged\n"
    "trust,2020,50,,\ntrust,2021,47,,\ntrust,2022,99,,\nwait,2020,30,,\nwait,2021,24,,\nplace,2019,9,,\nplace,2020,4,,\nplace,2021,5,,\n"
    "datasets,2020,4213,,\ndatasets,2021,9257,,\nsteady,2020,60,,\nsteady,2021,60.5,,\nfresh,2021,12,,\n"
    "ratio,2020,2.5,,\nratio,2021,3.1,,\nloss,2020,-2,,\nloss,2021,-4,,\n";
const std::string goals_csv = "name,number,level,group,figure\nÅpent,1,God,x,trust\nRaskt,2,Svak,x,wait\nTrygt,3,God,y,place\n";

Report::Report(std::string language) : forms(language), language_(std::move(language)), folder_(new_folder()) {
  std::filesystem::create_directories(folder_ + "/data/" + language_);
  write("data/figures.csv", figures_csv);
  write("data/values.csv", values_csv);
  write("data/goals.csv", goals_csv);
  write("data/levels.csv", "name\nSvak\nGod\n");
  const auto read = definition::read_words(std::string(TILSTAND_ROOT) + "/layouts/lang/" + language_ + "/words.toml", sources, diagnostics);
  REQUIRE(read);
  words = *read;
  forms = locale::Forms(language_, words.entries);
}
Report::~Report() { std::filesystem::remove_all(folder_); }

void Report::write(const std::string& name, const std::string& text) const {
  std::filesystem::create_directories(std::filesystem::path(folder_ + "/" + name).parent_path());
  std::ofstream(folder_ + "/" + name, std::ios::binary) << text;
}

void Report::table(const std::string& name, const std::string& columns, const std::string& csv) {
  tables_ += "[table." + name + "]\nfile = \"" + name + ".csv\"\n[table." + name + ".columns]\n" + columns;
  write("data/" + name + ".csv", csv);
}

const data::Dataset& Report::dataset() {
  if (dataset_) return *dataset_;
  write("data/data.toml", tables_ + goals_toml);
  dataset_ = data::read_dataset(folder_ + "/data", sources, diagnostics);
  INFO((mistakes().empty() ? "" : mistakes().front()));
  REQUIRE(dataset_);
  REQUIRE_FALSE(diagnostics.has_errors());
  return *dataset_;
}

void Report::read(const std::string& parts, const std::string& head) {
  dataset();
  write("report.toml", "format = 1\n[report]\nname = \"case-{{ about.year }}\"\ntitle = \"Tilfelle\"\ndate = \"2022-01-01\"\nlanguage = \"" + language_ +
                           "\"\ntheme = \"t.toml\"\nfonts = \"f\"\nlanguages = \"l\"\neditions = \"e\"\n" + head + "\n" + parts);
  definition_ = definition::read_definition(folder_ + "/report.toml", sources, diagnostics);
  REQUIRE(definition_);
  INFO((mistakes().empty() ? "" : mistakes().front()));
  REQUIRE_FALSE(diagnostics.has_errors());
}

std::optional<content::Tree> Report::compose_as(const std::string& language, const std::vector<std::pair<std::string, std::string>>& pairs, const std::string& parts) {
  read(parts, {});
  std::filesystem::create_directories(folder_ + "/data/" + language);
  std::string written;
  for (const auto& [text, translation] : pairs) written += "\"" + text + "\" = \"" + translation + "\"\n";
  write("data/" + language + "/texts.toml", written);
  definition::Texts texts;
  definition::read_texts(folder_ + "/data/" + language + "/texts.toml", texts, sources, diagnostics);
  const auto other = definition::read_words(std::string(TILSTAND_ROOT) + "/layouts/lang/" + language + "/words.toml", sources, diagnostics);
  REQUIRE(other);
  const locale::Forms others(language, other->entries);
  const content::Home home{words, forms, texts, folder_ + "/data/" + language_};
  return content::compose({*definition_, *dataset_, *other, others, folder_ + "/data/" + language, {}, nullptr, &home}, sources, diagnostics);
}

std::optional<content::Tree> Report::compose(const std::string& parts, const std::string& head) {
  read(parts, head);
  return content::compose({*definition_, *dataset_, words, forms, folder_ + "/data/" + language_, {}, nullptr, nullptr, passages, {}, reasons}, sources, diagnostics);
}

std::optional<content::Tree> Report::compose_prose(const std::string& markdown) {
  prose("text.md", markdown);
  return compose("[[part]]\ntitle = \"Del\"\nmaster = \"text\"\n[[part.block]]\nkind = \"prose\"\nfile = \"text.md\"\n");
}

std::string Report::said(const std::string& expression) {
  const content::FigureForms figure_forms(forms, words, flat);
  const content::Evaluator evaluator(dataset(), figure_forms, diagnostics);
  const FileId file = sources.add("expression", expression);
  return evaluator.say(evaluator.evaluate(definition::Located(sources.text(file), file, {1, 1}), scope));
}

bool Report::holds(const std::string& condition) {
  const content::FigureForms figure_forms(forms, words, flat);
  const content::Evaluator evaluator(dataset(), figure_forms, diagnostics);
  const FileId file = sources.add("condition", condition);
  return evaluator.holds({condition, {file, {1, 1}, {1, 1}}}, scope);
}

std::vector<std::string> Report::mistakes() const {
  std::vector<std::string> list;
  for (const Diagnostic& one : diagnostics.list()) {
    const std::string file = one.span.file ? std::filesystem::path(sources.name(one.span.file)).filename().generic_string() : "nowhere";
    list.push_back(one.code + " " + file + ":" + std::to_string(one.span.begin.line) + ":" + std::to_string(one.span.begin.column));
  }
  return list;
}

std::string text_of(const std::vector<content::Inline>& inlines) {
  std::string text;
  for (const content::Inline& one : inlines) text += one.text;
  return text;
}

std::vector<std::string> paragraphs(const content::Tree& tree) {
  std::vector<std::string> list;
  for (const content::Node& node : tree.nodes)
    if (const auto* paragraph = std::get_if<content::Paragraph>(&node.body)) list.push_back(text_of(paragraph->inlines));
  return list;
}

}  // namespace tilstand::written
