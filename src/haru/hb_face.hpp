// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <hb.h>

#include <memory>

#include "font/library.hpp"

namespace tilstand::haru {

struct HbDeleter {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
  void operator()(hb_set_t* set) const { hb_set_destroy(set); }
};
template <class T>
using HbPointer = std::unique_ptr<T, HbDeleter>;

/// HarfBuzz's view of the face's bytes, which must outlive it.
inline HbPointer<hb_face_t> open_face(const font::Face& face) {
  const HbPointer<hb_blob_t> blob(hb_blob_create(face.bytes.data(), static_cast<unsigned>(face.bytes.size()),
                                                 HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  return HbPointer<hb_face_t>(hb_face_create(blob.get(), face.index));
}

/// A font whose measures are in the face's own units.
inline HbPointer<hb_font_t> open_font(hb_face_t* face) {
  HbPointer<hb_font_t> font(hb_font_create(face));
  const int units = static_cast<int>(hb_face_get_upem(face));
  hb_font_set_scale(font.get(), units, units);
  return font;
}

/// `value` of `units` an em in thousandths, rounded half away from zero.
inline int in_thousandths(std::int64_t value, unsigned units) {
  const std::int64_t scaled = (value < 0 ? -value : value) * 2000 + units;
  const int size = static_cast<int>(scaled / (2 * static_cast<std::int64_t>(units)));
  return value < 0 ? -size : size;
}

}  // namespace tilstand::haru
