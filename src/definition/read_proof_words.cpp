// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "definition/proof_words.hpp"
#include "definition/read.hpp"
#include "definition/reader.hpp"

namespace tilstand::definition {
namespace {

/// The file as TOML; nothing when there is none, which is no mistake.
std::optional<Toml> open_if_there(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  std::error_code failure;
  if (!std::filesystem::is_regular_file(path, failure)) return std::nullopt;
  const std::optional<FileId> file = load_file(path, {}, sources, diagnostics);
  return file ? parse_toml(*file, sources, diagnostics) : std::nullopt;
}

using Lists = std::vector<std::pair<const char*, std::vector<std::string>*>>;

void read_lists(const std::string& path, const Lists& lists, Sources& sources, Diagnostics& diagnostics) {
  const std::optional<Toml> root = open_if_there(path, sources, diagnostics);
  if (!root) return;
  ReadContext context{diagnostics};
  KeyReader keys(*root, context);
  for (const auto& [key, into] : lists) {
    std::vector<Text> words;
    keys.texts(key, words);
    for (Text& word : words)
      if (!word.empty()) into->push_back(std::move(word.value));
  }
  keys.finish();
}

Reason read_reason(const Toml& table, ReadContext& context) {
  KeyReader keys(table, context);
  Reason reason;
  std::vector<Text> phrases;
  keys.texts("words", phrases, Need::required);
  if (keys.string("because", reason.reason, Need::required) && reason.reason.find_first_not_of(" \t\r\n") == std::string::npos)
    keys.error("because", "definition.empty-reason", "the reason is empty", "say why the words stand");
  keys.finish();
  for (Text& phrase : phrases) {
    if (phrase.value.find_first_not_of(" \t\r\n") == std::string::npos)
      context.diagnostics.error("definition.empty-reason", "these words are empty", phrase.span, "write the words as they stand in the text");
    reason.spans.push_back(phrase.span);
    reason.phrases.push_back(std::move(phrase.value));
  }
  return reason;
}

}  // namespace

ProofWords read_proof_words(const std::string& folder, Sources& sources, Diagnostics& diagnostics) {
  ProofWords words;
  NumberWords& n = words.numbers;
  DirectionWords& d = words.directions;
  read_lists(folder + "/numbers.toml",
             {{"parts", &n.parts}, {"links", &n.links}, {"last", &n.last}, {"endings", &n.endings}, {"words", &n.words}, {"with-unit", &n.with_unit},
              {"units", &n.units}, {"joins", &n.joins}, {"names", &n.names}, {"idioms", &n.idioms}},
             sources, diagnostics);
  read_lists(folder + "/directions.toml",
             {{"up", &d.up}, {"down", &d.down}, {"more", &d.more}, {"less", &d.less}, {"flat", &d.flat}, {"positive", &d.positive}, {"negative", &d.negative},
              {"rising", &d.rising}, {"falling", &d.falling}, {"negations", &d.negations}, {"than", &d.than}, {"before", &d.before}, {"idioms", &d.idioms}},
             sources, diagnostics);
  std::error_code failure;
  const std::string months = folder + "/no-break.toml";
  if (!std::filesystem::is_regular_file(months, failure)) return words;
  Diagnostics told_elsewhere;  // by the reader of the hyphenation
  if (auto read = read_no_break(months, sources, told_elsewhere)) words.months = std::move(read->months);
  return words;
}

std::optional<std::vector<Reason>> read_reasons(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  std::vector<Reason> reasons;
  const std::optional<Toml> root = open_if_there(path, sources, diagnostics);
  if (!root) return std::nullopt;
  ReadContext context{diagnostics};
  KeyReader keys(*root, context);
  for (const Toml* table : keys.tables("reason")) reasons.push_back(read_reason(*table, context));
  keys.finish();
  return reasons;
}

}  // namespace tilstand::definition
