// SPDX-License-Identifier: Apache-2.0
#include "provenance/entries.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace tilstand::provenance {
namespace {

/// A printed number where it stands on the page; it may go on over runs and lines.
struct Use {
  PrintedId id{};
  std::string text{};
  scene::TagId tag{};
  bool drawn = false;
};

/// Collects the uses of a page.
class Finder {
 public:
  explicit Finder(const scene::Page& page) : page_(page) {}

  std::vector<Use> run() {
    std::size_t drawn = 0;
    for (std::size_t i = 0; i < page_.items.size(); ++i) {
      for (; drawn < page_.drawn.size() && page_.drawn[drawn].item <= i; ++drawn) add_drawn(page_.drawn[drawn].printed, page_.items[i].mark.tag);
      if (const auto* text = std::get_if<scene::TextItem>(&page_.items[i].drawing)) add(text->run, page_.items[i].mark.tag);
    }
    for (; drawn < page_.drawn.size(); ++drawn) add_drawn(page_.drawn[drawn].printed, {});
    for (Use& use : uses_) use.text = unbroken(std::move(use.text));
    return std::move(uses_);
  }

 private:
  void add(const text::GlyphRun& run, scene::TagId tag) {
    for (const PrintedRange& range : run.printed) {
      const std::string words = run.text.substr(range.begin, range.end - range.begin);
      const bool goes_on = open_ && range.begin == 0 && uses_.back().id == range.id && uses_.back().tag == tag;
      if (goes_on) uses_.back().text += words;
      else uses_.push_back({range.id, words, tag});
      open_ = unbroken(run.text.substr(range.end)).empty();  // the hyphen of a divided word is no part of what was printed
    }
    if (run.printed.empty()) open_ = false;
  }
  void add_drawn(PrintedId id, scene::TagId tag) {
    uses_.push_back({id, {}, tag, true});
    open_ = false;
  }

  const scene::Page& page_;
  std::vector<Use> uses_;
  bool open_ = false;  ///< the last use reached the end of its run
};

void add_to(std::string& list, const std::string& one, const char* between) {
  if (one.empty()) return;
  if (!list.empty()) list += between;
  list += one;
}

std::string place_of(const data::Cell& cell, const Origins& origins) {
  const std::string place = place_text(cell.span, origins.sources, origins.folder);
  return place.empty() || cell.count < 2 ? place : place + "–" + std::to_string(cell.span.end.line);
}

std::string source_of(const content::Printed& printed, const data::Dataset& dataset) {
  return printed.figure && printed.figure.value < dataset.figures.size() ? dataset.figures[printed.figure.value].source : std::string();
}

std::string inputs_of(const content::Printed& printed, const data::Dataset& dataset) {
  std::string list;
  if (!printed.figure || printed.figure.value >= dataset.figures.size()) return list;
  const data::Figure& figure = dataset.figures[printed.figure.value];
  for (const int year : printed.years) {
    const data::Observation* one = figure.at(year);
    if (one == nullptr) continue;
    for (const data::Input& input : one->inputs)
      add_to(list, dataset.figures.at(input.figure.value).name + "[" + std::to_string(input.year) + "]", ", ");
    if (!figure.derivation && printed.years.size() > 1) add_to(list, figure.name + "[" + std::to_string(year) + "]", ", ");
  }
  return list;
}

}  // namespace

std::vector<Entry> entries_of(const scene::Page& page, const Origins& origins) {
  std::vector<Entry> entries;
  for (Use& use : Finder(page).run()) {
    const content::Printed printed = origins.tree.printed.at(use.id, origins.dataset);
    Entry entry;
    entry.page = page.index + 1;
    entry.folio = page.label;
    entry.value = use.drawn ? printed.text : std::move(use.text);
    entry.drawn = use.drawn;
    entry.name = printed.name;
    for (const int year : printed.years) add_to(entry.years, std::to_string(year), ", ");
    entry.form = printed.form;
    for (const data::Cell& cell : printed.cells) {
      add_to(entry.cells, place_of(cell, origins), "; ");
      add_to(entry.pointers, cell.pointer, "; ");
    }
    entry.source = source_of(printed, origins.dataset);
    entry.derivation = printed.derivation;
    entry.inputs = inputs_of(printed, origins.dataset);
    entry.tag = use.tag;
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace tilstand::provenance
