// SPDX-License-Identifier: Apache-2.0
#include "package/tag_tree.hpp"

#include <utility>

#include "base/ensure.hpp"
#include "package/tag_entries.hpp"

namespace tilstand::package {

TagTree::TagTree(haru::Sink& sink)
    : sink_(sink), root_(sink.allocate()), pages_(sink), links_(sink), next_link_key_(sink.page_count()) {}

void TagTree::open(const scene::Tag& tag, std::uint32_t page, Length height, const std::string& more) {
  Element element;
  element.number = sink_.allocate();
  element.parent = tag.parent;
  element.role = tag.role;
  element.entries = tag_entries(tag, height) + more;
  element.span = tag.span;
  if (tag.box) element.page = page;
  if (tag.role == scene::Role::Aside_) has_aside_ = true;
  for (const std::string* id : {&tag.note_id, &tag.header_id})
    if (!id->empty()) ids_.emplace(*id, element.number);

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

const char* TagTree::role_name(scene::TagId tag) const {
  const auto found = elements_.find(tag);
  return scene::name_of(found == elements_.end() ? scene::Role::Span : found->second.role);
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
  body += kids_entry(in_reading_order(std::move(element.kids)), element.page, sink_) + ">>";
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
  body += kids_entry(in_reading_order(std::move(roots_)), no_page, sink_) + id_tree();
  // PDF 1.7 has no type for asides (ISO 32000-1, 14.8.4).
  if (has_aside_) body += std::string("/RoleMap<</") + scene::name_of(scene::Role::Aside_) + "/Div>>";
  sink_.put(root_, body + ">>");
  return root_;
}

}  // namespace tilstand::package
