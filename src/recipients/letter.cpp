// SPDX-License-Identifier: Apache-2.0
#include "recipients/letter.hpp"

#include <algorithm>
#include <string_view>

#include "base/suggest.hpp"
#include "definition/toml.hpp"

namespace tilstand::recipients {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\r\n";
  const std::size_t first = text.find_first_not_of(spaces);
  return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(spaces) + 1 - first);
}

/// Cuts a text at its bindings and looks at each.
class Cutter {
 public:
  Cutter(FileId file, const Sources& sources, const std::vector<std::string>& known, Diagnostics& diagnostics) : file_(file), sources_(sources), known_(known), diagnostics_(diagnostics) {}

  /// `text` is a part of the file's text. Calls `take(words, name)`; the last name is empty.
  template <class Take>
  void cut(std::string_view text, Take take) {
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t open = text.find("{{", at), close = open == std::string_view::npos ? open : text.find("}}", open);
      if (open != std::string_view::npos && close == std::string_view::npos) return mistake(text.substr(open, 2), "recipients.bad-letter", "this binding is never closed", "close it by }}");
      if (open == std::string_view::npos) return take(text.substr(at), std::string_view());
      const std::string_view name = trimmed(text.substr(open + 2, close - open - 2));
      if (std::find(known_.begin(), known_.end(), name) == known_.end()) {
        const std::string near = did_you_mean(std::string(name), known_);
        mistake(text.substr(open, close + 2 - open), "recipients.unknown-binding", "a letter has no value \"" + std::string(name) + "\"", near.empty() ? "letters know " + all_names() : near);
      }
      take(text.substr(at, open - at), name);
      at = close + 2;
    }
  }

  void mistake(std::string_view part, const std::string& code, const std::string& message, const std::string& hint) {
    const auto begin = static_cast<std::size_t>(part.data() - sources_.text(file_).data());
    diagnostics_.error(code, message, {file_, sources_.position(file_, begin), sources_.position(file_, begin + part.size())}, hint);
  }

 private:
  std::string all_names() const {
    std::string text;
    for (const std::string& name : known_) text += (text.empty() ? "" : ", ") + name;
    return text;
  }

  FileId file_;
  const Sources& sources_;
  const std::vector<std::string>& known_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<LetterTemplate> LetterTemplate::read(const std::string& path, SourceSpan wanted_by, const std::vector<std::string>& known, Sources& sources, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.list().size();
  const std::optional<FileId> file = definition::load_file(path, wanted_by, sources, diagnostics);
  if (!file) return std::nullopt;
  const std::string_view all = sources.text(*file);
  const std::size_t line_end = std::min(all.find('\n'), all.size());
  const std::string_view subject = trimmed(all.substr(0, line_end)), text = trimmed(all.substr(line_end));
  Cutter cutter(*file, sources, known, diagnostics);
  if (subject.empty()) cutter.mistake(all.substr(0, 0), "recipients.bad-letter", "a letter's first line is its subject, and this one is empty", "write the subject there and the letter below an empty line");
  if (text.empty()) cutter.mistake(all.substr(all.size()), "recipients.bad-letter", "the letter has no text", "write it below the subject and an empty line");
  LetterTemplate letter;
  const auto into = [](std::vector<Piece>& pieces) { return [&pieces](std::string_view words, std::string_view name) { pieces.push_back({std::string(words), std::string(name)}); }; };
  cutter.cut(subject, into(letter.subject_));
  cutter.cut(text, into(letter.text_));
  return diagnostics.list().size() == before ? std::optional(std::move(letter)) : std::nullopt;
}

LetterTemplate::Letter LetterTemplate::fill(const Values& values) const {
  const auto filled = [&](const std::vector<Piece>& pieces) {
    std::string out;
    for (const Piece& piece : pieces) {
      out += piece.words;
      const auto value = std::find_if(values.begin(), values.end(), [&](const auto& one) { return one.first == piece.name; });
      if (value != values.end()) out += value->second;
    }
    return out;
  };
  return {filled(subject_), filled(text_) + "\n"};
}

}  // namespace tilstand::recipients
