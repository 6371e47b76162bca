// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "picture/formats.hpp"
#include "picture/svg_shapes.hpp"
#include "picture/svg_style.hpp"

namespace tilstand::picture {
namespace {

constexpr double mm_per_pixel = 25.4 / 96;
constexpr std::size_t most_steps = 2'000'000;
constexpr int longest_chain = 8;  // of gradients that take after one another
constexpr const char* unseen[] = {"defs", "metadata", "title", "desc", "style", "linearGradient", "radialGradient", "clipPath", "symbol", "marker", "script"};
constexpr const char* groups[] = {"svg", "g", "a", "switch"};
constexpr const char* beyond[] = {"image", "mask", "filter", "pattern", "foreignObject", "video"};

template <std::size_t count>
bool is_one_of(const std::string& name, const char* const (&names)[count]) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// A reference that an element makes by href.
std::string target_of(const Element& element) {
  const std::string& href = element["href"];
  return href.starts_with("#") ? href.substr(1) : std::string();
}

/// How a box of user units is fitted into a viewport (SVG 1.1, 7.8); nothing when it is empty.
std::optional<Matrix> fitted(const Element& element, double width, double height) {
  Numbers numbers(element["viewBox"]);
  const auto x = numbers.next(), y = numbers.next(), w = numbers.next(), h = numbers.next();
  if (!x || !y || !w || !h) return Matrix{};
  if (*w <= 0 || *h <= 0) return std::nullopt;
  double across = width / *w, down = height / *h;
  const std::string& wish = element["preserveAspectRatio"];
  if (wish.starts_with("none")) return Matrix{across, 0, 0, down, -*x * across, -*y * down};
  const double scale = wish.find("slice") != std::string::npos ? std::max(across, down) : std::min(across, down);
  const auto part = [&](const char* least, const char* most) { return wish.find(least) != std::string::npos ? 0.0 : wish.find(most) != std::string::npos ? 1.0 : 0.5; };
  return Matrix{scale, 0, 0, scale, (width - *w * scale) * part("xMin", "xMax") - *x * scale, (height - *h * scale) * part("YMin", "YMax") - *y * scale};
}

/// Walks the elements and draws them.
class Drawer {
 public:
  Drawer(const Limits& limits, Reading& reading) : limits_(limits), reading_(reading) {}

  std::optional<Picture> run(const Element& root) {
    collect(root);
    if (!plain_) remark("rules of its style sheet that name more than a class, an id or an element");
    Viewport size;
    if (!measure(root, size)) return std::nullopt;
    port_ = box_of(root, size);
    const auto matrix = fitted(root, size.width, size.height);
    if (!matrix) return fail("picture.damaged", "the drawing's viewBox is empty"), std::nullopt;
    const Matrix to_mm = Matrix{mm_per_pixel, 0, 0, mm_per_pixel, 0, 0} * *matrix;
    const Look look = sheet_.look_of(root, {});
    for (const Element& child : root.children) draw(child, look, {to_mm, {}, look.opacity, 0, false});
    if (!reading_.faults.empty()) return std::nullopt;
    const Size natural{mm(size.width * mm_per_pixel), mm(size.height * mm_per_pixel)};
    return Picture{{}, {}, natural, {}, std::move(made_)};
  }

 private:
  /// What an element's surroundings give it.
  struct Place {
    Matrix matrix;
    std::vector<std::uint32_t> clips;
    double opacity = 1;
    int depth = 0;
    bool hidden = false;  ///< cut off altogether
  };

  void fail(const char* code, std::string message, std::string hint = {}) {
    if (said_.insert(message).second) reading_.faults.push_back({code, std::move(message), std::move(hint)});
  }
  void remark(const std::string& what) {
    if (said_.insert(what).second)
      reading_.remarks.push_back({"picture.approximated", "the drawing asks for " + what + ", which is not drawn as such", "save it as plain SVG"});
  }

  void collect(const Element& element) {
    if (const std::string& id = element["id"]; !id.empty()) by_id_.emplace(id, &element);
    if (element.name == "style") sheet_.add(element.text, plain_);
    for (const Element& child : element.children) collect(child);
  }

  const Element* find(const std::string& id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }

  /// The drawing's size in pixels: its own words, or those of its viewBox.
  bool measure(const Element& root, Viewport& size) {
    const Viewport box = box_of(root, {});
    const auto is_part = [](const std::string& text) { return text.empty() || text.find('%') != std::string::npos; };
    const auto width = is_part(root["width"]) ? std::nullopt : length_of(root["width"], 0), height = is_part(root["height"]) ? std::nullopt : length_of(root["height"], 0);
    const double ratio = box.width > 0 && box.height > 0 ? box.height / box.width : 0;
    size.width = width ? *width : height && ratio > 0 ? *height / ratio : box.width;
    size.height = height ? *height : width && ratio > 0 ? *width * ratio : box.height;
    if (size.width > 0.01 && size.height > 0.01 && size.width < 1e5 && size.height < 1e5) return true;
    fail("picture.unsupported", "the drawing doesn't say how large it is", "give its svg element a viewBox");
    return false;
  }

  static Viewport box_of(const Element& element, Viewport otherwise) {
    Numbers numbers(element["viewBox"]);
    const auto x = numbers.next(), y = numbers.next(), width = numbers.next(), height = numbers.next();
    return x && y && width && height ? Viewport{*width, *height} : otherwise;
  }

  void draw(const Element& element, const Look& parent, const Place& around) {
    if (is_one_of(element.name, unseen) || !reading_.faults.empty()) return;
    if (++drawn_ > limits_.elements || around.depth > limits_.depth)
      return fail("picture.too-large", "the drawing shows more elements, or deeper ones, than are drawn", "simplify it");
    if (element.name == "text" || element.name == "flowRoot")
      return fail("picture.unsupported", "the drawing has text in its line " + std::to_string(element.line) + ", which stands in no font of the report",
                  "turn the text into outlines");
    if (is_one_of(element.name, beyond)) return remark("an element \"" + element.name + "\"");
    const Look look = sheet_.look_of(element, parent);
    if (!look.displayed) return;
    if (!look.unsupported.empty()) remark("a " + look.unsupported);
    Place place = around;
    ++place.depth;
    place.opacity *= look.opacity;
    place.matrix = place.matrix * own_matrix(element);
    if (!look.clip.empty()) add_clip(look.clip, place);
    if (is_one_of(element.name, groups)) return draw_children(element, look, place);
    if (element.name == "use") return draw_use(element, look, place);
    bool sound = true;
    const std::optional<Outline> outline = outline_of(element, port_, sound);
    if (!sound) remark("a path that is damaged in its line " + std::to_string(element.line));
    if (outline && look.visible && !place.hidden && !outline->steps.empty()) add_shape(*outline, look, place);
  }

  Matrix own_matrix(const Element& element) {
    const std::string& transform = element["transform"];
    if (transform.empty()) return {};
    const std::optional<Matrix> read = transform_of(transform);
    if (!read) remark("a transform that can't be read");
    return read.value_or(Matrix{});
  }

  void draw_children(const Element& element, const Look& look, Place place) {
    if (element.name == "svg") {
      const Viewport own{length_of(element["width"], port_.width).value_or(port_.width), length_of(element["height"], port_.height).value_or(port_.height)};
      const Matrix moved{1, 0, 0, 1, length_of(element["x"], port_.width).value_or(0), length_of(element["y"], port_.height).value_or(0)};
      place.matrix = place.matrix * moved * fitted(element, own.width, own.height).value_or(Matrix{});
    }
    for (const Element& child : element.children) draw(child, look, place);
  }

  void draw_use(const Element& element, const Look& look, Place place) {
    const Element* target = find(target_of(element));
    if (target == nullptr) return remark("a part that is not there");
    place.matrix = place.matrix * Matrix{1, 0, 0, 1, length_of(element["x"], port_.width).value_or(0), length_of(element["y"], port_.height).value_or(0)};
    if (target->name != "symbol") return draw(*target, look, place);
    const Viewport box = box_of(*target, port_);
    const double width = length_of(element["width"], port_.width).value_or(box.width), height = length_of(element["height"], port_.height).value_or(box.height);
    place.matrix = place.matrix * fitted(*target, width, height).value_or(Matrix{});
    const Look inner = sheet_.look_of(*target, look);
    for (const Element& child : target->children) draw(child, inner, place);
  }

  void add_clip(const std::string& id, Place& place) {
    const Element* clip = find(id);
    if (clip == nullptr || clip->name != "clipPath") return;
    if ((*clip)["clipPathUnits"] == "objectBoundingBox") return remark("a clip in units of what is clipped");
    Clip made;
    const Matrix matrix = place.matrix * own_matrix(*clip);
    for (const Element& child : clip->children) {
      const Element* shape = child.name == "use" ? find(target_of(child)) : &child;
      bool sound = true;
      const std::optional<Outline> outline = shape != nullptr ? outline_of(*shape, port_, sound) : std::nullopt;
      if (!outline) continue;
      const Path path = path_of(*outline, matrix * own_matrix(*shape));
      made.path.steps.insert(made.path.steps.end(), path.steps.begin(), path.steps.end());
      made.even_odd = sheet_.look_of(*shape, {}).clip_even_odd;
    }
    count(made.path);
    place.hidden = place.hidden || made.path.steps.empty();
    if (place.hidden) return;
    place.clips.push_back(static_cast<std::uint32_t>(made_.clips.size()));
    made_.clips.push_back(std::move(made));
  }

  void count(const Path& path) {
    steps_ += path.steps.size();
    if (steps_ > most_steps) fail("picture.too-large", "the drawing's outlines have more than two million points", "simplify it");
  }

  void add_shape(const Outline& outline, const Look& look, const Place& place) {
    Shape shape{path_of(outline, place.matrix), paint(look.fill, look, look.fill_opacity * place.opacity), look.even_odd, std::nullopt, place.clips};
    const std::optional<Paint> stroke = paint(look.stroke, look, look.stroke_opacity * place.opacity);
    const double scale = place.matrix.scale();
    if (stroke && look.stroke_width * scale > 0) {
      Pen pen{*stroke, length(look.stroke_width * scale), look.cap, look.join, look.mitre_limit, {}, length(look.dash_start * scale)};
      for (const double dash : look.dashes) pen.dashes.push_back(length(dash * scale));
      if (std::all_of(pen.dashes.begin(), pen.dashes.end(), [](Length dash) { return dash == Length{}; })) pen.dashes.clear();
      shape.pen = std::move(pen);
    }
    count(shape.path);
    if (shape.fill || shape.pen) made_.shapes.push_back(std::move(shape));
  }

  static Length length(double value) { return mm(std::isfinite(value) ? std::clamp(value, -4000.0, 4000.0) : 0); }

  static std::optional<Paint> mixed(const Colouring& colour, double opacity) {
    const auto permille = static_cast<std::uint16_t>(std::lround(std::clamp(opacity, 0.0, 1.0) * 1000));
    if (permille == 0) return std::nullopt;
    return Paint{colour.red, colour.green, colour.blue, permille};
  }

  std::optional<Paint> paint(const Colouring& colour, const Look& look, double opacity) {
    switch (colour.kind) {
      case Colouring::Kind::none: return std::nullopt;
      case Colouring::Kind::colour: return mixed(colour, opacity);
      case Colouring::Kind::current: return mixed(look.current, opacity);
      case Colouring::Kind::server: break;
    }
    remark("a gradient or pattern");
    return gradient(colour.server, opacity);
  }

  /// A gradient as the mean of its colours.
  std::optional<Paint> gradient(const std::string& id, double opacity) {
    const Element* server = find(id);
    for (int link = 0; server != nullptr && server->children.empty() && link < longest_chain; ++link) server = find(target_of(*server));
    double sums[4] = {};
    int stops = 0;
    if (server != nullptr) {
      for (const Element& child : server->children) {
        if (child.name != "stop") continue;
        const Look look = sheet_.look_of(child, {});
        const double values[] = {double(look.stop.red), double(look.stop.green), double(look.stop.blue), look.stop_opacity};
        for (std::size_t i = 0; i < 4; ++i) sums[i] += values[i];
        ++stops;
      }
    }
    if (stops == 0) return std::nullopt;
    const auto mean = [&](std::size_t i) { return static_cast<std::uint8_t>(std::lround(sums[i] / stops)); };
    return mixed({Colouring::Kind::colour, mean(0), mean(1), mean(2), {}}, opacity * sums[3] / stops);
  }

  const Limits& limits_;
  Reading& reading_;
  StyleSheet sheet_;
  Viewport port_;
  std::map<std::string, const Element*> by_id_;
  std::set<std::string> said_;
  std::size_t drawn_ = 0, steps_ = 0;
  bool plain_ = true;
  Vector made_;
};

}  // namespace

bool is_svg(std::string_view bytes) {
  constexpr std::size_t start = 4096;
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string_view::npos && bytes[first] == '<' && bytes.substr(0, start).find("svg") != std::string_view::npos;
}

Reading read_svg(std::string_view bytes, const Limits& limits) {
  Reading reading;
  const std::optional<Element> root = read_tree(bytes, limits, reading.faults);
  if (!root) return reading;
  if (root->name != "svg") return {std::nullopt, {{"picture.unknown-format", "this XML file is no drawing", "use PNG, JPEG or SVG"}}, {}};
  reading.picture = Drawer(limits, reading).run(*root);
  return reading;
}

}  // namespace tilstand::picture
