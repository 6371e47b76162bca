// SPDX-License-Identifier: Apache-2.0
#include "haru/subset.hpp"

#include <hb-ot.h>
#include <hb-subset.h>

#include "haru/hb_face.hpp"

namespace tilstand::haru {
namespace {

constexpr hb_tag_t tag(const char (&name)[5]) { return HB_TAG(name[0], name[1], name[2], name[3]); }

struct InputDeleter {
  void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};
using InputPointer = std::unique_ptr<hb_subset_input_t, InputDeleter>;

InputPointer make_input(const std::vector<std::uint32_t>& glyphs) {
  InputPointer input(hb_subset_input_create_or_fail());
  if (!input) return input;
  for (const std::uint32_t glyph : glyphs) hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
  hb_subset_input_set_flags(input.get(),
                            HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  // Text is already shaped, and names and metrics stand in PDF's own dictionaries.
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t unneeded : {tag("GSUB"), tag("GPOS"), tag("GDEF"), tag("BASE"), tag("STAT"), tag("kern"), tag("name"),
                                  tag("DSIG"), tag("OS/2")}) {
    hb_set_add(dropped, unneeded);
  }
  return input;
}

std::string bytes_of(hb_blob_t* blob) {
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob, &size);
  return data == nullptr ? std::string() : std::string(data, size);
}

int signed16(const std::string& table, std::size_t at) {
  if (at + 2 > table.size()) return 0;
  const unsigned value = static_cast<unsigned char>(table[at]) << 8 | static_cast<unsigned char>(table[at + 1]);
  return static_cast<std::int16_t>(value);
}

std::string table_of(hb_face_t* face, hb_tag_t name) {
  const HbPointer<hb_blob_t> blob(hb_face_reference_table(face, name));
  return bytes_of(blob.get());
}

}  // namespace

Subset subset(const font::Face& face, const std::vector<std::uint32_t>& glyphs) {
  const HbPointer<hb_face_t> whole = open_face(face);
  const InputPointer input = make_input(glyphs);
  if (!input || hb_face_get_glyph_count(whole.get()) == 0) return {};
  const HbPointer<hb_face_t> part(hb_subset_or_fail(whole.get(), input.get()));
  if (!part) return {};
  Subset made;
  made.program = table_of(part.get(), tag("CFF "));
  made.is_cff = !made.program.empty();
  if (!made.is_cff) {
    const HbPointer<hb_blob_t> file(hb_face_reference_blob(part.get()));
    made.program = bytes_of(file.get());
  }
  return made;
}

FaceMeasures measure(const font::Face& face) {
  const HbPointer<hb_face_t> opened = open_face(face);
  const HbPointer<hb_font_t> font = open_font(opened.get());
  const unsigned units = hb_face_get_upem(opened.get());
  const auto scaled = [&](int value) { return in_thousandths(value, units); };
  FaceMeasures measures;
  const std::string head = table_of(opened.get(), tag("head"));
  constexpr std::size_t box = 36;  // xMin, yMin, xMax, yMax in the head table
  measures.left = scaled(signed16(head, box));
  measures.bottom = scaled(signed16(head, box + 2));
  measures.right = scaled(signed16(head, box + 4));
  measures.top = scaled(signed16(head, box + 6));
  hb_font_extents_t extents{};
  hb_font_get_h_extents(font.get(), &extents);
  measures.ascent = scaled(extents.ascender);
  measures.descent = scaled(extents.descender);
  hb_position_t capital = extents.ascender;
  hb_ot_metrics_get_position(font.get(), HB_OT_METRICS_TAG_CAP_HEIGHT, &capital);
  measures.cap_height = scaled(capital);
  const std::string post = table_of(opened.get(), tag("post"));
  measures.italic_angle = signed16(post, 4);  // whole degrees of a 16.16 number
  return measures;
}

}  // namespace tilstand::haru
