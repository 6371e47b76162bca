// SPDX-License-Identifier: Apache-2.0
#include "picture/svg_path.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tilstand::picture {
namespace {

constexpr double pi = std::numbers::pi;
constexpr double farthest = 4000;  // mm

double angle_between(double ux, double uy, double vx, double vy) { return std::atan2(ux * vy - uy * vx, ux * vx + uy * vy); }

bool is_command(char c) { return std::string_view("MmLlHhVvCcSsQqTtAaZz").find(c) != std::string_view::npos; }

class PathReader {
 public:
  explicit PathReader(std::string_view data) : numbers_(data) {}

  PathData run() {
    PathData made;
    while (const auto next = numbers_.peek()) {
      const bool fresh = is_command(*next);
      if (fresh) {
        command_ = *next;
        numbers_.skip();
      }
      if ((!fresh && (command_ == 'Z' || command_ == 'z')) || !step()) {
        made.sound = false;
        break;
      }
    }
    made.outline = std::move(outline_);
    return made;
  }

 private:
  bool relative() const { return command_ >= 'a'; }

  /// The command's numbers as a place; false when there are none.
  bool place(Spot& into) {
    const auto x = numbers_.next(), y = numbers_.next();
    if (!x || !y) return false;
    into = relative() ? Spot{at_.x + *x, at_.y + *y} : Spot{*x, *y};
    return true;
  }

  bool step() {
    const char kind = static_cast<char>(relative() ? command_ - 'a' + 'A' : command_);
    if (outline_.steps.empty() && kind != 'M') return false;
    const bool smooth = kind == 'S' || kind == 'T';
    if (!smooth || last_ != kind) mirrored_ = at_;
    if (outline_.steps.size() > 0 && outline_.steps.back().verb == PathVerb::close && kind != 'M' && kind != 'Z') outline_.move_to(at_);
    switch (kind) {
      case 'M': return move();
      case 'L': return line();
      case 'H':
      case 'V': return along(kind == 'H');
      case 'C':
      case 'S': return cubic(kind == 'S');
      case 'Q':
      case 'T': return quadratic(kind == 'T');
      case 'A': return arc();
      default: return end();
    }
  }

  void arrive(Spot to, char family) {
    at_ = to;
    last_ = family;
  }

  bool move() {
    Spot to;
    if (!place(to)) return false;
    outline_.move_to(to);
    start_ = to;
    arrive(to, 'M');
    command_ = relative() ? 'l' : 'L';  // further pairs are lines
    return true;
  }

  bool line() {
    Spot to;
    if (!place(to)) return false;
    outline_.line_to(to);
    arrive(to, 'L');
    return true;
  }

  bool along(bool horizontal) {
    const auto value = numbers_.next();
    if (!value) return false;
    Spot to = at_;
    double& moved = horizontal ? to.x : to.y;
    moved = relative() ? moved + *value : *value;
    outline_.line_to(to);
    arrive(to, 'L');
    return true;
  }

  bool cubic(bool smooth) {
    Spot one = mirrored_, two, to;
    if ((!smooth && !place(one)) || !place(two) || !place(to)) return false;
    outline_.curve_to(one, two, to);
    arrive(to, 'S');
    mirrored_ = {2 * to.x - two.x, 2 * to.y - two.y};
    return true;
  }

  bool quadratic(bool smooth) {
    Spot middle = mirrored_, to;
    if ((!smooth && !place(middle)) || !place(to)) return false;
    const auto third = [&](Spot end) { return Spot{end.x + 2 * (middle.x - end.x) / 3, end.y + 2 * (middle.y - end.y) / 3}; };
    outline_.curve_to(third(at_), third(to), to);
    arrive(to, 'T');
    mirrored_ = {2 * to.x - middle.x, 2 * to.y - middle.y};
    return true;
  }

  bool arc() {
    const auto rx = numbers_.next(), ry = numbers_.next(), turned = numbers_.next();
    const auto large = numbers_.flag(), sweep = numbers_.flag();
    Spot to;
    if (!rx || !ry || !turned || !large || !sweep || !place(to)) return false;
    outline_.arc_to(at_, {std::fabs(*rx), std::fabs(*ry)}, *turned, *large, *sweep, to);
    arrive(to, 'L');
    return true;
  }

  bool end() {
    outline_.close();
    arrive(start_, 'Z');
    return true;
  }

  Numbers numbers_;
  Outline outline_;
  char command_ = 'M', last_ = 'M';
  Spot at_{}, start_{}, mirrored_{};
};

double bounded(double value) { return std::isfinite(value) ? std::clamp(value, -farthest, farthest) : 0; }

}  // namespace

void Outline::arc_to(Spot from, Spot radii, double turned, bool large, bool sweep, Spot to) {
  if (radii.x == 0 || radii.y == 0) return line_to(to);
  if (from.x == to.x && from.y == to.y) return;
  const double sine = std::sin(turned * pi / 180), cosine = std::cos(turned * pi / 180);
  const double half_x = (from.x - to.x) / 2, half_y = (from.y - to.y) / 2;
  const double x1 = cosine * half_x + sine * half_y, y1 = cosine * half_y - sine * half_x;
  const double reach = std::hypot(x1 / radii.x, y1 / radii.y);
  if (reach > 1) radii = {radii.x * reach, radii.y * reach};  // too small to reach: grown until they do
  const double along = std::hypot(radii.x * y1, radii.y * x1);
  const double rest = std::max(0.0, (radii.x * radii.y - along) * (radii.x * radii.y + along));
  const double shift = (large == sweep ? -1 : 1) * std::sqrt(rest) / along;
  const double cx1 = shift * radii.x * y1 / radii.y, cy1 = -shift * radii.y * x1 / radii.x;
  const Matrix back{cosine * radii.x, sine * radii.x, -sine * radii.y, cosine * radii.y,
                    cosine * cx1 - sine * cy1 + (from.x + to.x) / 2, sine * cx1 + cosine * cy1 + (from.y + to.y) / 2};
  const double ux = (x1 - cx1) / radii.x, uy = (y1 - cy1) / radii.y;
  const double begin = std::atan2(uy, ux);
  double swept = angle_between(ux, uy, (-x1 - cx1) / radii.x, (-y1 - cy1) / radii.y);
  if (sweep && swept < 0) swept += 2 * pi;
  if (!sweep && swept > 0) swept -= 2 * pi;
  if (!std::isfinite(begin) || !std::isfinite(swept)) return line_to(to);
  const int parts = std::max(1, static_cast<int>(std::ceil(std::fabs(swept) / (pi / 2) - 1e-9)));
  const double each = swept / parts, handle = 4.0 / 3 * std::tan(each / 4);
  for (int part = 0; part < parts; ++part) {
    const double a = begin + each * part, b = a + each;
    const Spot p{std::cos(a), std::sin(a)}, q{std::cos(b), std::sin(b)};
    curve_to(back({p.x - handle * p.y, p.y + handle * p.x}), back({q.x + handle * q.y, q.y - handle * q.x}), part + 1 == parts ? to : back(q));
  }
}

PathData read_path(std::string_view data) { return PathReader(data).run(); }

Path path_of(const Outline& outline, const Matrix& matrix) {
  const auto point = [&](Spot at) {
    const Spot placed = matrix(at);
    return Point{mm(bounded(placed.x)), mm(bounded(placed.y))};
  };
  Path path;
  for (const Outline::Step& step : outline.steps) {
    switch (step.verb) {
      case PathVerb::move: path.move_to(point(step.to)); break;
      case PathVerb::line: path.line_to(point(step.to)); break;
      case PathVerb::curve: path.curve_to(point(step.control1), point(step.control2), point(step.to)); break;
      case PathVerb::close: path.close(); break;
    }
  }
  return path;
}

}  // namespace tilstand::picture
