// SPDX-License-Identifier: Apache-2.0
#include "text/faces.hpp"

#include <hb-ot.h>

#include <algorithm>
#include <array>

#include "base/ensure.hpp"

namespace tilstand::text {
namespace {

/// Latin letters and the neutral signs that stand among them.
bool is_latin_or_neutral(char32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD) return false;
  if (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) return true;
  return (c >= 0x2010 && c < 0x2028) || (c >= 0x202F && c < 0x205F) || (c >= 0x20A0 && c < 0x20C0) || (c >= 0x2190 && c < 0x2300);
}

bool table_has_feature(hb_face_t* face, hb_tag_t table, hb_tag_t wanted) {
  std::array<hb_tag_t, 64> tags{};
  for (unsigned start = 0;; start += tags.size()) {
    unsigned count = tags.size();
    const unsigned total = hb_ot_layout_table_get_feature_tags(face, table, start, &count, tags.data());
    if (std::find(tags.begin(), tags.begin() + count, wanted) != tags.begin() + count) return true;
    if (count == 0 || start + count >= total) return false;
  }
}

}  // namespace

Faces::Faces(const font::Library& library) : library_(library), open_(library.faces.size()) {}

Faces::Open& Faces::open(FaceId face) {
  ensure(face.value < open_.size());
  std::unique_ptr<Open>& slot = open_[face.value];
  if (slot) return *slot;
  const font::Face& source = library_.faces[face.value];
  const HbBlob blob(hb_blob_create(source.bytes.data(), static_cast<unsigned>(source.bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  const HbFace parsed(hb_face_create(blob.get(), source.index));
  slot = std::make_unique<Open>();
  slot->units_per_em = static_cast<int>(hb_face_get_upem(parsed.get()));
  slot->font.reset(hb_font_create(parsed.get()));
  hb_font_set_scale(slot->font.get(), slot->units_per_em, slot->units_per_em);
  for (char32_t c = 0; c < plain_end; ++c) {
    hb_codepoint_t glyph = 0;
    slot->plain[c] = is_latin_or_neutral(c) && hb_font_get_nominal_glyph(slot->font.get(), c, &glyph);
  }
  return *slot;
}

hb_font_t* Faces::font(FaceId face) { return open(face).font.get(); }

int Faces::units_per_em(FaceId face) { return open(face).units_per_em; }

bool Faces::has(FaceId face, char32_t character) {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font(face), character, &glyph) != 0;
}

bool Faces::is_plain(FaceId face, char32_t character) { return character < plain_end && open(face).plain[character]; }

bool Faces::has_feature(FaceId face, const std::string& tag) {
  hb_face_t* opened = hb_font_get_face(font(face));
  const hb_tag_t wanted = hb_tag_from_string(tag.c_str(), static_cast<int>(tag.size()));
  return table_has_feature(opened, HB_OT_TAG_GSUB, wanted) || table_has_feature(opened, HB_OT_TAG_GPOS, wanted);
}

}  // namespace tilstand::text
