// SPDX-License-Identifier: Apache-2.0
#include "haru/sink.hpp"

#include <utility>

#include "haru/deflate.hpp"
#include "haru/document.hpp"
#include "haru/object_stream.hpp"
#include "haru/object_table.hpp"
#include "haru/output_file.hpp"

namespace tilstand::haru {

struct Sink::State {
  explicit State(Options options) : file(std::move(options.path), options.suffix), document(table) {
    document.add_pages(options.page_count);
    // Four bytes above 127 tell transports that the file is binary (ISO 19005-2, 6.1.2).
    file.write("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
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
    if (packing == Packing::none) return write_stream(number, entries, bytes);
    const std::string packed = deflated(bytes);
    if (packed.empty()) failure = "can't deflate: out of memory";
    write_stream(number, entries += "/Filter/FlateDecode", packed);
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
    entries += ">>/Root " + reference(document.catalog()) + "/Info " + reference(document.information());
    const std::string id = "<" + std::string(identifier) + ">";
    entries += "/ID[" + id + id + "]";
    put_stream(number, entries, rows.bytes, Packing::deflate);
    std::string tail = "startxref\n";
    append_integer(tail, static_cast<std::int64_t>(start));
    file.write(tail += "\n%%EOF\n");
  }

  ObjectTable table;
  OutputFile file;
  Document document;
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

bool Sink::finish(std::string_view identifier) {
  state_->document.each_unplaced([this](ObjectNumber number, std::string_view value) { put(number, value); });
  state_->flush();
  if (state_->table.next() >= ObjectTable::most) fail("the file would have more objects than PDF/A allows");
  if (!state_->reason().empty()) return false;
  state_->write_cross_references(identifier);
  return state_->reason().empty() && state_->file.commit();
}

}  // namespace tilstand::haru
