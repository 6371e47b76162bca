// SPDX-License-Identifier: Apache-2.0
#include "haru/font_objects.hpp"

#include <algorithm>
#include <string>

#include "base/number_text.hpp"
#include "digest/sha256.hpp"
#include "haru/subset.hpp"

namespace tilstand::haru {
namespace {

/// Six capital letters (ISO 32000-1, 9.6.4), the same for the same glyphs.
std::string subset_tag(const std::string& program) {
  const std::string digest = digest::sha256(program);
  std::string letters;
  for (std::size_t i = 0; i < 6; ++i) {
    const auto digit = [&](std::size_t at) { return digest[at] <= '9' ? digest[at] - '0' : digest[at] - 'a' + 10; };
    letters += static_cast<char>('A' + (digit(2 * i) * 16 + digit(2 * i + 1)) % 26);
  }
  return letters;
}

/// A face's PostScript name with everything that a PDF name would have to escape taken out.
std::string plain_name(const std::string& name) {
  std::string plain;
  std::copy_if(name.begin(), name.end(), std::back_inserter(plain), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  return plain.empty() ? "Font" : plain;
}

std::string key(const char* name, std::int64_t value) {
  std::string text = name;
  append_integer(text += ' ', value);
  return text;
}

std::string descriptor(const font::Face& face, const std::string& name, const Subset& made, ObjectNumber program) {
  const FaceMeasures measures = measure(face);
  constexpr int symbolic = 4, italic = 64;
  // No face says how thick its stems are; readers use it only to fake fonts that aren't embedded.
  const int stem = 50 + face.weight * face.weight / 4225;
  std::string text = "<</Type/FontDescriptor/FontName/" + name + key("/Flags", symbolic | (face.italic ? italic : 0));
  text += key("/FontBBox[", measures.left) + key("", measures.bottom) + key("", measures.right) + key("", measures.top) + "]";
  text += "/ItalicAngle " + decimal(measures.italic_angle) + key("/Ascent", measures.ascent);
  text += key("/Descent", measures.descent) + key("/CapHeight", measures.cap_height) + key("/StemV", stem);
  return text + (made.is_cff ? "/FontFile3 " : "/FontFile2 ") + reference(program) + ">>";
}

}  // namespace

std::string widths_array(const std::vector<UsedGlyph>& glyphs) {
  std::string text = "[";
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const bool follows = i > 0 && glyphs[i].glyph == glyphs[i - 1].glyph + 1;
    if (follows) {
      text += ' ';
    } else {
      if (i > 0) text += ']';
      append_integer(text, glyphs[i].glyph);
      text += '[';
    }
    append_integer(text, glyphs[i].width);
  }
  return text += glyphs.empty() ? "]" : "]]";
}

std::string unicode_map(const std::vector<UsedGlyph>& glyphs) {
  constexpr std::size_t most_in_block = 100;
  std::string text =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n/CMapName/Adobe-Identity-UCS def\n"
      "/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
  for (std::size_t begin = 0; begin < glyphs.size(); begin += most_in_block) {
    const std::size_t end = std::min(glyphs.size(), begin + most_in_block);
    append_integer(text, static_cast<std::int64_t>(end - begin));
    text += " beginbfchar\n";
    for (std::size_t i = begin; i < end; ++i) {
      text += '<';
      append_hex16(text, glyphs[i].glyph);
      text += "><" + utf16_hex(glyphs[i].text) + ">\n";
    }
    text += "endbfchar\n";
  }
  return text += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

void write_font(Sink& sink, ObjectNumber number, const font::Face& face, const EmbeddedFont& embedded) {
  const auto& [glyphs, made] = embedded;
  if (made.program.empty()) return sink.fail("can't embed a part of the font " + face.file);

  const std::string name = subset_tag(made.program) + "+" + plain_name(face.postscript_name);
  const ObjectNumber program = sink.allocate(), described = sink.allocate(), descendant = sink.allocate(), unicode = sink.allocate();
  sink.put_stream(program, made.is_cff ? "/Subtype/CIDFontType0C" : key("/Length1", static_cast<std::int64_t>(made.program.size())),
                  made.program);
  sink.put(described, descriptor(face, name, made, program));
  // Bare CFF without CID keys: a CID selects the glyph of that number (ISO 32000-1, 9.7.4.2).
  std::string cid_font = std::string("<</Type/Font/Subtype/") + (made.is_cff ? "CIDFontType0" : "CIDFontType2/CIDToGIDMap/Identity");
  cid_font += "/BaseFont/" + name + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>";
  sink.put(descendant, cid_font + "/FontDescriptor " + reference(described) + "/DW 0/W" + widths_array(glyphs) + ">>");
  sink.put_stream(unicode, "", unicode_map(glyphs));
  sink.put(number, "<</Type/Font/Subtype/Type0/BaseFont/" + name + (made.is_cff ? "-Identity-H" : "") +
                       "/Encoding/Identity-H/DescendantFonts[" + reference(descendant) + "]/ToUnicode " + reference(unicode) + ">>");
}

}  // namespace tilstand::haru
