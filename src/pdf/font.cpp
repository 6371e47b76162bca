// SPDX-License-Identifier: Apache-2.0
#include "pdf/font.hpp"

#include <qpdf/QUtil.hh>
#include <vector>

#include "base/utf8.hpp"

namespace tilstand::pdf {
namespace {

std::uint32_t code_of(const std::string& bytes) {
  std::uint32_t code = 0;
  for (const char byte : bytes) code = code << 8 | static_cast<unsigned char>(byte);
  return code;
}

/// UTF-16BE, its last unit raised by `more`.
std::string from_utf16(std::string bytes, std::uint32_t more) {
  if (bytes.size() < 2) return {};
  const std::uint32_t last = code_of(bytes.substr(bytes.size() - 2)) + more;
  bytes[bytes.size() - 2] = static_cast<char>(last >> 8 & 0xFF);
  bytes[bytes.size() - 1] = static_cast<char>(last & 0xFF);
  return QUtil::utf16_to_utf8("\xFE\xFF" + bytes);
}

/// Takes a ToUnicode CMap, whose syntax is that of content: operands, then a word.
class CharacterMap : public QPDFObjectHandle::ParserCallbacks {
 public:
  explicit CharacterMap(Font& font) : font_(font) {}

  void handleObject(QPDFObjectHandle object) override {
    if (!object.isOperator()) return operands_.push_back(object);
    const std::string word = object.getOperatorValue();
    if (word == "endbfchar") pairs();
    if (word == "endbfrange") ranges();
    operands_.clear();
  }
  void handleEOF() override {}

 private:
  void pairs() {
    for (std::size_t at = 0; at + 1 < operands_.size(); at += 2)
      if (operands_[at].isString() && operands_[at + 1].isString()) font_.characters[code_of(operands_[at].getStringValue())] = from_utf16(operands_[at + 1].getStringValue(), 0);
  }
  void ranges() {
    for (std::size_t at = 0; at + 2 < operands_.size(); at += 3) {
      if (!operands_[at].isString() || !operands_[at + 1].isString()) continue;
      const std::uint32_t first = code_of(operands_[at].getStringValue()), last = code_of(operands_[at + 1].getStringValue());
      QPDFObjectHandle to = operands_[at + 2];
      for (std::uint32_t code = first; code <= last && code - first < 65536; ++code) {
        const int place = static_cast<int>(code - first);
        if (to.isString()) font_.characters[code] = from_utf16(to.getStringValue(), code - first);
        else if (to.isArray() && place < to.getArrayNItems() && to.getArrayItem(place).isString()) font_.characters[code] = from_utf16(to.getArrayItem(place).getStringValue(), 0);
      }
    }
  }

  Font& font_;
  std::vector<QPDFObjectHandle> operands_;
};

double number(QPDFObjectHandle object, double fallback) { return object.isNumber() ? object.getNumericValue() : fallback; }

/// The W array of a CID font: `first [w w …]` and `first last w`.
void read_wide(QPDFObjectHandle descendant, Font& font) {
  font.usual_width = number(descendant.getKey("/DW"), 1000);
  QPDFObjectHandle array = descendant.getKey("/W");
  const int count = array.isArray() ? array.getArrayNItems() : 0;
  for (int at = 0; at + 1 < count;) {
    const auto first = static_cast<std::uint32_t>(number(array.getArrayItem(at), 0));
    QPDFObjectHandle next = array.getArrayItem(at + 1);
    if (next.isArray()) {
      for (int place = 0; place < next.getArrayNItems(); ++place) font.widths[first + static_cast<std::uint32_t>(place)] = number(next.getArrayItem(place), 0);
      at += 2;
      continue;
    }
    const auto last = static_cast<std::uint32_t>(number(next, 0));
    if (at + 2 >= count) return;
    for (std::uint32_t code = first; code <= last && code - first < 65536; ++code) font.widths[code] = number(array.getArrayItem(at + 2), 0);
    at += 3;
  }
}

void read_narrow(QPDFObjectHandle dictionary, Font& font) {
  QPDFObjectHandle widths = dictionary.getKey("/Widths"), descriptor = dictionary.getKey("/FontDescriptor");
  const auto first = static_cast<std::uint32_t>(number(dictionary.getKey("/FirstChar"), 0));
  font.usual_width = descriptor.isDictionary() ? number(descriptor.getKey("/MissingWidth"), 0) : 500;  // a standard font says no widths
  for (int at = 0; widths.isArray() && at < widths.getArrayNItems(); ++at) font.widths[first + static_cast<std::uint32_t>(at)] = number(widths.getArrayItem(at), 0);
}

bool holds_file(QPDFObjectHandle dictionary) {
  QPDFObjectHandle descriptor = dictionary.getKey("/FontDescriptor");
  if (!descriptor.isDictionary()) return false;
  return descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") || descriptor.hasKey("/FontFile3");
}

}  // namespace

double Font::advance(std::uint32_t code) const {
  const auto found = widths.find(code);
  return scale * (found == widths.end() ? usual_width : found->second);
}

std::string Font::text(std::uint32_t code) const {
  const auto found = characters.find(code);
  if (found != characters.end()) return found->second;
  std::string text;
  if (bytes == 1) append_utf8(text, static_cast<char32_t>(code));
  else text = "<" + std::to_string(code) + ">";
  return text;
}

Font read_font(QPDFObjectHandle dictionary) {
  Font font;
  QPDFObjectHandle name = dictionary.getKey("/BaseFont"), map = dictionary.getKey("/ToUnicode"), kids = dictionary.getKey("/DescendantFonts");
  const std::string full = name.isName() ? name.getName().substr(1) : std::string("Type 3");
  font.name = full.size() > 7 && full[6] == '+' ? full.substr(7) : full;
  if (kids.isArray() && kids.getArrayNItems() > 0 && kids.getArrayItem(0).isDictionary()) {
    font.bytes = 2;
    read_wide(kids.getArrayItem(0), font);
    font.is_embedded = holds_file(kids.getArrayItem(0));
  } else {
    read_narrow(dictionary, font);
    QPDFObjectHandle matrix = dictionary.getKey("/FontMatrix");
    if (matrix.isMatrix()) font.scale = matrix.getArrayAsMatrix().a;
    font.is_embedded = matrix.isMatrix() || holds_file(dictionary);
  }
  if (!map.isStream()) return font;
  CharacterMap callbacks(font);
  QPDFObjectHandle::parseContentStream(map, &callbacks);
  return font;
}

}  // namespace tilstand::pdf
