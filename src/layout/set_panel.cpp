// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "layout/set_block.hpp"
#include "layout/wrap.hpp"

namespace tilstand::layout {
namespace {

using definition::PanelStyle;

/// A panel without a style of the theme: rules above and below, nothing at its sides.
const PanelStyle plain_panel{};

Length least_inside() { return mm(40); }  // so that panels in panels stay readable

/// A panel's measures. Padding at the sides gives way before what stands inside gets too narrow.
struct Room {
  PanelEdge edge;
  Measure inside;
  Length padding;  ///< above and below
};

Room room_of(const Setter& setter, NodeId id, const Measure& measure) {
  const auto& panel = std::get<content::Panel>(setter.node(id).body);
  const PanelStyle* named = panel.style.empty() ? nullptr : setter.config.in.theme.panel(panel.style);
  const PanelStyle* style = named != nullptr ? named : &plain_panel;
  const Length side = max({}, min(style->padding, (measure.width - least_inside()) / 2));
  Room room{{id, style, measure.left, measure.width}, measure, named != nullptr ? style->padding : setter.unit()};
  if (side > Length{}) room.inside = {measure.left + side, measure.width - side * 2, 0};
  return room;
}

/// Sends pieces on as parts of a panel; the last one waits, so that its foot never stands alone.
class Enclosure {
 public:
  Enclosure(const PanelEdge& edge, const Emit& emit) : edge_(edge), emit_(emit) {}

  void add(Piece&& piece) {
    enclose(piece);
    if (last_) emit_(std::move(*last_));
    last_ = std::move(piece);
  }
  void begin(Piece&& head) {
    head.panels.push_back(edge_);
    head.panels.back().begins = true;
    emit_(std::move(head));
  }
  void end(Piece&& foot) {
    if (last_ && last_->takes_room()) last_->keep = Keep::whole;
    if (last_) emit_(std::move(*last_));
    foot.panels.push_back(edge_);
    foot.panels.back().ends = true;
    emit_(std::move(foot));
  }

 private:
  void enclose(Piece& piece) {
    if (piece.floats()) return;
    for (Piece& head : piece.repeat) enclose(head);
    piece.panels.insert(piece.panels.begin(), edge_);
  }

  PanelEdge edge_;
  const Emit& emit_;
  std::optional<Piece> last_;
};

Piece head_of(const Setter& setter, NodeId id, const Room& room) {
  Piece head;
  head.node = id;
  head.before = setter.unit() * 2;
  head.height = room.padding;
  head.keep = Keep::whole;
  head.anchors.emplace_back(id, Point{room.edge.left, {}});
  return head;
}

Piece foot_of(const Setter& setter, NodeId id, const Room& room) {
  Piece foot;
  foot.node = id;
  foot.before = room.padding;
  foot.after = setter.unit() * 2;
  return foot;
}

/// In matter that doesn't break the frame is closed and drawn at once.
void set_whole(const Setter& setter, NodeId id, Room room, const Emit& emit) {
  Piece inside = set_stacked(setter, setter.node(id).children, room.inside);
  Piece panel = head_of(setter, id, room);
  panel.keep = Keep::none;
  panel.after = setter.unit() * 2;
  panel.height = room.padding * 2 + inside.height;
  room.edge.begins = room.edge.ends = true;
  panel.items = panel_frame(setter, room.edge, {}, panel.height);
  if (inside.baseline) panel.baseline = *inside.baseline + room.padding;
  absorb(panel, std::move(inside), {{}, room.padding});
  emit(std::move(panel));
}

}  // namespace

void set_panel(const Setter& setter, NodeId id, const Measure& measure, const Emit& emit) {
  const Room room = room_of(setter, id, measure);
  if (setter.fixed) return set_whole(setter, id, room, emit);
  Enclosure enclosure(room.edge, emit);
  enclosure.begin(head_of(setter, id, room));
  const Emit inside = [&enclosure](Piece&& piece) { enclosure.add(std::move(piece)); };
  set_children(setter, setter.node(id).children, room.inside, inside);
  if (setter.wrap != nullptr) setter.wrap->close(inside);
  enclosure.end(foot_of(setter, id, room));
}

}  // namespace tilstand::layout
