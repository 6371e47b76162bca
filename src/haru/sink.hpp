// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/thread_pool.hpp"
#include "haru/syntax.hpp"

namespace tilstand::haru {

enum class Packing { deflate, none };

/// A PDF file that grows as objects are put into it. Bodies go into compressed object streams; streams are deflated by the pool
/// and written in the order they came in, a few at a time; only eight bytes an object are kept. The first failure (disk, libharu) is kept and turns all that follows into nothing.
class Sink {
 public:
  struct Options {
    std::string path;              ///< target; grows beside it as `<path>.part-<suffix>`
    std::string suffix = "new";
    std::uint32_t page_count = 0;  ///< known before, so that a link can name a page to come
    ThreadPool* pool = nullptr;    ///< outlives the sink; null: all is done by the caller
    std::string version = "1.7";   ///< of PDF; from 2.0 on the trailer names no information dictionary (ISO 32000-2, table 15)
  };
  explicit Sink(Options options);
  /// Removes an unfinished file.
  ~Sink();
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;

  ObjectNumber allocate();
  /// Object `number` is `body`, no stream.
  void put(ObjectNumber number, std::string_view body);
  /// Object `number` is a stream; `entries` are those of its dictionary but Length and Filter.
  void put_stream(ObjectNumber number, std::string_view entries, std::string_view bytes, Packing packing = Packing::deflate);

  std::uint32_t page_count() const;
  ObjectNumber page(std::uint32_t index) const;
  /// Writes page `index` with these entries besides Type and Parent.
  void put_page(std::uint32_t index, std::string_view entries);
  /// Writes a link annotation with these entries besides Type and Subtype.
  ObjectNumber put_link(std::string_view entries);
  /// Adds an outline item below item `parent` (−1: at the top), with its Title and Dest or A; returns what to name it by.
  int add_outline_item(int parent, std::string_view entries);
  /// Entries of the catalog besides Type, Pages and Outlines.
  void set_catalog(std::string_view entries);
  /// Entries of the information dictionary.
  void set_information(std::string_view entries);

  /// Says that the file can't be made; only the first reason is kept.
  void fail(const std::string& reason);
  /// Why it failed; empty while all is well.
  std::string failure() const;

  /// Who does the work that needs no order.
  ThreadPool& pool();

  /// Writes what is left; the file is whole, and still beside its place. `identifier`: 32 hex digits, the file's ID.
  bool complete(std::string_view identifier);
  /// Puts the complete file in its place.
  bool commit();
  bool finish(std::string_view identifier) { return complete(identifier) && commit(); }
  /// The path beside the target where the file grows.
  const std::string& part() const;
  /// Bytes written so far; after `complete` the size of the file.
  std::uint64_t size() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tilstand::haru
