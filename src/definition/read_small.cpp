// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <iterator>

#include "definition/read.hpp"
#include "definition/reader.hpp"
#include "definition/word_keys.hpp"

namespace tilstand::definition {
namespace {

std::optional<Toml> open(const std::string& path, SourceSpan wanted_by, Sources& sources, Diagnostics& diagnostics) {
  const std::optional<FileId> file = load_file(path, wanted_by, sources, diagnostics);
  if (!file) return std::nullopt;
  return parse_toml(*file, sources, diagnostics);
}

/// Takes nested tables of texts as dotted keys.
void flatten(const Toml& table, const std::string& prefix, Words& words, Diagnostics& diagnostics) {
  const auto* members = std::get_if<Toml::Table>(&table.value);
  if (members == nullptr) return;
  for (const Toml::Member& member : *members) {
    const std::string key = prefix.empty() ? member.key : prefix + "." + member.key;
    if (const auto* text = std::get_if<std::string>(&member.value.value)) {
      words.entries[key] = *text;
    } else if (std::holds_alternative<Toml::Table>(member.value.value)) {
      flatten(member.value, key, words, diagnostics);
    } else {
      diagnostics.error("definition.wrong-type", "expected a string, found " + std::string(type_name(member.value)), member.value.span);
    }
  }
}

struct Borrowed {
  std::string language;
  std::map<std::string, std::string> entries;
};

/// The words of the language that `fallback` names, from its folder beside this one.
Borrowed borrowed(const Words& words, const std::string& path, SourceSpan span, Sources& sources, Diagnostics& diagnostics) {
  if (!words.has("fallback")) return {};
  const std::filesystem::path folder = std::filesystem::path(path).parent_path().parent_path();
  const std::optional<Toml> root = open((folder / words("fallback") / "words.toml").string(), span, sources, diagnostics);
  Words lent;
  if (root) flatten(*root, {}, lent, diagnostics);
  return {words("fallback"), std::move(lent.entries)};
}

void read_list(KeyReader& keys, std::string_view key, std::vector<std::string>& into) {
  std::vector<Text> words;
  keys.texts(key, words);
  for (Text& word : words) into.push_back(std::move(word.value));
}

}  // namespace

std::optional<Words> read_words(const std::string& path, Sources& sources, Diagnostics& diagnostics, SourceSpan wanted_by) {
  const std::optional<Toml> root = open(path, wanted_by, sources, diagnostics);
  if (!root) return std::nullopt;
  Words words;
  flatten(*root, {}, words, diagnostics);
  words.language = words.has("language") ? words("language") : std::string();
  const Borrowed lent = borrowed(words, path, root->span, sources, diagnostics);
  std::string missing;
  std::size_t taken = 0;
  for (const std::string_view name : word_keys) {
    const std::string key(name);
    if (words.has(key)) continue;
    const auto word = lent.entries.find(key);
    if (word != lent.entries.end()) words.entries.insert(*word), ++taken;
    else missing += (missing.empty() ? "\"" : ", \"") + key + "\"";
  }
  if (!missing.empty()) diagnostics.error("definition.missing-word", "the language has no words for " + missing, root->span, "add them to this file");
  if (taken > 0)
    diagnostics.notice("definition.borrowed-words", "\"" + words.language + "\" has no words for " + std::to_string(taken) + " of " + std::to_string(std::size(word_keys)) +
                       " keys; those of \"" + lent.language + "\" are taken", root->span);
  return words;
}

std::optional<NoBreak> read_no_break(const std::string& path, Sources& sources, Diagnostics& diagnostics, SourceSpan wanted_by) {
  const std::optional<Toml> root = open(path, wanted_by, sources, diagnostics);
  if (!root) return std::nullopt;
  ReadContext context{diagnostics};
  KeyReader keys(*root, context);
  NoBreak words;
  read_list(keys, "before-number", words.before_number);
  read_list(keys, "after-number", words.after_number);
  read_list(keys, "months", words.months);
  keys.finish();
  return words;
}

}  // namespace tilstand::definition
