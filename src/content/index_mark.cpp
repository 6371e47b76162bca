// SPDX-License-Identifier: Apache-2.0
#include "content/index_mark.hpp"

#include <algorithm>

#include "expression/tokens.hpp"

namespace tilstand::content {
namespace {

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first));
}

bool is_word(const expression::Token& token, std::string_view word) { return token.kind == expression::Token::Kind::name && token.text == word; }

/// "index" is a name that data may have, so only what an expression can't be is a mark: "index" and a value beside it.
bool is_mark(const std::vector<expression::Token>& tokens) {
  if (tokens.size() < 3 || !is_word(tokens[0], "index")) return false;
  if (tokens[1].kind == expression::Token::Kind::text) return true;
  return tokens[1].kind == expression::Token::Kind::name && tokens[1].text != "and" && tokens[1].text != "or";
}

/// The word that follows the entry: "from", "to", "see" or the end.
std::vector<expression::Token>::const_iterator word_after_entry(const std::vector<expression::Token>& tokens) {
  return std::find_if(tokens.begin() + 2, tokens.end(), [&tokens](const expression::Token& token) {
    const std::size_t place = static_cast<std::size_t>(&token - tokens.data());
    const bool member = tokens[place - 1].kind == expression::Token::Kind::symbol && tokens[place - 1].text == ".";
    return token.kind == expression::Token::Kind::end || (!member && (is_word(token, "from") || is_word(token, "to") || is_word(token, "see")));
  });
}

/// Reads one mark whose words are known.
class MarkReader {
 public:
  MarkReader(const definition::Located& text, const Scope& scope, const Evaluator& evaluator, Diagnostics& diagnostics)
      : text_(text), scope_(scope), evaluator_(evaluator), diagnostics_(diagnostics) {}

  IndexMark run(const std::vector<expression::Token>& tokens) {
    const auto word = word_after_entry(tokens);
    IndexMark mark;
    mark.entry = entry(tokens[1].begin, word->begin);
    if (word->kind == expression::Token::Kind::end) return mark;
    const expression::Token& next = *(word + 1);
    if (word->text == "see") {
      mark.form = IndexMark::Form::see;
      mark.see = next.kind == expression::Token::Kind::end ? refuse(*word, "an entry was expected after \"see\"") : entry(next.begin, text_.text.size());
      if (mark.see.empty()) mark.entry.clear();
      return mark;
    }
    mark.form = word->text == "from" ? IndexMark::Form::from : IndexMark::Form::to;
    if (next.kind != expression::Token::Kind::end) mark.entry = refuse(next, "\"" + next.text + "\" was not expected here");
    return mark;
  }

 private:
  std::string entry(std::size_t begin, std::size_t end) {
    const Value value = evaluator_.evaluate(text_.part(begin, end - begin), scope_);
    if (value.failed()) return {};
    const std::string said = trimmed(evaluator_.say(value));
    const auto levels = std::count(said.begin(), said.end(), '!') + 1;
    const auto [main, below] = index_path(said);
    if (!main.empty() && levels <= 2 && (levels == 1 || !below.empty())) return said;
    diagnostics_.error("content.bad-index-mark", levels > 2 ? "an index has two levels, \"" + said + "\" has more" : "this names no entry of the index",
                       text_.span(begin, end), "write \"entry\" or \"entry!entry below it\"");
    return {};
  }

  std::string refuse(const expression::Token& token, std::string message) {
    diagnostics_.error("content.bad-index-mark", std::move(message), text_.span(token.begin, token.end));
    return {};
  }

  const definition::Located& text_;
  const Scope& scope_;
  const Evaluator& evaluator_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::optional<IndexMark> read_index_mark(const definition::Located& text, const Scope& scope, const Evaluator& evaluator, Diagnostics& diagnostics) {
  if (trimmed(text.text.substr(0, 100)).rfind("index", 0) != 0) return std::nullopt;
  Diagnostics unheard;  // what is no mark is lexed again as an expression
  const std::vector<expression::Token> tokens = expression::lex_expression(text, unheard);
  if (!is_mark(tokens)) return std::nullopt;
  return MarkReader(text, scope, evaluator, diagnostics).run(tokens);
}

std::pair<std::string, std::string> index_path(const std::string& entry) {
  const std::size_t cut = entry.find('!');
  return {trimmed(std::string_view(entry).substr(0, cut)), cut == std::string::npos ? std::string() : trimmed(std::string_view(entry).substr(cut + 1))};
}

}  // namespace tilstand::content
