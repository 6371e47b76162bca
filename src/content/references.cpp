// SPDX-License-Identifier: Apache-2.0
#include "content/references.hpp"
#include "content/selection.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/suggest.hpp"
#include "content/inline_lists.hpp"
#include "content/inlines.hpp"

namespace tilstand::content {
namespace {

const std::string no_break = "\u00A0";

enum class Form { name, page, pages, number, title, full };

/// A reference as it was written.
struct Asked {
  Form form = Form::name;
  std::string name;
  bool capital = false;  ///< a word before the name begins with a capital letter: "[@Page:id]"
};

Asked read_reference(const std::string& written) {
  constexpr std::array<std::pair<std::string_view, Form>, 5> forms{
      {{"page:", Form::page}, {"pages:", Form::pages}, {"number:", Form::number}, {"title:", Form::title}, {"full:", Form::full}}};
  const bool capital = !written.empty() && written[0] >= 'A' && written[0] <= 'Z';
  std::string small = written;
  if (capital) small[0] = static_cast<char>(small[0] - 'A' + 'a');
  for (const auto& [word, form] : forms)
    if (small.starts_with(word)) return {form, small.substr(word.size()), capital};
  if (small.starts_with(term_prefix)) return {Form::name, small, capital};
  return {Form::name, written, false};
}

std::string heading_words(const Node& node) {
  const auto* paragraph = std::get_if<Paragraph>(&node.body);
  return paragraph == nullptr || paragraph->heading_level == 0 ? std::string() : words_of(paragraph->inlines);
}

class Settler {
 public:
  Settler(Tree& tree, const Wording& wording, const std::vector<std::string>& failed, Diagnostics& diagnostics)
      : tree_(tree), wording_(wording), words_(&wording.words), forms_(wording.forms), failed_(failed), diagnostics_(diagnostics) {
    for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
      if (tree.nodes[i].name.empty()) continue;
      known_.push_back(tree.nodes[i].name);
      const auto [found, is_new] = names_.emplace(tree.nodes[i].name, NodeId{i});
      if (!is_new) refuse_second(tree.nodes[i], tree.nodes[found->second.value]);
    }
  }

  void run() {
    for (Node& node : tree_.nodes)
      for (std::vector<Inline>* list : inline_lists(node.body))
        for (Inline& one : *list)
          if (one.uri.starts_with(pending_reference)) settle(one);
  }

 private:
  void refuse_second(const Node& second, const Node& first) {
    diagnostics_.add({Severity::error, "content.duplicate-id", "the id \"" + second.name + "\" is given twice, a reference could mean either", second.span,
                      {{"the first one", first.span}}, "give one of them another id; in a loop, put a binding into it"});
  }

  void settle(Inline& one) {
    Asked asked = read_reference(one.uri.substr(pending_reference.size()));
    one.uri.clear();
    const bool at_home = wording_.home != nullptr && one.language == wording_.home->forms.language();
    words_ = at_home ? &wording_.home->words : &wording_.words;
    if (std::find(failed_.begin(), failed_.end(), asked.name) != failed_.end()) return;
    const std::optional<NodeId> target = find(asked);
    if (!target) {
      diagnostics_.error("content.unknown-reference", "there is nothing named \"" + asked.name + "\" to refer to", one.span, did_you_mean(asked.name, known_));
      return;
    }
    one.target = *target;
    if (!one.text.empty()) return;  // the author's own words
    const bool has_page = asked.form == Form::page || asked.form == Form::pages || asked.form == Form::full;
    if (has_page && is_left_out(tree_, *target)) asked.form = Form::title;
    one.text = said(*target, asked.form);
    if (asked.capital) one.text = forms_.capitalised(one.text);
    if (asked.form == Form::page || asked.form == Form::full) one.kind = Inline::Kind::page_reference;
    if (asked.form == Form::pages) one.kind = Inline::Kind::page_range;
    if (one.text.empty()) refuse_wordless(one, asked);
  }

  void refuse_wordless(const Inline& one, const Asked& asked) {
    const char* lack = asked.form == Form::number ? "no number" : asked.form == Form::name ? "neither number nor title" : "no title";
    diagnostics_.error("content.unknown-reference", "\"" + asked.name + "\" has " + lack + " that could be printed", one.span,
                       "refer to its page by [@page:" + asked.name + "]");
  }

  /// A name is taken as written; one that nothing has may be another's at the start of a sentence.
  std::optional<NodeId> find(Asked& asked) const {
    if (const auto exact = names_.find(asked.name); exact != names_.end()) return exact->second;
    const bool term = asked.name.starts_with(term_prefix);
    const std::size_t skip = term ? term_prefix.size() : 0;
    const std::string wanted = asked.name.substr(skip), capitalised = forms_.capitalised(wanted);
    for (const auto& [name, id] : names_) {
      if (name.starts_with(term_prefix) != term || forms_.capitalised(name.substr(skip)) != capitalised) continue;
      asked.capital = asked.capital || (!term && wanted == capitalised);
      return id;
    }
    return std::nullopt;
  }

  std::string said(NodeId id, Form form) const {
    const int number = number_of(id);
    switch (form) {
      case Form::page: return (*words_)("ref.page");
      case Form::pages: return (*words_)("ref.pages");
      case Form::number: return number == 0 ? std::string() : std::to_string(number);
      case Form::title: return title(id);
      case Form::full: return full(id);
      case Form::name: break;
    }
    return number == 0 ? title(id) : numbered(id);
  }

  int number_of(NodeId id) const {
    if (const auto* figure = std::get_if<Figure>(&tree_[id].body)) return figure->number;
    if (const auto* image = std::get_if<Image>(&tree_[id].body)) return image->number;
    const auto* table = std::get_if<Table>(&tree_[id].body);
    return table != nullptr ? table->number : 0;
  }

  std::string numbered(NodeId id) const {
    const bool table = std::holds_alternative<Table>(tree_[id].body);
    return (*words_)(table ? "ref.table" : "ref.figure") + no_break + std::to_string(number_of(id));
  }

  std::string title(NodeId id) const {
    const Node& node = tree_[id];
    if (const auto* figure = std::get_if<Figure>(&node.body)) return figure->title;
    if (const auto* image = std::get_if<Image>(&node.body)) return image->title;
    if (const auto* table = std::get_if<Table>(&node.body)) return table->title;
    if (const auto* part = std::get_if<Part>(&node.body)) return part->title;
    if (const auto* item = std::get_if<ListItem>(&node.body)) return item->label;
    std::string words = heading_words(node);
    for (std::size_t i = 0; words.empty() && i < node.children.size(); ++i) words = heading_words(tree_[node.children[i]]);
    return words;
  }

  /// The slot of the page stays, for layout to fill.
  std::string full(NodeId id) const {
    const std::string name = title(id);
    if (name.empty()) return {};
    std::string page = (*words_)("ref.page");
    if (page.find("{page}") == std::string::npos) page += no_break + "{page}";
    if (number_of(id) == 0) return definition::fill((*words_)("ref.full-title"), {{"title", name}, {"page", page}});
    return definition::fill((*words_)("ref.full"), {{"name", numbered(id)}, {"title", name}, {"page", page}});
  }

  Tree& tree_;
  Wording wording_;
  const definition::Words* words_;  ///< of the language around the reference
  const locale::Forms& forms_;
  const std::vector<std::string>& failed_;
  Diagnostics& diagnostics_;
  std::map<std::string, NodeId> names_;
  std::vector<std::string> known_;
};

}  // namespace

void settle_references(Tree& tree, const Wording& wording, const std::vector<std::string>& failed, Diagnostics& diagnostics) {
  Settler(tree, wording, failed, diagnostics).run();
}

std::optional<std::size_t> term_of(const Inline& reference, const std::vector<Term>& terms, const locale::Forms& forms) {
  if (!reference.uri.starts_with(pending_reference)) return std::nullopt;
  const Asked asked = read_reference(reference.uri.substr(pending_reference.size()));
  if (!asked.name.starts_with(term_prefix)) return std::nullopt;
  const std::string key = asked.name.substr(term_prefix.size());
  for (std::size_t i = 0; i < terms.size(); ++i)
    if (terms[i].key == key) return i;
  for (std::size_t i = 0; i < terms.size(); ++i)
    if (forms.capitalised(terms[i].key) == forms.capitalised(key)) return i;
  return std::nullopt;
}

}  // namespace tilstand::content
