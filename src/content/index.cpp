// SPDX-License-Identifier: Apache-2.0
#include "content/index.hpp"

#include <algorithm>
#include <map>

#include "base/suggest.hpp"
#include "content/inline_lists.hpp"
#include "content/inlines.hpp"

namespace tilstand::content {
namespace {

bool is_pending(const Inline& one) { return one.kind == Inline::Kind::anchor && one.uri.starts_with(pending_mark); }

/// Spaces before a mark are the mark's own unless words follow it at once: "word {{ mark }} and", "word {{ mark }}.". At the start
/// of a line the spaces after it are.
void close_up(std::vector<Inline>& inlines) {
  std::string* last = nullptr;
  bool after_mark = false, at_start = true;
  const auto strip = [&last] {
    while (last != nullptr && last->ends_with(' ')) last->pop_back();
  };
  for (Inline& one : inlines) {
    if (one.kind == Inline::Kind::anchor) {
      after_mark = true;
      continue;
    }
    const bool words = one.kind == Inline::Kind::text && !one.text.empty();
    if (after_mark && words && at_start) one.text.erase(0, std::min(one.text.find_first_not_of(' '), one.text.size()));
    else if (after_mark && words && std::string_view(" .,;:!?)").find(one.text[0]) != std::string_view::npos) strip();
    if (one.kind == Inline::Kind::text && one.text.empty() && one.uri.empty()) continue;
    after_mark = false;
    at_start = one.kind == Inline::Kind::line_break;
    last = words ? &one.text : nullptr;
  }
  if (after_mark) strip();
}

bool has_words(const std::vector<Inline>& inlines) {
  return std::any_of(inlines.begin(), inlines.end(), [](const Inline& one) { return one.kind != Inline::Kind::anchor && (!one.text.empty() || !one.uri.empty()); });
}

/// Takes marks out of one list after another. Nodes are only added when all lists are done, for adding moves the lists.
class MarkTaker {
 public:
  MarkTaker(Grower& grower, Diagnostics& diagnostics) : grower_(grower), diagnostics_(diagnostics) {}

  std::vector<PlacedMark> run() {
    Tree& tree = grower_.tree();
    for (std::uint32_t i = 0; i < tree.nodes.size(); ++i)
      for (std::vector<Inline>* list : inline_lists(tree.nodes[i].body))
        if (std::any_of(list->begin(), list->end(), is_pending)) take({i}, *list);
    for (const auto& [parent, span] : wanted_) grower_.add(parent, Anchor{}, span);
    return std::move(marks_);
  }

 private:
  void take(NodeId parent, std::vector<Inline>& inlines) {
    close_up(inlines);
    const bool placed = has_words(inlines);
    for (Inline& one : inlines)
      if (is_pending(one)) take_one(parent, one, placed);
    std::erase_if(inlines, [](const Inline& one) { return one.kind == Inline::Kind::anchor && !one.target; });
  }

  void take_one(NodeId parent, Inline& one, bool placed) {
    const std::string form = one.uri.substr(pending_mark.size());
    IndexMark mark{form == "from" ? IndexMark::Form::from : form == "to" ? IndexMark::Form::to : form == "see" ? IndexMark::Form::see : IndexMark::Form::at,
                   std::move(one.text), std::move(one.style)};
    one.uri.clear(), one.text.clear(), one.style.clear();
    if (mark.entry.empty()) return;  // reported where it was read
    if (mark.form == IndexMark::Form::see) return marks_.push_back({std::move(mark), {}, one.span});
    if (!placed) return diagnostics_.error("content.misplaced-mark", "no words stand beside this mark, so it has no page", one.span, "put it into a sentence");
    one.target = {static_cast<std::uint32_t>(grower_.tree().nodes.size() + wanted_.size())};
    wanted_.emplace_back(parent, one.span);
    marks_.push_back({std::move(mark), one.target, one.span});
  }

  Grower& grower_;
  Diagnostics& diagnostics_;
  std::vector<PlacedMark> marks_;
  std::vector<std::pair<NodeId, SourceSpan>> wanted_;
};

/// The entry of that title, made when it is new.
IndexWord& word_in(std::vector<IndexWord>& words, const std::string& title) {
  const auto known = std::find_if(words.begin(), words.end(), [&title](const IndexWord& one) { return one.title == title; });
  if (known != words.end()) return *known;
  words.push_back({title});
  return words.back();
}

IndexWord& word_at(std::vector<IndexWord>& words, const std::string& entry) {
  const auto [main, below] = index_path(entry);
  IndexWord& word = word_in(words, main);
  return below.empty() ? word : word_in(word.below, below);
}

bool is_known(const std::vector<IndexWord>& words, const std::string& entry) {
  const auto [main, below] = index_path(entry);
  for (const IndexWord& word : words) {
    if (word.title != main) continue;
    return below.empty() || std::any_of(word.below.begin(), word.below.end(), [&name = below](const IndexWord& one) { return one.title == name; });
  }
  return false;
}

void sort_words(std::vector<IndexWord>& words, const locale::Collation& collation) {
  std::sort(words.begin(), words.end(), [&collation](const IndexWord& a, const IndexWord& b) { return collation.before(a.title, b.title); });
  for (IndexWord& word : words) sort_words(word.below, collation);
}

std::string printed(const std::string& entry) {
  const auto [main, below] = index_path(entry);
  return below.empty() ? main : main + ", " + below;
}

/// Adds the entries of one index.
class IndexGrower {
 public:
  IndexGrower(Grower& grower, const definition::Words& words) : grower_(grower), words_(words) {}

  void letter(NodeId place, const std::string& head) {
    Inline name;
    name.text = head;
    const SourceSpan span = grower_.node(place).span;
    grower_.add(place, Paragraph{"index-letter", {name}, 0, false, false}, span);
    list_ = grower_.add(place, IndexList{}, span);
  }
  void entry(const IndexWord& word) {
    const NodeId id = add(list_, word, 1, word.title);
    if (word.below.empty()) return;
    const NodeId list = grower_.add(id, IndexList{}, grower_.node(id).span);
    for (const IndexWord& below : word.below) add(list, below, 2, word.title + "!" + below.title);
  }
  /// Sends readers on, once all entries are there.
  void link() {
    for (const auto& [id, word] : added_)
      if (!word->see.empty()) send_on(id, *word);
  }

 private:
  NodeId add(NodeId list, const IndexWord& word, int level, const std::string& path) {
    const NodeId id = grower_.add(list, IndexEntry{word.title, level, word.places, {}}, grower_.node(list).span);
    known_.emplace(path, id);
    added_.emplace_back(id, &word);
    return id;
  }

  void send_on(NodeId id, const IndexWord& word) {
    const std::string& pattern = words_(word.places.empty() ? "index.see" : "index.see-also");
    const std::size_t slot = std::min(pattern.find("{entry}"), pattern.size());
    std::vector<Inline> see;
    see.emplace_back().text = pattern.substr(0, slot);
    for (std::size_t i = 0; i < word.see.size(); ++i) {
      if (i > 0) see.emplace_back().text = "; ";
      const auto [main, below] = index_path(word.see[i]);
      Inline& one = see.emplace_back();
      one.text = printed(word.see[i]);
      one.target = known_.at(below.empty() ? main : main + "!" + below);
    }
    see.emplace_back().text = pattern.substr(std::min(slot + 7, pattern.size()));
    std::get<IndexEntry>(grower_.node(id).body).see = std::move(see);
  }

  Grower& grower_;
  const definition::Words& words_;
  NodeId list_{};
  std::map<std::string, NodeId> known_;
  std::vector<std::pair<NodeId, const IndexWord*>> added_;
};

}  // namespace

std::vector<PlacedMark> take_marks(Grower& grower, Diagnostics& diagnostics) { return MarkTaker(grower, diagnostics).run(); }

std::vector<IndexWord> index_words(const std::vector<PlacedMark>& marks, const locale::Collation& collation, Diagnostics& diagnostics) {
  std::vector<IndexWord> words;
  std::map<std::string, const PlacedMark*> open;
  for (const PlacedMark& one : marks) {
    IndexWord& word = word_at(words, one.mark.entry);
    if (one.mark.form == IndexMark::Form::at) word.places.push_back({one.place, one.place});
    if (one.mark.form == IndexMark::Form::see) word.see.push_back(one.mark.see);
    if (one.mark.form == IndexMark::Form::from && !open.emplace(one.mark.entry, &one).second)
      diagnostics.error("content.open-index-mark", "\"" + one.mark.entry + "\" is marked from here, but it is so already", one.span, "end it first by {{ index \"" + one.mark.entry + "\" to }}");
    if (one.mark.form != IndexMark::Form::to) continue;
    const auto first = open.find(one.mark.entry);
    if (first == open.end()) {
      diagnostics.error("content.open-index-mark", "\"" + one.mark.entry + "\" is marked to here, but from nowhere", one.span, "write {{ index \"" + one.mark.entry + "\" from }} where it begins");
      continue;
    }
    word.places.push_back({first->second->place, one.place});
    open.erase(first);
  }
  for (const auto& [entry, mark] : open)
    diagnostics.error("content.open-index-mark", "\"" + entry + "\" is marked from here, but to nowhere", mark->span, "write {{ index \"" + entry + "\" to }} where it ends");
  std::vector<std::string> known;
  for (const PlacedMark& one : marks) known.push_back(one.mark.entry);
  for (const PlacedMark& one : marks)
    if (one.mark.form == IndexMark::Form::see && !is_known(words, one.mark.see))
      diagnostics.error("content.unknown-index-entry", "the index has no entry \"" + one.mark.see + "\"", one.span, did_you_mean(one.mark.see, known));
  sort_words(words, collation);
  return words;
}

void grow_index(Grower& grower, NodeId place, const std::vector<IndexWord>& entries, const locale::Collation& collation,
                const definition::Words& words) {
  IndexGrower index(grower, words);
  std::optional<std::string> head;
  for (const IndexWord& entry : entries) {
    std::string letter = collation.letter(entry.title);
    if (letter.empty()) letter = words("index.other");
    if (head != letter) index.letter(place, letter);
    head = letter;
    index.entry(entry);
  }
  index.link();
}

}  // namespace tilstand::content
