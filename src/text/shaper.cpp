// SPDX-License-Identifier: Apache-2.0
#include "text/shaper.hpp"

#include <hb-ot.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "text/assemble.hpp"
#include "text/break_lines.hpp"
#include "text/faces.hpp"
#include "text/forms.hpp"
#include "text/hyphenator.hpp"
#include "text/itemiser.hpp"
#include "text/paragraph.hpp"
#include "text/paragraph_memo.hpp"
#include "text/word_shaper.hpp"

namespace tilstand::text {

struct Shaper::State {
  explicit State(const font::Library& library) : faces(library), itemiser(faces), words(faces) {}

  Tools tools() { return {faces, itemiser, words, hyphenators, no_break, unhyphenated}; }

  const Paragraph& measured(const std::vector<Span>& spans) {
    Tools all = tools();
    return memo.measured(spans, all);
  }

  void note_missing(const std::vector<MissingCharacter>& found) {
    for (const MissingCharacter& one : found)
      if (reported.insert({one.character, one.origin.value}).second) missing.push_back({one.character, one.origin});
  }

  Faces faces;
  Itemiser itemiser;
  WordShaper words;
  std::map<std::string, Hyphenator> hyphenators;
  std::map<std::string, NoBreakWords> no_break;
  std::vector<Unhyphenated> unhyphenated;
  ParagraphMemo memo{ParagraphMemo::Room{}};
  std::vector<MissingGlyph> missing;
  std::set<std::pair<char32_t, std::uint32_t>> reported;
  std::vector<NodeId> overfull;
};

Shaper::Shaper(const font::Library& library, std::vector<Hyphenation> hyphenation) : state_(std::make_unique<State>(library)) {
  for (Hyphenation& one : hyphenation) {
    if (!one.file.empty()) state_->hyphenators.emplace(one.language, Hyphenator(std::move(one.file)));
    state_->no_break.emplace(one.language, std::move(one.no_break));
  }
}
Shaper::~Shaper() = default;

std::vector<Line> Shaper::lines(const std::vector<Span>& given, const ParagraphStyle& style, const Measures& measures) {
  Tools tools = state_->tools();
  const Formed formed(given, tools);
  const std::vector<Span>& spans = formed.spans();
  const Paragraph& paragraph = state_->measured(spans);
  if (paragraph.breaks.empty()) return {Line{}};
  const Breaking breaking = break_lines(paragraph, style, measures);
  if (breaking.overfull) state_->overfull.push_back(spans.front().origin);
  std::vector<MissingCharacter> missing;
  std::vector<Line> lines = assemble(paragraph, spans, breaking, style, measures, tools, missing);
  state_->note_missing(missing);
  return lines;
}

Line Shaper::line(const std::vector<Span>& given) {
  Tools tools = state_->tools();
  const Formed formed(given, tools);
  const std::vector<Span>& spans = formed.spans();
  const Paragraph& paragraph = state_->measured(spans);
  if (paragraph.breaks.empty()) return {};
  const auto end = static_cast<std::uint32_t>(paragraph.breaks.size() - 1);
  std::vector<MissingCharacter> missing;
  std::vector<Line> lines = assemble(paragraph, spans, {{end}, false}, {}, Length{}, tools, missing);
  state_->note_missing(missing);
  lines.front().width += paragraph.breaks[end].hang_end;  // without a measure there is no margin to hang in
  lines.front().over = {};
  return std::move(lines.front());
}

Length Shaper::least_measure(const std::vector<Span>& spans) {
  Tools tools = state_->tools();
  const Formed formed(spans, tools);
  const Paragraph& paragraph = state_->measured(formed.spans());
  Length widest{}, start{};
  for (const Breakpoint& point : paragraph.breaks) {
    widest = max(widest, point.end - start);
    start = point.start;
  }
  return widest;
}

FontMetrics Shaper::metrics(const FontStyle& font) {
  const FaceId face = state_->itemiser.face(font);
  hb_font_t* shaped = state_->faces.font(face);
  const int units_per_em = state_->faces.units_per_em(face);
  const auto measure = [&](hb_ot_metrics_tag_t tag) {
    hb_position_t value = 0;
    hb_ot_metrics_get_position_with_fallback(shaped, tag, &value);
    return at_size(value, font.size, units_per_em);
  };
  const Length descender = measure(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
  return {measure(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER), descender.units < 0 ? -descender : descender, measure(HB_OT_METRICS_TAG_CAP_HEIGHT),
          measure(HB_OT_METRICS_TAG_X_HEIGHT)};
}

Rect Shaper::ink_box(const Line& line) {
  bool any = false;
  Rect box{};
  for (const GlyphRun& run : line.runs) {
    Length pen = run.x;
    const int units_per_em = state_->faces.units_per_em(run.face);
    for (const Glyph& glyph : run.glyphs) {
      hb_glyph_extents_t extents{};
      const bool inked = hb_font_get_glyph_extents(state_->faces.font(run.face), glyph.id, &extents) && extents.width != 0;
      const auto length = [&](hb_position_t units) { return at_size(units, run.size, units_per_em); };
      const Rect ink{{pen + glyph.dx + length(extents.x_bearing), glyph.dy - run.rise - length(extents.y_bearing)},
                     {length(extents.width), -length(extents.height)}};
      if (inked) box = any ? united(box, ink) : ink;
      any = any || inked;
      pen += glyph.advance;
    }
  }
  return box;
}

const std::vector<MissingGlyph>& Shaper::missing() const { return state_->missing; }
const std::vector<Unhyphenated>& Shaper::unhyphenated() const { return state_->unhyphenated; }

std::vector<std::string> Shaper::lacking_features(const FontStyle& font) {
  const FaceId face = state_->itemiser.face(font);
  std::vector<std::string> lacking;
  const auto want = [&](const std::string& tag) {
    if (!state_->faces.has_feature(face, tag)) lacking.push_back(tag);
  };
  if (font.tabular) want("tnum");
  if (font.figures == Figures::old_style) want("onum");
  for (std::size_t at = 0; at + 4 <= font.features.size(); at += 5) want(font.features.substr(at, 4));
  return lacking;
}

const std::vector<NodeId>& Shaper::overfull() const { return state_->overfull; }

}  // namespace tilstand::text
