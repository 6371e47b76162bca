// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "haru/object_table.hpp"

namespace tilstand::haru {

/// The libharu document: catalog, information, page tree, outline and annotations. Dictionary entries are handed to it as
/// finished text; libharu owns the objects, their links and their serialisation. The one class that calls libharu.
class Document {
 public:
  /// Numbers all of libharu's objects from `table`, which must outlive it.
  explicit Document(ObjectTable& table);
  ~Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  /// Why it failed first; empty while all is well.
  const std::string& failure() const;

  ObjectNumber catalog() const;
  ObjectNumber information() const;
  void set_catalog(std::string entries);
  void set_information(std::string entries);

  /// Reserves the pages and the nodes above them.
  void add_pages(std::uint32_t count);
  ObjectNumber page(std::uint32_t index) const;
  std::uint32_t page_count() const;
  /// The finished page object.
  std::string page_value(std::uint32_t index, std::string entries);

  struct Annotation {
    ObjectNumber number = 0;
    std::string value;
  };
  /// A link annotation; libharu forgets it at once.
  Annotation link(std::string entries);

  /// Adds an outline item below item `parent` (−1: at the top) and returns its place in the list of items.
  int add_outline_item(int parent, std::string entries);

  /// Calls `put` with each of libharu's objects that has no place in the file yet.
  void each_unplaced(const std::function<void(ObjectNumber, std::string_view)>& put);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tilstand::haru
