// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

#include "pdf/font.hpp"
#include "pdf/mark.hpp"
#include "pdf/picture.hpp"

namespace tilstand::pdf {

/// What pages of a file share.
struct Shared {
  std::map<std::pair<int, int>, std::shared_ptr<Font>> fonts;
  std::map<std::pair<int, int>, std::shared_ptr<Picture>> pictures;
};

/// Runs the operators of a content stream (ISO 32000-1, Annex A) and notes what they show.
class Interpreter {
 public:
  /// `to_trim` leads from the page's space to places from the trim's top left corner.
  Interpreter(Shared& shared, Content& content, const Matrix& to_trim);

  void run_page(QPDFObjectHandle page, QPDFObjectHandle resources);

 private:
  using Operands = std::vector<QPDFObjectHandle>;
  using Handler = void (Interpreter::*)(const Operands&);
  class Callbacks;

  struct Colour {
    std::string space = "DeviceGray";
    std::vector<double> components{0};
  };
  struct State {
    Matrix to_trim{};
    Box clip{};               ///< y down: `bottom` is the smaller one
    std::vector<Spot> cut{};  ///< outlines of clips that are no upright rectangles
    Colour fill{}, stroke{};
    std::shared_ptr<Font> font{};
    double font_size = 0, character_space = 0, word_space = 0, stretch = 1, leading = 0, rise = 0, line_width = 1;
    int text_mode = 0;
    std::string dashes{};
  };
  struct Step {
    char what = 'm';
    Spot at{};
  };

  static const std::map<std::string, Handler>& handlers();
  static const std::map<std::string, Handler>& text_handlers();
  void execute(const std::string& word, const Operands& operands);
  QPDFObjectHandle resource(const char* kind, const Operands& operands) const;
  Spot spot(double x, double y) const { return state_.to_trim.apply({x, y}); }

  // State and paths.
  void save(const Operands&);
  void restore(const Operands&);
  void concatenate(const Operands&);
  void line_width(const Operands&);
  void dashes(const Operands&);
  void graphics_state(const Operands&);
  void move(const Operands&);
  void line(const Operands&);
  void curve(const Operands&);
  void curve_v(const Operands&);
  void curve_y(const Operands&);
  void close(const Operands&);
  void rectangle(const Operands&);
  void clip(const Operands&);
  void finish_path(const std::string& word);
  void paint(const std::string& word);
  void apply_clip();
  void shading(const Operands&);

  // Colours.
  void fill_space(const Operands&);
  void stroke_space(const Operands&);
  void fill_colour(const Operands&);
  void stroke_colour(const Operands&);
  void set_space(Colour& colour, const Operands& operands) const;
  void use(const Colour& colour);

  // XObjects and marked content.
  void draw(const Operands&);
  void draw_form(QPDFObjectHandle form);
  void draw_image(QPDFObjectHandle image);
  void begin_marked(const Operands&);
  void end_marked(const Operands&);

  // Text.
  void begin_text(const Operands&);
  void font(const Operands&);
  void text_number(const std::string& word, double value);
  void next_line(const Operands&);
  void next_line_leading(const Operands&);
  void new_line(const Operands&);
  void text_matrix(const Operands&);
  void show(const Operands&);
  void show_pieces(const Operands&);
  void show_on_next_line(const Operands&);
  void show_spaced(const Operands&);
  void show_string(const std::string& codes);
  void show_code(std::uint32_t code);
  void shift_line(double x, double y);

  void add(Mark mark, const Box& extent);

  Shared& shared_;
  Content& content_;
  State state_;
  std::vector<State> saved_;
  std::vector<QPDFObjectHandle> resources_;
  std::vector<Step> path_;
  Spot current_{};                 ///< in user space
  bool clips_ = false;
  Matrix text_{}, line_{};
  struct Sequence {
    bool has_actual = false;       ///< whether it gives an ActualText
    MarkId id{};                   ///< its own, else that of the one around it
  };
  std::vector<Sequence> marked_;   ///< those that are open
  int form_ = 0;                   ///< object number of the form that is drawn
  std::string actual_;             ///< waits for its first glyph
  int depth_ = 0;
};

/// The operand as a number; 0 when it is none or isn't there.
double operand(const std::vector<QPDFObjectHandle>& operands, std::size_t at);

}  // namespace tilstand::pdf
