// SPDX-License-Identifier: Apache-2.0
#include "text/word_shaper.hpp"

#include <glib.h>

namespace tilstand::text {
namespace {

hb_feature_t feature(const char* tag, bool on) { return {hb_tag_from_string(tag, 4), on ? 1U : 0U, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}; }

std::vector<hb_feature_t> features_of(const ShapeKey& key) {
  std::vector<hb_feature_t> features{feature(key.figures == Figures::lining ? "lnum" : "onum", true),
                                     feature(key.tabular ? "tnum" : "pnum", true)};
  for (std::size_t at = 0; at + 4 <= key.features.size(); at += 5) features.push_back(feature(key.features.c_str() + at, true));
  return features;
}

/// Clusters are those of the word as it is.
void add_capitals(hb_buffer_t* buffer, std::string_view word) {
  hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
  for (const char* at = word.data(); at < word.data() + word.size(); at = g_utf8_next_char(at))
    hb_buffer_add(buffer, g_unichar_toupper(g_utf8_get_char(at)), static_cast<unsigned>(at - word.data()));
}

}  // namespace

const ShapedWord& WordShaper::shape(const ShapeKey& key, std::string_view word) {
  auto& words = kept_[key];
  const auto found = words.find(word);
  if (found != words.end()) return found->second;
  if (count_ == most_kept) {
    kept_.clear();
    count_ = 0;
  }
  ++count_;
  return kept_[key].emplace(std::string(word), shape_anew(key, word)).first->second;
}

ShapedWord WordShaper::shape_anew(const ShapeKey& key, std::string_view word) {
  const HbBuffer buffer(hb_buffer_create());
  if (key.capitals) add_capitals(buffer.get(), word);
  else hb_buffer_add_utf8(buffer.get(), word.data(), static_cast<int>(word.size()), 0, static_cast<int>(word.size()));
  hb_buffer_set_direction(buffer.get(), key.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer.get(), key.script);
  hb_buffer_set_language(buffer.get(), hb_language_from_string(key.language.c_str(), -1));
  hb_buffer_set_cluster_level(buffer.get(), HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
  const std::vector<hb_feature_t> features = features_of(key);
  hb_shape(faces_.font(key.face), buffer.get(), features.data(), static_cast<unsigned>(features.size()));
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
  ShapedWord shaped;
  shaped.glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i)
    shaped.glyphs.push_back({infos[i].codepoint, infos[i].cluster, positions[i].x_advance, positions[i].x_offset, -positions[i].y_offset});
  return shaped;
}

}  // namespace tilstand::text
