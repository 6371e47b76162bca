// SPDX-License-Identifier: Apache-2.0
#include "haru/sink.hpp"

#include <deque>
#include <future>
#include <utility>

#include "haru/deflate.hpp"
#include "haru/document.hpp"
#include "haru/object_stream.hpp"
#include "haru/object_table.hpp"
#include "haru/output_file.hpp"

namespace tilstand::haru {
namespace {

/// A stream on its way to the file.
struct Coming {
  ObjectNumber number = 0;
  std::string entries;
  std::size_t size = 0;  ///< before it is packed
  std::future<std::string> bytes;
};

constexpr std::size_t most_coming = std::size_t{1} << 19;  // bytes before they are packed

}  // namespace

struct Sink::State {
  explicit State(Options options)
      : pool(options.pool != nullptr ? *options.pool : caller), file(std::move(options.path), options.suffix), document(table) {
    has_information = options.version < "2";
    document.add_pages(options.page_count);
    // Four bytes above 127 tell transports that the file is binary (ISO 19005-2, 6.1.2).
    file.write("%PDF-" + options.version + "\n%\xE2\xE3\xCF\xD3\n");
  }

  const std::string& reason() const {
    if (!failure.empty()) return failure;
    return document.failure().empty() ? file.failure() : document.failure();
  }

  void write_stream(ObjectNumber number, std::string_view entries, std::string_view bytes) {
    table.place_at(number, file.size());
    std::string head;
    append_integer(head, number);
    head += " 0 obj\n<<";
    head += entries;
    head += "/Length ";
    append_integer(head, static_cast<std::int64_t>(bytes.size()));
    head += ">>\nstream\n";
    file.write(head);
    file.write(bytes);
    file.write("\nendstream\nendobj\n");
  }

  void put_stream(ObjectNumber number, std::string entries, std::string_view bytes, Packing packing) {
    if (!reason().empty()) return;
    if (packing == Packing::deflate) entries += "/Filter/FlateDecode";
    auto pack = [packing, raw = std::string(bytes)]() mutable { return packing == Packing::none ? std::move(raw) : deflated(raw); };
    coming_size += bytes.size();
    coming.push_back({number, std::move(entries), bytes.size(), pool.run(std::move(pack))});
    write_coming(most_coming);
  }

  /// Writes streams in order until those that are left came from at most `most` bytes.
  void write_coming(std::size_t most) {
    while (!coming.empty() && coming_size >= most) {
      Coming first = std::move(coming.front());
      coming.pop_front();
      coming_size -= first.size;
      const std::string bytes = first.bytes.get();
      if (bytes.empty() && first.size > 0) failure = "can't deflate: out of memory";
      if (reason().empty()) write_stream(first.number, first.entries, bytes);
    }
  }

  void put(ObjectNumber number, std::string_view body) {
    if (!reason().empty()) return;
    if (waiting.is_empty()) waiting_number = table.allocate();
    table.place_in(number, waiting_number, waiting.add(number, body));
    if (waiting.is_full()) flush();
  }

  void flush() {
    if (waiting.is_empty()) return;
    put_stream(waiting_number, waiting.entries(), waiting.bytes(), Packing::deflate);
    waiting.clear();
  }

  void write_cross_references(std::string_view identifier) {
    write_coming(0);
    const ObjectNumber number = table.allocate();
    const std::uint64_t start = file.size();
    table.place_at(number, start);
    const ObjectTable::Rows rows = table.rows();
    std::string entries = "/Type/XRef/Size ";
    append_integer(entries, table.next());
    entries += "/W[1 ";
    append_integer(entries, rows.offset_width);
    entries += " 2]/DecodeParms<</Predictor 12/Columns ";
    append_integer(entries, rows.width());
    entries += ">>/Root " + reference(document.catalog());
    if (has_information) entries += "/Info " + reference(document.information());
    const std::string id = "<" + std::string(identifier) + ">";
    entries += "/ID[" + id + id + "]";
    put_stream(number, entries, rows.bytes, Packing::deflate);
    write_coming(0);
    std::string tail = "startxref\n";
    append_integer(tail, static_cast<std::int64_t>(start));
    file.write(tail += "\n%%EOF\n");
  }

  ThreadPool caller{1};
  ThreadPool& pool;
  std::deque<Coming> coming;
  std::size_t coming_size = 0;
  ObjectTable table;
  OutputFile file;
  Document document;
  bool has_information = true;
  ObjectStream waiting;
  ObjectNumber waiting_number = 0;
  std::string failure;
};

Sink::Sink(Options options) : state_(std::make_unique<State>(std::move(options))) {}
Sink::~Sink() = default;

ObjectNumber Sink::allocate() { return state_->table.allocate(); }

void Sink::put(ObjectNumber number, std::string_view body) { state_->put(number, body); }

void Sink::put_stream(ObjectNumber number, std::string_view entries, std::string_view bytes, Packing packing) {
  state_->put_stream(number, std::string(entries), bytes, packing);
}

std::uint32_t Sink::page_count() const { return state_->document.page_count(); }

ObjectNumber Sink::page(std::uint32_t index) const { return state_->document.page(index); }

void Sink::put_page(std::uint32_t index, std::string_view entries) {
  const std::string value = state_->document.page_value(index, "/Type/Page" + std::string(entries));
  if (!value.empty()) state_->put(page(index), value);
}

ObjectNumber Sink::put_link(std::string_view entries) {
  const Document::Annotation made = state_->document.link(std::string(entries));
  if (made.number != 0) state_->put(made.number, made.value);
  return made.number;
}

int Sink::add_outline_item(int parent, std::string_view entries) {
  return state_->document.add_outline_item(parent, std::string(entries));
}

void Sink::set_catalog(std::string_view entries) { state_->document.set_catalog(std::string(entries)); }

void Sink::set_information(std::string_view entries) { state_->document.set_information(std::string(entries)); }

void Sink::fail(const std::string& reason) {
  if (state_->failure.empty()) state_->failure = reason;
}

std::string Sink::failure() const { return state_->reason(); }

std::uint64_t Sink::size() const { return state_->file.size(); }

ThreadPool& Sink::pool() { return state_->pool; }

const std::string& Sink::part() const { return state_->file.part(); }

bool Sink::commit() { return state_->file.commit(); }

bool Sink::complete(std::string_view identifier) {
  state_->document.each_unplaced([this](ObjectNumber number, std::string_view value) { put(number, value); });
  state_->flush();
  if (state_->table.next() >= ObjectTable::most) fail("the file would have more objects than PDF/A allows");
  if (!state_->reason().empty()) return false;
  state_->write_cross_references(identifier);
  return state_->reason().empty() && state_->file.complete();
}

}  // namespace tilstand::haru
