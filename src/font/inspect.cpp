// SPDX-License-Identifier: Apache-2.0
#include "font/inspect.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace tilstand::font {
namespace {

template <auto destroy>
struct Destroy {
  template <class T>
  void operator()(T* object) const { destroy(object); }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using HbSet = std::unique_ptr<hb_set_t, Destroy<hb_set_destroy>>;

constexpr hb_tag_t tag(char a, char b, char c, char d) {
  const auto byte = [](char value) { return static_cast<hb_tag_t>(static_cast<unsigned char>(value)); };
  return byte(a) << 24 | byte(b) << 16 | byte(c) << 8 | byte(d);
}

std::string table(hb_face_t* face, hb_tag_t name) {
  const Blob blob(hb_face_reference_table(face, name));
  unsigned size = 0;
  const char* bytes = hb_blob_get_data(blob.get(), &size);
  return bytes == nullptr ? std::string() : std::string(bytes, size);
}

unsigned u16(const std::string& bytes, std::size_t at) {
  if (at + 2 > bytes.size()) return 0;
  return static_cast<unsigned>(static_cast<unsigned char>(bytes[at]) << 8 | static_cast<unsigned char>(bytes[at + 1]));
}

std::string name(hb_face_t* face, hb_ot_name_id_t id) {
  std::array<char, 256> text{};
  unsigned size = text.size();
  hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, text.data());
  return std::string(text.data(), std::min<std::size_t>(size, text.size() - 1));
}

/// OS/2 fsType: restricted licence without a freer level, no subsetting, or bitmaps only forbid what a PDF needs.
bool is_embeddable(unsigned permission) {
  const bool restricted = (permission & 0x000F) == 0x0002;
  return !restricted && (permission & 0x0100) == 0 && (permission & 0x0200) == 0;
}

bool maps_characters(hb_face_t* face) {
  const HbSet characters(hb_set_create());
  hb_face_collect_unicodes(face, characters.get());
  return hb_set_get_population(characters.get()) > 0;
}

std::optional<Face> inspect_face(hb_blob_t* blob, unsigned index) {
  const HbFace face(hb_face_create(blob, index));
  const std::string os2 = table(face.get(), tag('O', 'S', '/', '2')), head = table(face.get(), tag('h', 'e', 'a', 'd'));
  const bool has_outlines = !table(face.get(), tag('g', 'l', 'y', 'f')).empty() || !table(face.get(), tag('C', 'F', 'F', ' ')).empty();
  if (os2.size() < 78 || head.size() < 54 || !has_outlines || hb_face_get_glyph_count(face.get()) == 0) return std::nullopt;
  const unsigned upem = u16(head, 18);
  if (upem < 16 || upem > 16384 || !maps_characters(face.get())) return std::nullopt;

  Face found;
  found.index = index;
  found.postscript_name = name(face.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME);
  found.family = name(face.get(), HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
  if (found.family.empty()) found.family = name(face.get(), HB_OT_NAME_ID_FONT_FAMILY);
  if (found.postscript_name.empty() || found.family.empty()) return std::nullopt;
  found.weight = std::clamp(static_cast<int>(u16(os2, 4)), 1, 1000);
  found.italic = (u16(os2, 62) & 0x0201) != 0 || (u16(head, 44) & 0x0002) != 0;
  found.embeddable = is_embeddable(u16(os2, 8));
  return found;
}

}  // namespace

std::vector<Face> inspect(const std::string& bytes) {
  constexpr unsigned most_faces = 256;
  const Blob blob(hb_blob_create_or_fail(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  std::vector<Face> faces;
  if (!blob) return faces;
  const unsigned count = std::min(hb_face_count(blob.get()), most_faces);
  for (unsigned index = 0; index < count; ++index)
    if (std::optional<Face> face = inspect_face(blob.get(), index)) faces.push_back(std::move(*face));
  return faces;
}

}  // namespace tilstand::font
