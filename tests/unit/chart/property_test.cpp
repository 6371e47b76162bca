// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <chrono>
#include <random>

#include "unit/chart/setting.hpp"

using namespace tilstand;
using namespace tilstand::chart;

namespace {

constexpr Length slack{216};  // 0.06 mm

/// A chart of random data; the same for the same seed.
class RandomChart {
 public:
  explicit RandomChart(unsigned seed) : random_(seed) {}

  Input make(Kind kind) {
    Input input = chart_of(kind, {});
    if (kind == Kind::status || kind == Kind::matrix) add_levels(input);
    if (kind == Kind::counts) add_counts(input);
    const int rows = kind == Kind::columns || kind == Kind::scale ? 1 : kind == Kind::pairs ? 2 * number(1, 6) : number(1, 12);
    const bool ranks = kind == Kind::rank_series || kind == Kind::rank_dumbbell;
    const int most = number(1, 4);
    for (int i = 0; i < rows && kind != Kind::status && kind != Kind::matrix && kind != Kind::counts; ++i) input.rows.push_back(row(kind, ranks, most));
    if (kind == Kind::slope) input.rows.front().points = {{2020, value(most)}, {2021, value(most)}};
    input.series_a = "Staten";
    input.series_b = "Kommunene";
    return input;
  }

 private:
  int number(int from, int to) { return static_cast<int>(random_() % static_cast<unsigned>(to - from + 1)) + from; }

  std::string words(int count) {
    static const char* const list[] = {"data", "tjenester", "virksomhetene", "personopplysninger", "i", "offentlig", "sektor", "på", "tvers"};
    std::string text = "Andel";
    for (int i = 0; i < count; ++i) text += std::string(" ") + list[number(0, 8)];
    return text;
  }

  // Shares to 100, or numbers of up to six digits.
  tables::Decimal value(int most) { return most == 1 ? tables::Decimal{number(0, 1000), 1} : tables::Decimal{number(0, most == 2 ? 100 : 999999), 0}; }

  Row row(Kind kind, bool ranks, int most) {
    Row made;
    made.label = words(number(0, 14));
    made.unit = ranks ? data::Unit::rank : most <= 2 ? data::Unit::percent : data::Unit::number;
    made.indented = number(0, 4) == 0;
    made.trend.judgement = static_cast<data::Judgement>(number(0, 3));
    made.scope = ranks ? 36 : 0;
    const int years = kind == Kind::columns || kind == Kind::rank_series ? number(1, 9) : number(1, 2);
    for (int i = 0; i < years; ++i) made.points.push_back({2010 + i, ranks ? tables::Decimal{number(1, 36), 0} : value(most)});
    return made;
  }

  void add_levels(Input& input) {
    for (int i = number(1, 5); i > 0; --i) input.levels.push_back(words(1));
    const auto level = [&] { return number(-1, static_cast<int>(input.levels.size()) - 1); };
    input.level = level();
    for (int i = number(1, 8); i > 0; --i) input.matrix.push_back({words(number(0, 3)), level()});
  }

  void add_counts(Input& input) {
    input.total = number(1, 40);
    input.count = number(0, input.total);
    if (number(0, 1) == 0) return;
    for (int i = std::min(input.count, number(0, 4)); i > 0; --i) input.names.push_back(words(number(0, 6)));
  }

  std::mt19937 random_;
};

constexpr Kind kinds[] = {Kind::rank_series, Kind::dumbbell, Kind::rank_dumbbell, Kind::columns, Kind::slope,
                          Kind::pairs,       Kind::scale,    Kind::status,        Kind::counts,  Kind::matrix};

bool meet(const Rect& a, const Rect& b) {
  return a.left() + slack < b.right() && b.left() + slack < a.right() && a.top() + slack < b.bottom() && b.top() + slack < a.bottom();
}

void check_inside(const drawing::Drawing& drawing, text::Shaper& shaper) {
  const Length hang = mm(1.2);  // side bearings, rings' strokes and descenders
  const Rect area{{-hang, -hang}, {drawing.size.width + hang * 2, drawing.size.height + hang * 2}};
  for (const auto& item : drawing.items) {
    if (const auto* shape = std::get_if<drawing::Shape>(&item)) {
      CAPTURE(bounds(shape->path).left().in_mm(), bounds(shape->path).right().in_mm(), bounds(shape->path).top().in_mm(), bounds(shape->path).bottom().in_mm());
      REQUIRE(area.contains(bounds(shape->path)));
      REQUIRE_FALSE(shape->path.steps.empty());
    } else {
      const Rect ink = ink_of(std::get<drawing::Label>(item), shaper);
      CAPTURE(text_of(std::get<drawing::Label>(item)), ink.left().in_mm(), ink.right().in_mm(), ink.top().in_mm(), ink.bottom().in_mm());
      REQUIRE(area.contains(ink));
    }
  }
}

void check_apart(const drawing::Drawing& drawing, text::Shaper& shaper) {
  const std::vector<drawing::Label> labels = labels_of(drawing);
  std::vector<Rect> boxes;
  for (const drawing::Label& label : labels) boxes.push_back(ink_of(label, shaper));
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (std::size_t j = i + 1; j < boxes.size(); ++j) {
      CAPTURE(text_of(labels[i]), text_of(labels[j]), boxes[i].left().in_mm(), boxes[i].top().in_mm(), boxes[j].left().in_mm(), boxes[j].top().in_mm());
      REQUIRE_FALSE(meet(boxes[i], boxes[j]));
    }
  }
}

// Discs, diamonds, squares and columns: what is filled with an ink of data. A disc's corners are free.
void check_clear_of_marks(const drawing::Drawing& drawing, Setting& setting) {
  std::vector<Rect> marks;
  for (const char* role : {"structure", "accent", "grey", "water"}) {
    const std::vector<Rect> found = filled(drawing, setting.theme.ink(role).value());
    marks.insert(marks.end(), found.begin(), found.end());
  }
  for (const drawing::Label& label : labels_of(drawing)) {
    const Rect ink = ink_of(label, setting.shaper);
    for (const Rect& mark : marks) {
      const Length inset = min(mark.size.width, mark.size.height) / 7;
      const Rect core{{mark.left() + inset, mark.top() + inset}, {mark.size.width - inset * 2, mark.size.height - inset * 2}};
      CAPTURE(text_of(label), ink.left().in_mm(), ink.top().in_mm(), mark.left().in_mm(), mark.right().in_mm(), mark.top().in_mm());
      REQUIRE_FALSE(meet(ink, core));
    }
  }
}

}  // namespace

TEST_CASE("everything stands inside its size and no label meets another one or a mark, whatever the data", "[chart][property]") {
  Setting setting;
  for (unsigned seed = 1; seed <= 100; ++seed) {
    for (const Kind kind : kinds) {
      const auto made = setting.planned(RandomChart(seed).make(kind));
      CAPTURE(seed, name_of(kind));
      REQUIRE(made);
      for (const int width : {80, 111, 169}) {
        CAPTURE(width);
        const drawing::Drawing drawing = setting.drawn(*made, mm(width));
        REQUIRE(drawing.size.width <= mm(width) + slack);
        check_inside(drawing, setting.shaper);
        check_apart(drawing, setting.shaper);
        check_clear_of_marks(drawing, setting);
      }
    }
  }
  CHECK(setting.shaper.overfull().empty());
  CHECK(setting.shaper.missing().empty());
}

TEST_CASE("the same plan is drawn the same way twice", "[chart][property]") {
  Setting one, other;
  for (const Kind kind : kinds) {
    const Input input = RandomChart(5).make(kind);
    CHECK(one.drawn(one.planned(input).value(), mm(169)) == other.drawn(other.planned(input).value(), mm(169)));
  }
}

TEST_CASE("every value of the rows is in the description and in the data table", "[chart][property]") {
  Setting setting;
  for (unsigned seed = 1; seed <= 40; ++seed) {
    for (const Kind kind : {Kind::rank_series, Kind::dumbbell, Kind::columns, Kind::slope}) {
      const auto made = setting.planned(RandomChart(seed).make(kind));
      REQUIRE(made);
      std::string table;
      for (const auto& row : made->table.rows)
        for (const DataTable::Cell& cell : row) table += cell.text + "|";
      for (const Row& row : made->input.rows) {
        for (const Row::Point& point : row.points) {
          const std::string text = setting.forms.number(point.value.mantissa, point.value.decimals);
          CAPTURE(seed, name_of(kind), text);
          REQUIRE_THAT(made->description, Catch::Contains(text));
          REQUIRE_THAT(table, Catch::Contains(text));
        }
      }
    }
  }
}

TEST_CASE("extremes give a drawing that keeps to its size, in bounded time", "[chart]") {
  Setting setting;
  const std::string words(500, 'x'), sentence = [] { std::string text; while (text.size() < 500) text += "lange ord "; return text; }();
  std::vector<Row> many, equal, huge, tiny;
  for (int i = 0; i < 200; ++i) many.push_back(share(sentence, {{2020, {i % 100, 0}}, {2021, {(i * 7) % 100, 0}}}));
  for (int i = 0; i < 5; ++i) equal.push_back(share(words, {{2020, {5, 0}}, {2021, {5, 0}}}));
  huge.push_back(row_of("stor", data::Unit::number, {{2020, {1, 0}}, {2021, {999999999999999, 0}}}));
  tiny.push_back(row_of("null", data::Unit::number, {{2020, {0, 0}}, {2021, {0, 0}}}));
  const auto start = std::chrono::steady_clock::now();
  for (const auto& rows : {many, equal, huge, tiny}) {
    for (const Kind kind : {Kind::dumbbell, Kind::slope}) {
      const auto made = setting.planned(chart_of(kind, rows));
      REQUIRE(made);
      CAPTURE(name_of(kind), rows.front().label.substr(0, 20));
      const drawing::Drawing drawing = setting.drawn(*made, mm(169));
      check_inside(drawing, setting.shaper);
      check_apart(drawing, setting.shaper);
    }
  }
  CHECK(setting.shaper.overfull().empty());
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}

TEST_CASE("a drawing of no size has nothing in it", "[chart]") {
  Setting setting;
  const auto made = setting.planned(chart_of(Kind::dumbbell, {share("a", {{2021, {1, 0}}})}));
  REQUIRE(made);
  CHECK(draw(*made, {mm(0), mm(50)}, setting.context()).items.empty());
  CHECK(draw(*made, {mm(-5), mm(50)}, setting.context()).items.empty());
}
