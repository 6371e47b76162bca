// SPDX-License-Identifier: Apache-2.0
#include "content/prose.hpp"

#include <cmark-gfm.h>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "base/utf8.hpp"
#include "content/place_map.hpp"
#include "definition/read.hpp"

namespace tilstand::content {
namespace {

constexpr int deepest = 100;  // of nested quotes and lists
using Document = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

Document parse(const std::string& text) {
  cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8);
  cmark_parser_feed(parser, text.data(), text.size());
  Document root(cmark_parser_finish(parser), &cmark_node_free);
  cmark_parser_free(parser);
  cmark_consolidate_text_nodes(root.get());
  return root;
}

/// The parser cuts the name of a note that holds a bracket in the middle of a character: what is ill-formed is mended.
std::string literal_of(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  if (text == nullptr) return {};
  if (!first_invalid_utf8(text)) return text;
  std::string mended;
  for (const char32_t point : decode_utf8(text)) append_utf8(mended, point);
  return mended;
}

/// Walks one Markdown document.
class Walker {
 public:
  Walker(Grower& grower, const definition::Located& markdown, const ProseContext& context)
      : grower_(grower), context_(context), markdown_(markdown), bound_(bind(markdown, context.scope, context.evaluator, context.diagnostics)),
        places_(markdown_, bound_), root_(parse(bound_.text)) {
    collect_notes();
    start_text();
  }

  void blocks(NodeId parent) {
    NodeId place = parent;
    for (cmark_node* node = cmark_node_first_child(root_.get()); node != nullptr; node = cmark_node_next(node)) {
      const bool head = cmark_node_get_type(node) == CMARK_NODE_HEADING && cmark_node_get_heading_level(node) == 2;
      if (head) {
        place = section(parent, node);
      } else if (cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK) {
        place = fence(node, parent, place);
      } else {
        block(node, place, context_.body_style, 0);
      }
    }
    unused_notes();
  }

  std::vector<Inline> first_paragraph() {
    std::vector<Inline> inlines;
    for (cmark_node* node = cmark_node_first_child(root_.get()); node != nullptr; node = cmark_node_next(node)) {
      if (!inlines.empty()) inlines.push_back(line_break());
      children(node, {}, inlines, 0);
    }
    tell_passage();
    return inlines;
  }

 private:
  /// Gives away the passage that ends here.
  void tell_passage() {
    Passage passage = std::exchange(passage_, {});
    if (context_.passages != nullptr && !passage.pieces.empty()) (*context_.passages)(passage);
  }

  void add_piece(Passage::Piece::Kind kind, std::string text, SourceSpan at) {
    if (context_.passages != nullptr) passage_.pieces.push_back({kind, std::move(text), at, language_of(manners_)});
  }

  static Inline line_break() {
    Inline one;
    one.kind = Inline::Kind::line_break;
    return one;
  }

  /// Every stretch in another language ends with its paragraph.
  void start_text() {
    manners_.clear();
    if (!context_.language.empty()) manners_.push_back({context_.language});
  }

  std::size_t begin_of(cmark_node* node) const { return places_.offset(cmark_node_get_start_line(node), cmark_node_get_start_column(node)); }

  SourceSpan span(cmark_node* node) const {
    const std::size_t begin = begin_of(node), end = places_.offset(cmark_node_get_end_line(node), cmark_node_get_end_column(node)) + 1;
    return places_.span(begin, std::max(begin, end));
  }

  void collect_notes() {
    for (cmark_node* node = cmark_node_first_child(root_.get()); node != nullptr; node = cmark_node_next(node))
      if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION) notes_.push_back(node);
  }

  /// The parser drops definitions that no text refers to, so they are looked up in the source; those it kept are known by their lines.
  void unused_notes() {
    int number = 1;
    for (std::size_t at = 0; at < bound_.text.size(); ++number) {
      const std::size_t end = std::min(bound_.text.find('\n', at), bound_.text.size());
      const std::string_view line = std::string_view(bound_.text).substr(at, end - at);
      const std::size_t close = line.starts_with("[^") ? line.find("]:") : std::string_view::npos;
      if (close != std::string_view::npos && !is_used(number))
        context_.diagnostics.warning("content.unused-note", "no text refers to the note \"" + std::string(line.substr(2, close - 2)) + "\"",
                                     places_.span(at, at + close + 1), "take it out, or put its mark in the text");
      at = end + 1;
    }
  }

  bool is_used(int line) const {
    return std::any_of(notes_.begin(), notes_.end(), [&](cmark_node* note) { return cmark_node_get_start_line(note) == line; });
  }

  NodeId section(NodeId parent, cmark_node* node) {
    const NodeId id = grower_.add(parent, Section{context_.head_style}, span(node));
    words_of(node, id, Paragraph{context_.head_style, {}, 2, false, false});
    return id;
  }

  /// Where text goes on after the fence: a page or a panel ends the section.
  NodeId fence(cmark_node* node, NodeId parent, NodeId place) {
    const char* info = cmark_node_get_fence_info(node);
    const std::string kind = info == nullptr ? std::string() : std::string(info);
    if (kind.empty()) {
      refuse(node, "content.misplaced-fence", "a block of code has no meaning in a report", "take out the indent, or say what the fence holds, as ```chart");
      return place;
    }
    const SourceSpan at = span(node);
    const auto block = definition::read_block(kind, literal_of(node), markdown_.file, {at.begin.line + 1, 1}, context_.diagnostics);
    if (!block || !context_.fenced) return place;
    const bool in_section = block->place != definition::Place::here;
    context_.fenced(*block, in_section ? place : parent);
    return in_section ? place : parent;
  }

  void block(cmark_node* node, NodeId parent, const std::string& style, int depth) {
    if (depth > deepest) return too_deep(node);
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_PARAGRAPH: return paragraph(node, parent, style, 0);
      case CMARK_NODE_HEADING: return paragraph(node, parent, "h3", cmark_node_get_heading_level(node));
      case CMARK_NODE_BLOCK_QUOTE: return quote(node, parent, depth);
      case CMARK_NODE_LIST: return list(node, parent, style, depth);
      case CMARK_NODE_HTML_BLOCK: return refuse(node, "content.html-not-allowed", "HTML has no meaning in a report", "use Markdown");
      case CMARK_NODE_FOOTNOTE_DEFINITION: return;  // stands where its mark is
      case CMARK_NODE_CODE_BLOCK: return refuse(node, "content.misplaced-fence", "a fenced block can't stand inside a list, a quote or a note", "move it out");
      default: return refuse(node, "content.not-supported", "this has no meaning in a report", "take it out");
    }
  }

  void too_deep(cmark_node* node) { refuse(node, "content.too-deep", "this text is nested too deeply", "nest lists and quotes less deeply"); }
  void refuse(cmark_node* node, const char* code, const char* message, const char* hint) { context_.diagnostics.error(code, message, span(node), hint); }

  /// The picture that a paragraph consists of; null when there is none or words stand beside it.
  static cmark_node* lone_image(cmark_node* node) {
    cmark_node* only = cmark_node_first_child(node);
    const bool lone = only != nullptr && cmark_node_next(only) == nullptr && cmark_node_get_type(only) == CMARK_NODE_IMAGE;
    return lone ? only : nullptr;
  }

  /// Text of a node with bindings printed.
  std::string printed(const char* text) const {
    std::vector<Inline> inlines;
    std::vector<Manner> manners;
    append_text(inlines, text == nullptr ? "" : text, bound_, {}, manners);
    std::string whole;
    for (const Inline& one : inlines) whole += one.text;
    return whole;
  }

  void image(cmark_node* node, NodeId parent) {
    std::vector<Inline> words;
    children(node, {}, words, 0);
    tell_passage();
    definition::Image body;
    const SourceSpan at = span(node);
    body.file = {printed(cmark_node_get_url(node)), at};
    for (const Inline& one : words) body.alt.value += one.text;
    body.alt.span = at;
    body.title = {printed(cmark_node_get_title(node)), at};
    definition::Block block;
    block.source = at;
    block.body = std::move(body);
    context_.fenced(block, parent);
  }

  void paragraph(cmark_node* node, NodeId parent, const std::string& style, int heading) {
    cmark_node* picture = heading == 0 ? lone_image(node) : nullptr;
    if (picture != nullptr && context_.fenced) return image(picture, parent);
    words_of(node, parent, Paragraph{style, {}, heading, false, false});
  }

  /// Adds the paragraph with the node's words, then the notes that it is the first to mark.
  void words_of(cmark_node* node, NodeId parent, Paragraph&& body) {
    const NodeId id = grower_.add(parent, std::move(body), span(node));
    std::vector<Inline> inlines;
    pending_notes_.clear();
    start_text();
    grower_.node(id).language = context_.language;
    children(node, {}, inlines, 0);
    tell_passage();
    const auto notes = std::move(pending_notes_);
    pending_notes_.clear();
    for (const auto& [place, number] : notes) inlines[place].target = note(parent, number);
    std::get<Paragraph>(grower_.node(id).body).inlines = std::move(inlines);
  }

  NodeId note(NodeId parent, std::size_t number) {
    start_text();
    if (const auto known = note_ids_.find(number); known != note_ids_.end()) return known->second;
    cmark_node* node = notes_.at(number);
    const NodeId id = grower_.add(parent, FootNote{}, span(node));
    note_ids_[number] = id;
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
      Paragraph text{"note", {}, 0, false, false};
      children(child, {}, text.inlines, 0);
      tell_passage();
      const NodeId paragraph = grower_.add(id, std::move(text), span(child));
      grower_.node(paragraph).language = context_.language;
    }
    return id;
  }

  void quote(cmark_node* node, NodeId parent, int depth) {
    const NodeId id = grower_.add(parent, SideNote{}, span(node));
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) block(child, id, "side-note", depth + 1);
  }

  void list(cmark_node* node, NodeId parent, const std::string& style, int depth) {
    const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    int number = ordered ? cmark_node_get_list_start(node) : 1;
    const NodeId id = grower_.add(parent, List{ordered, number, style}, span(node));
    for (cmark_node* item = cmark_node_first_child(node); item != nullptr; item = cmark_node_next(item)) {
      const std::string label = ordered ? context_.evaluator.forms().ordinal(number++) : "–";
      const NodeId entry = grower_.add(id, ListItem{label, false, "list-label"}, span(item));
      for (cmark_node* child = cmark_node_first_child(item); child != nullptr; child = cmark_node_next(child)) block(child, entry, style, depth + 1);
    }
  }

  void children(cmark_node* node, const Inline& model, std::vector<Inline>& inlines, int depth) {
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) inline_node(child, model, inlines, depth);
  }

  void inline_node(cmark_node* node, Inline model, std::vector<Inline>& inlines, int depth) {
    if (depth > deepest) return too_deep(node);
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) return text(node, model, inlines);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) add_piece(Passage::Piece::Kind::typed, " ", span(node));
    if (type == CMARK_NODE_SOFTBREAK) return append_text(inlines, " ", bound_, model, manners_);
    if (type == CMARK_NODE_LINEBREAK) return inlines.push_back(line_break());
    if (type == CMARK_NODE_HTML_INLINE) return refuse(node, "content.html-not-allowed", "HTML has no meaning in a report", "use Markdown");
    if (type == CMARK_NODE_IMAGE) return refuse(node, "content.image-in-line", "a picture stands among words", "give it a paragraph of its own");
    if (type == CMARK_NODE_FOOTNOTE_REFERENCE) return note_mark(node, model, inlines);
    model.strong = model.strong || type == CMARK_NODE_STRONG;
    model.emphasis = model.emphasis || type == CMARK_NODE_EMPH;
    if (type == CMARK_NODE_LINK && cmark_node_get_url(node) != nullptr) model.uri = address(cmark_node_get_url(node));
    children(node, model, inlines, depth + 1);
  }

  /// `[words](@id)` is a reference in the author's words.
  std::string address(const char* written) const {
    const std::string uri = restored(written, bound_);
    return uri.starts_with('@') ? std::string(pending_reference) + uri.substr(1) : uri;
  }

  void text(cmark_node* node, Inline model, std::vector<Inline>& inlines) {
    const std::string words = literal_of(node);
    const std::size_t first = inlines.size();
    model.span = span(node);
    pieces(node, words, model.span);
    append_text(inlines, words, bound_, model, manners_);
    std::size_t from = begin_of(node);
    for (std::size_t i = first; i < inlines.size(); ++i) {
      if (!inlines[i].uri.starts_with(pending_reference) || !inlines[i].text.empty()) continue;
      const std::string written = "[@" + inlines[i].uri.substr(pending_reference.size()) + "]";
      inlines[i].span = place_of(written, from).value_or(inlines[i].span);
    }
    if (cmark_node_get_type(node) == CMARK_NODE_TEXT) unknown_notes(words, begin_of(node), model.span);
  }

  /// Adds the words of a node to the passage. A stretch with escapes has the node's own place.
  void pieces(cmark_node* node, const std::string& words, SourceSpan whole) {
    if (context_.passages == nullptr) return;
    if (cmark_node_get_type(node) == CMARK_NODE_CODE) return add_piece(Passage::Piece::Kind::code, restored(words, bound_), whole);
    std::size_t from = begin_of(node);
    const std::size_t limit = places_.offset(cmark_node_get_end_line(node), cmark_node_get_end_column(node)) + 1;
    append_pieces(passage_, words, bound_, manners_, [&](std::string_view stretch) {
      const std::size_t at = std::string_view(bound_.text).substr(0, limit).find(stretch, from);
      from = at == std::string_view::npos ? limit : at + stretch.size();
      return at == std::string_view::npos ? whole : places_.span(at, from);
    });
  }

  /// The next place of `written` from `from` on, which moves past it; nothing when it was written with escapes.
  std::optional<SourceSpan> place_of(const std::string& written, std::size_t& from) const {
    const std::size_t at = bound_.text.find(written, from);
    if (at == std::string::npos) return std::nullopt;
    from = at + written.size();
    return places_.span(at, from);
  }

  /// The parser leaves a mark whose note is missing as it is written.
  void unknown_notes(const std::string& words, std::size_t from, SourceSpan whole) {
    for (std::size_t at = words.find("[^"); at != std::string::npos; at = words.find("[^", at + 1)) {
      const std::size_t close = words.find(']', at);
      if (close == std::string::npos) return;
      const std::string mark = words.substr(at, close + 1 - at);
      context_.diagnostics.error("content.unknown-note", "there is no note \"" + mark.substr(2, mark.size() - 3) + "\"", place_of(mark, from).value_or(whole),
                                 "write the note as a line that starts with " + mark + ":");
    }
  }

  void note_mark(cmark_node* node, Inline model, std::vector<Inline>& inlines) {
    const std::optional<tables::Decimal> number = as_number(Value{literal_of(node), {}});  // the parser numbers marks as its definitions stand
    if (!number || number->mantissa < 1 || static_cast<std::size_t>(number->mantissa) > notes_.size()) return;
    model.kind = Inline::Kind::note_mark;
    pending_notes_.emplace_back(inlines.size(), static_cast<std::size_t>(number->mantissa) - 1);
    inlines.push_back(std::move(model));
  }

  Grower& grower_;
  const ProseContext& context_;
  definition::Located markdown_;
  BoundText bound_;
  PlaceMap places_;
  Document root_;
  std::vector<cmark_node*> notes_;
  std::map<std::size_t, NodeId> note_ids_;
  std::vector<std::pair<std::size_t, std::size_t>> pending_notes_;
  std::vector<Manner> manners_;  ///< in force, the innermost last
  Passage passage_;              ///< of the paragraph that is being walked
};

}  // namespace

void grow_prose(Grower& grower, NodeId parent, const definition::Located& markdown, const ProseContext& context) {
  Walker(grower, markdown, context).blocks(parent);
}

std::vector<Inline> inlines_of(const definition::Located& markdown, const ProseContext& context) {
  Tree nowhere;
  Grower grower(nowhere);
  return Walker(grower, markdown, context).first_paragraph();
}

}  // namespace tilstand::content
