// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "definition/reader.hpp"
#include "definition/texts.hpp"

namespace tilstand::definition {
namespace {

struct Quoted {
  std::string_view words{};
  std::size_t length = 0;  ///< of the whole binding; 0: there is none
};

/// The words of the binding `{{ literal 'words' … }}` that begins here.
Quoted literal_at(std::string_view text) {
  if (!text.starts_with("{{")) return {};
  const std::size_t word = std::min(text.find_first_not_of(' ', 2), text.size());
  if (!text.substr(word).starts_with("literal ")) return {};
  const std::size_t open = text.find_first_of("'\"", word);
  const std::size_t close = open == std::string_view::npos ? open : text.find(text[open], open + 1);
  const std::size_t end = close == std::string_view::npos ? close : text.find("}}", close);
  if (end == std::string_view::npos) return {};
  return {text.substr(open + 1, close - open - 1), end + 2};
}

}  // namespace


std::string key_of_text(std::string_view written) {
  std::string key;
  for (std::size_t at = 0; at < written.size();) {
    const Quoted literal = literal_at(written.substr(at));
    key += literal.length > 0 ? literal.words : written.substr(at, 1);
    at += std::max<std::size_t>(literal.length, 1);
  }
  for (std::size_t at = 0; (at = key.find("\u00A0", at)) != std::string::npos;) key.replace(at, 2, " ");
  return key;
}

void read_texts(const std::string& path, Texts& texts, Sources& sources, Diagnostics& diagnostics) {
  std::error_code failure;
  if (!std::filesystem::exists(path, failure)) return;
  const std::optional<FileId> file = load_file(path, {}, sources, diagnostics);
  const std::optional<Toml> root = file ? parse_toml(*file, sources, diagnostics) : std::nullopt;
  const auto* members = root ? std::get_if<Toml::Table>(&root->value) : nullptr;
  if (members == nullptr) return;
  for (const Toml::Member& member : *members) {
    if (const auto* text = std::get_if<std::string>(&member.value.value)) texts[key_of_text(member.key)] = {*text, member.value.span};
    else diagnostics.error("definition.wrong-type", "expected a string, found " + std::string(type_name(member.value)), member.value.span, "quote the text before the equals sign, too");
  }
}

}  // namespace tilstand::definition
