// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "haru/sink.hpp"
#include "package/number_leaves.hpp"
#include "package/tag_entries.hpp"
#include "package/tag_kids.hpp"
#include "scene/page.hpp"

namespace tilstand::package {

/// The structure tree (ISO 32000-1, 14.7) as it grows. Only elements that may still get kids are kept; a closed one is in
/// the file already.
class TagTree {
 public:
  /// `sink` must outlive it.
  explicit TagTree(haru::Sink& sink, Vocabulary vocabulary = Vocabulary::pdf1);

  /// Takes an element met for the first time on page `page` of height `height`, with `more` entries. Its parent is still open.
  void open(const scene::Tag& tag, std::uint32_t page, Length height, const std::string& more = {});
  bool is_open(scene::TagId tag) const { return elements_.contains(tag); }
  /// Structure type and place in the source of an open element.
  const char* role_name(scene::TagId tag) const;
  SourceSpan span(scene::TagId tag) const;

  /// Takes a page's marked-content sequences (index: MCID) once all pages before it are taken.
  void add_marks(std::uint32_t page, const std::vector<scene::TagId>& marked);
  /// The key by which the next link annotation finds its element (StructParent).
  std::uint32_t next_link_key() const { return next_link_key_; }
  void add_link(scene::TagId tag, std::uint32_t page, haru::ObjectNumber annotation);
  /// Element `tag` cites note `note`: each names the other (ISO 14289-2, 8.2.5.14). Only with the types of PDF 2.0.
  void cite(scene::TagId tag, NodeId note);
  /// Element `tag` refers to `target` (ISO 14289-2, 8.2.5.8, of contents). Only with the types of PDF 2.0.
  void refer(scene::TagId tag, NodeId target);
  /// The first element that was made for the node, else the document's. Only with the types of PDF 2.0.
  haru::ObjectNumber number_of(NodeId node) const;
  /// Takes a form field's widget on page `page` as the last thing of the document, under an element Form; uses up a key too.
  void add_form(std::uint32_t page, haru::ObjectNumber widget);
  /// Writes the element and all below it.
  void close(scene::TagId tag);
  /// Closes all and writes the root; its number.
  haru::ObjectNumber finish();

 private:
  struct Element {
    haru::ObjectNumber number = 0, parent_number = 0;
    scene::TagId parent{};
    std::size_t place_in_parent = 0;
    scene::Role role = scene::Role::P;
    std::string entries;            ///< all of the dictionary but P, Pg and K
    std::vector<TagKid> kids;
    MarkPlace first = no_place;     ///< first mark of it or below it
    std::uint32_t page = no_page;   ///< Pg
    SourceSpan span{};
    NodeId node{};
  };
  static constexpr std::uint32_t no_page = 0xFFFFFFFF;

  haru::ObjectNumber take_number(NodeId node);
  haru::ObjectNumber reserve(NodeId node);
  bool refer(const Element& element, NodeId target);
  void suit_parents(const scene::Tag& tag);
  std::string relations(const Element& element) const;
  std::string namespaces() const;
  void note_first(Element& element, MarkPlace place);
  void add_kid(Element& element, TagKid kid);
  std::string id_tree();

  haru::Sink& sink_;
  haru::ObjectNumber root_;
  std::map<scene::TagId, Element> elements_;
  std::vector<TagKid> roots_;
  std::map<std::string, haru::ObjectNumber> ids_;
  NumberLeaves pages_, links_;  ///< of the parent tree
  std::uint32_t next_link_key_;
  bool has_aside_ = false;
  Vocabulary vocabulary_;
  haru::ObjectNumber namespace_ = 0, document_ = 0;    ///< with the types of PDF 2.0
  struct OfNode {
    haru::ObjectNumber number = 0;
    bool is_open = false;                              ///< else reserved by who cites it
    std::vector<haru::ObjectNumber> cited_by{};
  };
  std::map<std::uint32_t, OfNode> nodes_;              ///< by NodeId::value
  std::map<haru::ObjectNumber, std::vector<NodeId>> refers_;  ///< by element
};

}  // namespace tilstand::package
