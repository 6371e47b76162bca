// SPDX-License-Identifier: Apache-2.0
#include "package/tag_tree.hpp"

#include <algorithm>
#include <utility>

#include "base/ensure.hpp"
#include "package/tag_entries.hpp"

namespace tilstand::package {

TagTree::TagTree(haru::Sink& sink, Vocabulary vocabulary)
    : sink_(sink), root_(sink.allocate()), pages_(sink), links_(sink), next_link_key_(sink.page_count()), vocabulary_(vocabulary) {
  if (vocabulary == Vocabulary::pdf2) namespace_ = sink.allocate();
}

haru::ObjectNumber TagTree::reserve(NodeId node) {
  OfNode& known = nodes_[node.value];
  if (known.number == 0) known.number = sink_.allocate();
  return known.number;
}

/// The first element of a node has the number that those who cite it may have reserved.
haru::ObjectNumber TagTree::take_number(NodeId node) {
  if (vocabulary_ == Vocabulary::pdf1 || !node) return sink_.allocate();
  const haru::ObjectNumber number = reserve(node);
  return std::exchange(nodes_[node.value].is_open, true) ? sink_.allocate() : number;
}

haru::ObjectNumber TagTree::number_of(NodeId node) const {
  const auto known = nodes_.find(node.value);
  return known == nodes_.end() || !known->second.is_open ? document_ : known->second.number;
}

void TagTree::cite(scene::TagId tag, NodeId note) {
  const auto found = elements_.find(tag);
  if (vocabulary_ == Vocabulary::pdf1 || found == elements_.end()) return;
  reserve(note);
  if (refer(found->second, note)) nodes_[note.value].cited_by.push_back(found->second.number);
}

void TagTree::refer(scene::TagId tag, NodeId target) {
  const auto found = elements_.find(tag);
  if (vocabulary_ == Vocabulary::pdf2 && target && found != elements_.end()) refer(found->second, target);
}

/// False when it did already.
bool TagTree::refer(const Element& element, NodeId target) {
  std::vector<NodeId>& targets = refers_[element.number];
  const bool is_new = std::find(targets.begin(), targets.end(), target) == targets.end();
  if (is_new) targets.push_back(target);
  return is_new;
}

/// Ref (ISO 32000-2, table 355). What is referred to has its element by now, or is a note, whose number is reserved.
std::string TagTree::relations(const Element& element) const {
  const auto refers = refers_.find(element.number);
  const auto node = nodes_.find(element.node.value);
  std::string list;
  for (const NodeId target : refers == refers_.end() ? std::vector<NodeId>() : refers->second) {
    const auto known = nodes_.find(target.value);
    if (known != nodes_.end()) list += haru::reference(known->second.number) + ' ';
  }
  if (element.role == scene::Role::Note && node != nodes_.end())
    for (const haru::ObjectNumber number : node->second.cited_by) list += haru::reference(number) + ' ';
  return list.empty() ? list : "/Ref[" + list + "]";
}

std::string TagTree::namespaces() const {
  if (vocabulary_ == Vocabulary::pdf1) return {};
  sink_.put(namespace_, "<</Type/Namespace/NS(http://iso.org/pdf2/ssn)>>");
  return "/Namespaces[" + haru::reference(namespace_) + "]";
}

void TagTree::open(const scene::Tag& tag, std::uint32_t page, Length height, const std::string& more) {
  Element element;
  element.number = take_number(tag.node);
  element.node = tag.node;
  element.parent = tag.parent;
  element.role = tag.role;
  element.entries = tag_entries(tag, height, vocabulary_) + more;
  if (namespace_ != 0 && is_type_of_pdf2(tag.role)) element.entries += "/NS " + haru::reference(namespace_);
  if (document_ == 0) document_ = element.number;
  element.span = tag.span;
  if (tag.box) element.page = page;
  if (tag.role == scene::Role::Aside_) has_aside_ = true;
  for (const std::string* id : {&tag.note_id, &tag.header_id})
    if (!id->empty()) ids_.emplace(*id, element.number);

  if (vocabulary_ == Vocabulary::pdf2) suit_parents(tag);
  std::vector<TagKid>* siblings = &roots_;
  element.parent_number = root_;
  if (tag.parent) {
    const auto parent = elements_.find(tag.parent);
    ensure(parent != elements_.end());
    siblings = &parent->second.kids;
    element.parent_number = parent->second.number;
  }
  element.place_in_parent = siblings->size();
  siblings->push_back({TagKid::Kind::element, tag.order, no_place, element.number, tag.id});
  ensure(elements_.emplace(tag.id, std::move(element)).second);
}

/// What holds a caption is no Div, which can't have one (ISO/TS 32005, table 5), and a list of labels that are words is one of
/// descriptions (ISO 14289-2, 8.2.5.25).
void TagTree::suit_parents(const scene::Tag& tag) {
  const auto change = [](std::string& entries, std::string_view from, std::string_view to) {
    const std::size_t at = entries.find(from);
    if (at != std::string::npos) entries.replace(at, from.size(), to);
  };
  const auto parent = elements_.find(tag.parent);
  if (parent == elements_.end()) return;
  if (tag.role == scene::Role::Caption && parent->second.role == scene::Role::Div) change(parent->second.entries, "/S/Div", "/S/Sect");
  const auto list = elements_.find(parent->second.parent);
  if (tag.role == scene::Role::Lbl && list != elements_.end()) change(list->second.entries, "/ListNumbering/None", "/ListNumbering/Description");
}

const char* TagTree::role_name(scene::TagId tag) const {
  const auto found = elements_.find(tag);
  return type_name(found == elements_.end() ? scene::Role::Span : found->second.role, vocabulary_);
}

SourceSpan TagTree::span(scene::TagId tag) const {
  const auto found = elements_.find(tag);
  return found == elements_.end() ? SourceSpan{} : found->second.span;
}

void TagTree::note_first(Element& element, MarkPlace place) {
  // Places only rise, so an ancestor that has a first mark has all its own ancestors' noted too.
  for (Element* above = &element; above->first == no_place;) {
    above->first = place;
    const auto parent = elements_.find(above->parent);
    if (parent == elements_.end()) return;
    above = &parent->second;
  }
}

void TagTree::add_kid(Element& element, TagKid kid) {
  if (element.page == no_page) element.page = page_of(kid.first);
  element.kids.push_back(kid);
}

void TagTree::add_marks(std::uint32_t page, const std::vector<scene::TagId>& marked) {
  std::string numbers = "[";
  for (std::uint32_t mark = 0; mark < marked.size(); ++mark) {
    const auto found = elements_.find(marked[mark]);
    if (found == elements_.end()) {
      numbers += "null ";
      continue;
    }
    Element& element = found->second;
    note_first(element, place_of(page, mark));
    add_kid(element, {TagKid::Kind::mark, 0, place_of(page, mark), 0, {}});
    numbers += haru::reference(element.number) + ' ';
  }
  const haru::ObjectNumber list = sink_.allocate();
  sink_.put(list, numbers += ']');
  pages_.add(page, list);
}

void TagTree::add_link(scene::TagId tag, std::uint32_t page, haru::ObjectNumber annotation) {
  const auto found = elements_.find(tag);
  if (found == elements_.end()) return;
  links_.add(next_link_key_++, found->second.number);
  add_kid(found->second, {TagKid::Kind::annotation, 0, place_of(page, 0), annotation, {}});
}

void TagTree::add_form(std::uint32_t page, haru::ObjectNumber widget) {
  const auto top = roots_.empty() ? elements_.end() : elements_.find(roots_.front().tag);
  const bool is_under_top = top != elements_.end();
  const MarkPlace last = place_of(page, ~std::uint32_t{0});
  const haru::ObjectNumber form = sink_.allocate();
  const std::string parent = haru::reference(is_under_top ? top->second.number : root_), on = haru::reference(sink_.page(page));
  sink_.put(form, "<</S/Form/P " + parent + "/Pg " + on + "/K<</Type/OBJR/Obj " + haru::reference(widget) + "/Pg " + on + ">>>>");
  links_.add(next_link_key_++, form);
  (is_under_top ? top->second.kids : roots_).push_back({TagKid::Kind::element, ~std::uint64_t{0}, last, form, {}});
}

void TagTree::close(scene::TagId tag) {
  const auto found = elements_.find(tag);
  if (found == elements_.end()) return;
  Element& element = found->second;
  for (std::size_t i = 0; i < element.kids.size(); ++i) {
    if (element.kids[i].kind == TagKid::Kind::element) close(element.kids[i].tag);
  }
  std::string body = "<<" + element.entries + "/P " + haru::reference(element.parent_number);
  if (element.page != no_page) body += "/Pg " + haru::reference(sink_.page(element.page));
  body += relations(element) + kids_entry(in_reading_order(std::move(element.kids)), element.page, sink_) + ">>";
  sink_.put(element.number, body);
  const auto parent = elements_.find(element.parent);
  if (parent != elements_.end()) parent->second.kids[element.place_in_parent].first = element.first;
  elements_.erase(found);
}

std::string TagTree::id_tree() {
  if (ids_.empty()) return {};
  std::string names;
  for (const auto& [id, number] : ids_) names += haru::byte_string(id) + haru::reference(number) + ' ';
  const std::string limits = haru::byte_string(ids_.begin()->first) + haru::byte_string(ids_.rbegin()->first);
  const haru::ObjectNumber leaf = sink_.allocate();
  sink_.put(leaf, "<</Limits[" + limits + "]/Names[" + names + "]>>");
  return "/IDTree<</Kids[" + haru::reference(leaf) + "]>>";
}

haru::ObjectNumber TagTree::finish() {
  for (const TagKid& kid : roots_) close(kid.tag);
  const haru::ObjectNumber parent_tree = sink_.allocate();
  std::string leaves = pages_.finish();
  sink_.put(parent_tree, "<</Kids[" + (leaves += links_.finish()) + "]>>");
  std::string body = "<</Type/StructTreeRoot/ParentTree " + haru::reference(parent_tree) + "/ParentTreeNextKey ";
  haru::append_integer(body, next_link_key_);
  body += kids_entry(in_reading_order(std::move(roots_)), no_page, sink_) + id_tree() + namespaces();
  // PDF 1.7 has no type for asides (ISO 32000-1, 14.8.4).
  if (has_aside_ && vocabulary_ == Vocabulary::pdf1) body += std::string("/RoleMap<</") + scene::name_of(scene::Role::Aside_) + "/Div>>";
  sink_.put(root_, body + ">>");
  return root_;
}

}  // namespace tilstand::package
