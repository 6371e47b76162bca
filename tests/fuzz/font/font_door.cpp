// SPDX-License-Identifier: Apache-2.0
// A font file: its faces are read, measured, subset, and text is set in them.
#include "base/ensure.hpp"
#include "base/utf8.hpp"
#include "font/inspect.hpp"
#include "fuzz/door.hpp"
#include "haru/subset.hpp"
#include "text/shaper.hpp"

namespace {

using namespace tilstand;

/// Text in a face as the text room sets it; the font is on disk for fontconfig.
void set_text(const font::Library& library) {
  text::Shaper shaper(library, {});
  text::Span span;
  span.text = "Av fi 12 æøå";
  span.font.family = library.faces.front().family;
  span.font.size = pt(10);
  shaper.lines({span}, {}, mm(20));
  shaper.metrics(span.font);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::Scratch scratch;
  const std::string bytes(fuzz::text_of(data, size));
  font::Library library{scratch.folder(), font::inspect(bytes)};
  if (library.faces.empty()) return 0;
  const std::string path = scratch.put("font.otf", bytes);
  for (font::Face& face : library.faces) {
    ensure(!face.family.empty() && !first_invalid_utf8(face.family) && !first_invalid_utf8(face.postscript_name));
    ensure(face.weight >= 1 && face.weight <= 1000);
    face.file = "font.otf";
    face.path = path;
    face.bytes = bytes;
    haru::measure(face);
    haru::subset(face, {1, 2, 3, 65535});
  }
  set_text(library);
  return 0;
}
