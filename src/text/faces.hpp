// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <hb.h>

#include <bitset>
#include <memory>
#include <string>
#include <vector>

#include "font/library.hpp"

namespace tilstand::text {

/// A HarfBuzz object, given back when its owner goes.
template <auto destroy>
struct HbDestroy {
  template <class T>
  void operator()(T* object) const { destroy(object); }
};
using HbBlob = std::unique_ptr<hb_blob_t, HbDestroy<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, HbDestroy<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, HbDestroy<hb_font_destroy>>;
using HbBuffer = std::unique_ptr<hb_buffer_t, HbDestroy<hb_buffer_destroy>>;

/// The library's faces as HarfBuzz fonts in font units. A face is opened when it is first asked for.
class Faces {
 public:
  explicit Faces(const font::Library& library);

  const font::Library& library() const { return library_; }
  hb_font_t* font(FaceId face);
  int units_per_em(FaceId face);
  bool has(FaceId face, char32_t character);
  /// The character needs no itemisation beside Latin text: left to right or neutral, no mark, and the face has it.
  bool is_plain(FaceId face, char32_t character);
  /// The face substitutes or places glyphs for the OpenType feature `tag`.
  bool has_feature(FaceId face, const std::string& tag);

 private:
  static constexpr char32_t plain_end = 0x2300;
  struct Open {
    HbFont font;
    int units_per_em = 1000;
    std::bitset<plain_end> plain;
  };
  Open& open(FaceId face);

  const font::Library& library_;
  std::vector<std::unique_ptr<Open>> open_;
};

}  // namespace tilstand::text
