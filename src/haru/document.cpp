// SPDX-License-Identifier: Apache-2.0
#include "haru/document.hpp"

#include <hpdf.h>

#include <hpdf_annotation.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_outline.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <charconv>

namespace tilstand::haru {
namespace {

// Raw dictionaries, own numbering and own saving rest on the layout of libharu's private structures.
static_assert(HPDF_VERSION_ID == 20300, "written for libharu 2.3.0");

constexpr std::uint32_t pages_per_node = 64;
constexpr std::uint32_t number_mask = 0x00FFFFFF;

struct DocumentCloser {
  void operator()(HPDF_Doc document) const { HPDF_Free(document); }
};
using DocumentHandle = std::unique_ptr<HPDF_Doc_Rec, DocumentCloser>;

HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream stream) {
  const auto& entries = *static_cast<const std::string*>(dictionary->attr);
  return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(entries.data()), static_cast<HPDF_UINT>(entries.size()));
}

void free_entries(HPDF_Dict dictionary) {
  delete static_cast<std::string*>(dictionary->attr);
  dictionary->attr = nullptr;
}

HPDF_STATUS append_bytes(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
  return HPDF_OK;
}

ObjectNumber number_of(const void* object) {
  return static_cast<const HPDF_Obj_Header*>(object)->obj_id & number_mask;
}

}  // namespace

struct Document::State {
  explicit State(ObjectTable& objects) : table(objects) {}

  /// The one place that judges what libharu answers.
  bool check(bool done, const char* deed, HPDF_STATUS status = HPDF_OK) {
    if (done && status == HPDF_OK) return true;
    if (failure.empty()) {
      char digits[16];
      failure = std::string("libharu can't ") + deed + ", status 0x";
      failure.append(digits, std::to_chars(digits, digits + sizeof digits, status, 16).ptr);
    }
    return false;
  }

  /// Runs `create`, with libharu's count moved so that the objects it adds take the table's next numbers.
  template <class Create>
  auto number(Create create) {
    HPDF_Xref xref = document->xref;
    const HPDF_UINT before = xref->entries->count;
    xref->start_offset = table.next() - before;
    auto made = create();
    for (HPDF_UINT i = before; i < xref->entries->count; ++i) table.allocate();
    return made;
  }

  void set_entries(HPDF_Dict dictionary, std::string entries) {
    if (dictionary->write_fn == write_entries) {
      *static_cast<std::string*>(dictionary->attr) = std::move(entries);
      return;
    }
    dictionary->attr = new std::string(std::move(entries));
    dictionary->write_fn = write_entries;
    dictionary->free_fn = free_entries;
  }

  std::string value_of(void* object) {
    std::string value;
    HPDF_Stream stream = HPDF_CallbackWriter_New(document->mmgr, append_bytes, &value);
    if (!check(stream != nullptr, "make a stream")) return value;
    const HPDF_STATUS status = HPDF_Obj_WriteValue(object, stream, nullptr);
    HPDF_Stream_Free(stream);
    check(true, "write an object", status);
    return value;
  }

  HPDF_Dict add_page(HPDF_Pages node) {
    HPDF_Dict made = number([&] {
      HPDF_Dict dictionary = HPDF_Dict_New(document->mmgr);
      if (!check(dictionary != nullptr, "make a page")) return dictionary;
      check(true, "number a page", HPDF_Xref_Add(document->xref, dictionary));
      return dictionary;
    });
    if (made == nullptr) return made;
    check(true, "add a page", HPDF_Pages_AddKids(node, made));
    // Only now: a kid that is a page from the start would need libharu's page attributes, several kilobytes each.
    made->header.obj_class |= HPDF_OSUBCLASS_PAGE;
    return made;
  }

  ObjectTable& table;
  DocumentHandle document;
  std::vector<HPDF_Dict> pages;
  std::vector<HPDF_Outline> outline;
  std::string failure;
};

Document::Document(ObjectTable& table) : state_(std::make_unique<State>(table)) {
  const std::string version = HPDF_GetVersion();
  if (version != HPDF_VERSION_TEXT) {
    state_->failure = "libharu " + version + " is installed, " HPDF_VERSION_TEXT " is needed";
    return;
  }
  state_->document.reset(HPDF_New(nullptr, nullptr));
  if (!state_->check(state_->document != nullptr, "start")) return;
  HPDF_Doc document = state_->document.get();
  for (HPDF_UINT i = 1; i < document->xref->entries->count; ++i) table.allocate();
  document->xref->entries->items_per_block = 1 << 14;  // grows by whole blocks, each time copying everything
  if (!state_->check(document->info != nullptr, "make the information dictionary")) return;
  state_->check(true, "clear the information dictionary", HPDF_Dict_RemoveElement(document->info, "Producer"));
}

Document::~Document() = default;

const std::string& Document::failure() const { return state_->failure; }

ObjectNumber Document::catalog() const { return state_->document ? number_of(state_->document->catalog) : 0; }

ObjectNumber Document::information() const { return state_->document ? number_of(state_->document->info) : 0; }

void Document::set_catalog(std::string entries) {
  if (state_->failure.empty()) state_->set_entries(state_->document->catalog, std::move(entries));
}

void Document::set_information(std::string entries) {
  if (state_->failure.empty()) state_->set_entries(state_->document->info, std::move(entries));
}

void Document::add_pages(std::uint32_t count) {
  HPDF_Pages node = nullptr;
  for (std::uint32_t i = 0; i < count && state_->failure.empty(); ++i) {
    HPDF_Doc document = state_->document.get();
    if (i % pages_per_node == 0) {
      node = state_->number([&] { return HPDF_Pages_New(document->mmgr, document->root_pages, document->xref); });
      if (!state_->check(node != nullptr, "make a node of the page tree")) return;
    }
    if (HPDF_Dict page = state_->add_page(node)) state_->pages.push_back(page);
  }
}

std::uint32_t Document::page_count() const { return static_cast<std::uint32_t>(state_->pages.size()); }

ObjectNumber Document::page(std::uint32_t index) const {
  return index < page_count() ? number_of(state_->pages[index]) : 0;
}

std::string Document::page_value(std::uint32_t index, std::string entries) {
  if (!state_->failure.empty() || index >= page_count()) return {};
  state_->set_entries(state_->pages[index], std::move(entries));
  std::string value = state_->value_of(state_->pages[index]);
  state_->set_entries(state_->pages[index], {});
  return value;
}

Document::Annotation Document::link(std::string entries) {
  if (!state_->failure.empty()) return {};
  HPDF_Doc document = state_->document.get();
  HPDF_Annotation made = state_->number(
      [&] { return HPDF_Annotation_New(document->mmgr, document->xref, HPDF_ANNOT_LINK, HPDF_Rect{0, 0, 0, 0}); });
  if (!state_->check(made != nullptr, "make an annotation")) return {};
  // libharu's rectangles are floats of six digits; ours comes with the entries.
  state_->check(true, "clear an annotation", HPDF_Dict_RemoveElement(made, "Rect"));
  state_->set_entries(made, std::move(entries));
  Annotation annotation{number_of(made), state_->value_of(made)};
  HPDF_XrefEntry entry = HPDF_Xref_GetEntry(document->xref, document->xref->entries->count - 1);
  if (state_->check(entry != nullptr && entry->obj == made, "find an annotation")) {
    entry->obj = nullptr;
    HPDF_Obj_ForceFree(document->mmgr, made);
  }
  return annotation;
}

int Document::add_outline_item(int parent, std::string entries) {
  if (!state_->failure.empty()) return -1;
  HPDF_Doc document = state_->document.get();
  HPDF_Outline above = parent < 0 ? nullptr : state_->outline.at(static_cast<std::size_t>(parent));
  HPDF_Outline item = state_->number([&] { return HPDF_CreateOutline(document, above, "-", nullptr); });
  if (!state_->check(item != nullptr, "make an outline item", HPDF_GetError(document))) return -1;
  // Its text can't say every character, and an item's Type isn't Outlines (ISO 32000-1, table 153).
  state_->check(true, "clear an outline item", HPDF_Dict_RemoveElement(item, "Title"));
  state_->check(true, "clear an outline item", HPDF_Dict_RemoveElement(item, "Type"));
  state_->set_entries(item, std::move(entries));
  state_->outline.push_back(item);
  return static_cast<int>(state_->outline.size()) - 1;
}

void Document::each_unplaced(const std::function<void(ObjectNumber, std::string_view)>& put) {
  if (!state_->failure.empty()) return;
  HPDF_Xref xref = state_->document->xref;
  for (HPDF_UINT i = 1; i < xref->entries->count && state_->failure.empty(); ++i) {
    HPDF_XrefEntry entry = HPDF_Xref_GetEntry(xref, i);
    if (!state_->check(entry != nullptr, "find an object") || entry->obj == nullptr) continue;
    const ObjectNumber number = number_of(entry->obj);
    if (!state_->table.is_placed(number)) put(number, state_->value_of(entry->obj));
  }
}

}  // namespace tilstand::haru
