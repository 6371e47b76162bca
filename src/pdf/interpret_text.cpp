// SPDX-License-Identifier: Apache-2.0
// The interpreter's text.
#include <cmath>

#include "pdf/interpreter.hpp"

namespace tilstand::pdf {

void Interpreter::begin_text(const Operands&) { text_ = line_ = {}; }

void Interpreter::font(const Operands& operands) {
  if (operands.size() < 2) return;
  state_.font_size = operand(operands, 1);
  QPDFObjectHandle dictionary = resource("/Font", {operands[0]});
  state_.font.reset();
  if (!dictionary.isDictionary()) return;
  const std::pair<int, int> key = {dictionary.getObjectID(), dictionary.getGeneration()};
  std::shared_ptr<Font>& font = shared_.fonts[key];
  if (!font || key.first == 0) font = std::make_shared<Font>(read_font(dictionary));
  state_.font = font;
}

void Interpreter::text_number(const std::string& word, double value) {
  constexpr double percent = 0.01;
  switch (word[1]) {
    case 'c': state_.character_space = value; break;
    case 'w': state_.word_space = value; break;
    case 'z': state_.stretch = value * percent; break;
    case 'L': state_.leading = value; break;
    case 's': state_.rise = value; break;
    case 'r': state_.text_mode = static_cast<int>(value); break;
    default: break;
  }
}

void Interpreter::shift_line(double x, double y) { text_ = line_ = Matrix{1, 0, 0, 1, x, y} * line_; }
void Interpreter::next_line(const Operands& operands) { shift_line(operand(operands, 0), operand(operands, 1)); }

void Interpreter::next_line_leading(const Operands& operands) {
  state_.leading = -operand(operands, 1);
  next_line(operands);
}

void Interpreter::new_line(const Operands&) { shift_line(0, -state_.leading); }

void Interpreter::text_matrix(const Operands& operands) {
  text_ = line_ = {operand(operands, 0), operand(operands, 1), operand(operands, 2), operand(operands, 3), operand(operands, 4), operand(operands, 5)};
}

void Interpreter::show(const Operands& operands) {
  if (!operands.empty() && QPDFObjectHandle(operands.back()).isString()) show_string(QPDFObjectHandle(operands.back()).getStringValue());
}

void Interpreter::show_pieces(const Operands& operands) {
  if (operands.empty() || !QPDFObjectHandle(operands.back()).isArray()) return;
  constexpr double thousandth = 0.001;
  for (QPDFObjectHandle piece : QPDFObjectHandle(operands.back()).getArrayAsVector()) {
    if (piece.isString()) show_string(piece.getStringValue());
    else if (piece.isNumber()) text_ = Matrix{1, 0, 0, 1, -piece.getNumericValue() * thousandth * state_.font_size * state_.stretch, 0} * text_;
  }
}

void Interpreter::show_on_next_line(const Operands& operands) {
  new_line({});
  show(operands);
}

void Interpreter::show_spaced(const Operands& operands) {
  state_.word_space = operand(operands, 0);
  state_.character_space = operand(operands, 1);
  show_on_next_line(operands);
}

void Interpreter::show_string(const std::string& codes) {
  if (!state_.font) return;
  const std::size_t step = state_.font->bytes;
  for (std::size_t at = 0; at + step <= codes.size(); at += step) {
    std::uint32_t code = 0;
    for (std::size_t byte = 0; byte < step; ++byte) code = code << 8 | static_cast<unsigned char>(codes[at + byte]);
    show_code(code);
  }
}

void Interpreter::show_code(std::uint32_t code) {
  constexpr double above = 0.8, below = 0.25;  // of the em: where ink of a letter may be
  constexpr int invisible = 3;
  const Font& font = *state_.font;
  double advance = font.advance(code) * state_.font_size + state_.character_space;
  if (font.bytes == 1 && code == ' ') advance += state_.word_space;
  advance *= state_.stretch;
  const Matrix to = Matrix{1, 0, 0, 1, 0, state_.rise} * text_ * state_.to_trim;
  Mark mark;
  mark.kind = Mark::Kind::glyph;
  mark.text = font.text(code);
  mark.actual = std::move(actual_);
  actual_.clear();
  mark.spots = {to.apply({0, 0}), to.apply({advance, 0})};
  mark.size = std::abs(state_.font_size) * std::hypot(to.c, to.d);
  if (state_.text_mode == invisible) mark.detail = "invisible";
  const Spot head = to.apply({0, above * state_.font_size}), foot = to.apply({advance, -below * state_.font_size}), end = mark.spots[1];
  Box extent{head.x, head.y, head.x, head.y};
  for (const Spot& at : {foot, end, mark.spots[0]}) extent = {std::min(extent.left, at.x), std::min(extent.bottom, at.y), std::max(extent.right, at.x), std::max(extent.top, at.y)};
  const std::size_t before = content_.marks.size();
  add(std::move(mark), extent);
  text_ = Matrix{1, 0, 0, 1, advance, 0} * text_;
  if (content_.marks.size() == before) return;
  content_.fonts.insert(font.name + (font.is_embedded ? "" : " (not embedded)"));
  use(state_.text_mode == 1 ? state_.stroke : state_.fill);
}

}  // namespace tilstand::pdf
