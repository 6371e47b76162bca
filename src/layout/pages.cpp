// SPDX-License-Identifier: Apache-2.0
#include "layout/pages.hpp"

#include <algorithm>
#include <iterator>

#include "base/roman.hpp"
#include "base/suggest.hpp"
#include "layout/set_block.hpp"

namespace tilstand::layout {

Pages::Pages(const Config& config, Reports& reports, const PageSink& sink) : config_(config), reports_(reports), sink_(sink) {
  room_.unit = config.unit();
  plain_.name = "plain";
  definition::Frame frame;
  frame.name = "main";
  frame.span = config.in.theme.page.columns;
  frame.flow = true;
  plain_.frames.push_back(frame);
  master_ = config.in.theme.masters.empty() ? &plain_ : &config.in.theme.masters.front();
  base_ = master_;
}

const definition::Master* Pages::master_named(const std::string& name) const {
  const definition::Master* found = config_.in.theme.master(name);
  return found != nullptr ? found : &plain_;
}

void Pages::start_part(NodeId part) {
  finish();
  const auto& body = std::get<content::Part>(config_.node(part).body);
  part_ = part;
  part_begins_ = true;
  wished_master_ = body.master;
  wished_side_ = body.start;
  if (wished_master_.empty()) wished_master_ = base_->name;
}

void Pages::end_page(const std::string& master) {
  const bool was_open = is_open_;
  finish();
  if (!master.empty()) wished_master_ = master;
  else if (was_open && wished_master_.empty()) wished_master_ = base_->next;
}

void Pages::open() {
  if (is_open_) return;
  if (!wished_master_.empty()) base_ = master_named(wished_master_);
  wished_master_.clear();
  reach_side(wished_side_);
  wished_side_ = definition::Side::any;
  master_ = on_side(base_, next_index_);
  start_page(part_);
}

const definition::Master* Pages::on_side(const definition::Master* master, std::size_t page) const {
  const std::string& other = page % 2 == 1 ? master->left : master->right;
  return other.empty() ? master : master_named(other);
}

void Pages::turn() {
  end_page();
  open();
}

void Pages::finish() {
  if (!is_open_) return;
  settle_foot();
  hand_on();
}

void Pages::reach_side(definition::Side side) {
  const bool left = next_index_ % 2 == 1;
  if ((side == definition::Side::left && !left) || (side == definition::Side::right && left)) add_blank();
}

void Pages::add_blank() {
  const definition::Master* kept = master_;
  const definition::Master* blank = config_.in.theme.master("blank");
  master_ = blank != nullptr ? blank : &plain_;
  start_page(NodeId::none());
  if (blank == nullptr) page_.master.clear();
  hand_on();
  master_ = kept;
}

void Pages::start_page(NodeId part) {
  page_ = Page{};
  page_.index = next_index_++;
  number_page(part);
  page_.left = page_.index % 2 == 1;
  page_.trim = config_.in.theme.page.trim;
  page_.turned = is_turned() && part != NodeId::none();
  page_.master = master_->name;
  page_.part = part;
  page_.reversed = master_->reversed;
  is_open_ = true;
  if (part && part_begins_) {
    page_.anchors.emplace_back(part, Point{live_area().left, live_area().top});
    part_begins_ = false;
  }
}

/// A part may count its pages anew, and in roman numerals; those after it count on in the same way.
void Pages::number_page(NodeId part) {
  if (part && part_begins_) {
    const auto& body = std::get<content::Part>(config_.node(part).body);
    if (body.number_from > 0) next_number_ = static_cast<std::uint32_t>(body.number_from);
    if (body.numbering != definition::Numbering::as_before) roman_ = body.numbering == definition::Numbering::roman;
  }
  const std::string numeral = roman_ ? roman(next_number_) : std::string();
  page_.label = numeral.empty() ? std::to_string(next_number_) : numeral;
  ++next_number_;
}

Setter Pages::setter() const { return {config_, reports_, master_->reversed, master_->ground, false}; }

const definition::Frame* Pages::frame(const std::string& name) const {
  for (const definition::Frame& frame : master_->frames)
    if (frame.name == name) return &frame;
  return nullptr;
}

const definition::Frame* Pages::flow_frame() const {
  if (is_turned()) return &plain_.frames.front();
  for (const definition::Frame& frame : master_->frames)
    if (frame.flow) return &frame;
  return nullptr;
}

std::string Pages::following() const {
  if (!wished_master_.empty()) return wished_master_;
  return base_->next.empty() ? base_->name : base_->next;
}

/// Masters without a flow frame are passed over, as the flow does.
Area Pages::area_after(std::size_t count) const {
  const definition::Master* next = base_;
  Area area = live_area();
  for (std::size_t page = 0; page < count; ++page) {
    for (std::size_t tries = config_.in.theme.masters.size() + 1; tries > 0; --tries) {
      if (!next->next.empty()) next = master_named(next->next);
      const definition::Master* shown = on_side(next, next_index_ + page);
      const auto flow = std::find_if(shown->frames.begin(), shown->frames.end(), [](const definition::Frame& frame) { return frame.flow; });
      if (flow == shown->frames.end()) continue;
      area = shown->turned ? turned_area() : area_of(*flow);
      break;
    }
  }
  return area;
}

Length Pages::live_left() const {
  const definition::Page& page = config_.in.theme.page;
  return page_.left ? page.outer : page.inner;
}

Area Pages::area_of(const definition::Frame& frame) const {
  if (is_turned()) return turned_area();
  const definition::Page& page = config_.in.theme.page;
  const int first = std::max(1, frame.column), span = std::max(1, frame.span);
  const Length top = page.head + frame.top;
  const Length bottom = frame.height ? top + *frame.height : page.trim.height - page.foot;
  return {live_left() + page.column_left(first) + frame.shift, top, bottom, {{}, page.span_width(span), span}};
}

/// The live area of a page that lies on its side, head to the left of the sheet.
Area Pages::turned_area() const {
  const definition::Page& page = config_.in.theme.page;
  return {page.foot, live_left(), live_left() + page.live_width(), {{}, page.live_height(), 0}};
}

Area Pages::live_area() const {
  const definition::Page& page = config_.in.theme.page;
  if (is_turned()) return turned_area();
  return {live_left(), page.head, page.trim.height - page.foot, {{}, page.live_width(), page.columns}};
}

void Pages::place(Piece&& piece, Point at) {
  add_notes(piece.notes);
  panels_.add(piece.panels, at, piece.height);
  for (Placed& thing : piece.items) page_.items.push_back(moved(std::move(thing), at));
  for (const auto& [node, point] : piece.anchors) page_.anchors.emplace_back(node, point + at);
}

void Pages::place(std::vector<Placed> things, Point at) {
  for (Placed& thing : things) page_.items.push_back(moved(std::move(thing), at));
}

void Pages::place_at_foot(Piece&& piece) {
  add_notes(piece.notes);
  piece.notes.clear();
  room_.blocks.push_back({piece.height, piece.before, piece.after});
  foot_.push_back(std::move(piece));
}

void Pages::add_notes(const std::vector<NodeId>& notes) {
  for (const NodeId note : notes)
    if (placed_notes_.insert(note.value).second) room_.notes.push_back({note, {}, note_size(note, live_area().measure.width).height});
}

void Pages::set_notes(const std::vector<NotePart>& parts) {
  room_.notes = parts;
  for (const NotePart& part : parts) placed_notes_.insert(part.note.value);
}

NoteSize Pages::note_size(NodeId note, Length width) {
  const auto [known, is_new] = note_sizes_.try_emplace({note, width});
  if (is_new) known->second = {set_foot_note(setter(), note, width).height, config_.style("note").leading};
  return known->second;
}

/// What stands between `from` and `from` + `height` of a note: lines by their baselines, all else and the anchors by their tops.
Piece Pages::note_part(const NotePart& part, Length width) const {
  Piece whole = set_foot_note(setter(), part.note, width);
  if (part.from == Length{} && part.height >= whole.height) return whole;
  const Length end = part.from + part.height;
  Piece piece;
  piece.node = whole.node;
  piece.height = part.height;
  for (const auto& [node, at] : whole.anchors)
    if (at.y >= part.from && at.y < end) piece.anchors.emplace_back(node, Point{at.x, at.y - part.from});
  for (Placed& thing : whole.items) {
    const auto* line = std::get_if<PlacedLine>(&thing);
    const Length at = line != nullptr ? line->baseline.y : top_of(thing);
    const bool here = line != nullptr ? at > part.from && at <= end : at >= part.from && at < end;
    if (here) piece.items.push_back(moved(std::move(thing), {{}, -part.from}));
  }
  return piece;
}

/// The rule is short; long when the first note goes on from the page before.
void Pages::place_notes(const std::vector<NotePart>& parts, Point at, Length width) {
  if (parts.empty()) return;
  const bool goes_on = parts.front().from.units > 0;
  page_.items.push_back(moved(rule(setter(), "note", {}, goes_on ? width : min(width, config_.in.theme.page.span_width(2))), at));
  Length y = at.y + room_.below_rule();
  for (const NotePart& part : parts) {
    placed_notes_.insert(part.note.value);
    place(note_part(part, width), {at.x, y});
    y += part.height;
  }
}

void Pages::settle_foot() {
  const Area area = live_area();
  Length bottom = area.bottom - room_.notes_height();
  if (!room_.notes.empty()) {
    place_notes(room_.notes, {area.left, bottom}, area.measure.width);
    bottom -= room_.gap();
  }
  const definition::Frame* flow = flow_frame();
  const Length left = flow != nullptr ? area_of(*flow).left : area.left;
  for (std::size_t i = foot_.size(); i-- > 0;) {
    bottom -= foot_[i].height;
    const Length gap = i > 0 ? max(foot_[i - 1].after, foot_[i].before) : Length{};
    place(std::move(foot_[i]), {left, bottom});
    bottom -= gap;
  }
  foot_.clear();
  room_ = FootRoom{config_.unit(), {}, {}};
}

void Pages::hand_on() {
  std::vector<Placed> frames = panels_.take(setter());
  page_.items.insert(page_.items.begin(), std::make_move_iterator(frames.begin()), std::make_move_iterator(frames.end()));
  if (page_.reversed) reverse_inks(page_.items, config_.in.theme);
  std::vector<Placed> items = furniture(setter(), page_, *master_);
  std::move(page_.items.begin(), page_.items.end(), std::back_inserter(items));
  page_.items = std::move(items);
  std::stable_sort(page_.anchors.begin(), page_.anchors.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [node, at] : page_.anchors) found_.places.try_emplace(node.value, Settled::Place{page_.index, page_.turned ? on_sheet(at, page_.trim) : at});
  found_.labels.push_back(page_.label);
  is_open_ = false;
  sink_(std::move(page_));
  page_ = Page{};
}

}  // namespace tilstand::layout
