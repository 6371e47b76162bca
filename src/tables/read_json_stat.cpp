// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "tables/check_cell.hpp"
#include "tables/cube.hpp"
#include "tables/readers.hpp"

namespace tilstand::tables {
namespace {

using Kind = JsonEvent::Kind;

constexpr std::size_t most_kept = 5'000'000;  // cells of a cube

/// Cells by their number in the cube, kept small.
class CellList {
 public:
  void add(std::uint64_t number, const JsonEvent& event) {
    sorted_ = sorted_ && (entries_.empty() || entries_.back().number < number);
    entries_.push_back({number, event.begin, event.end, bytes_.size(), static_cast<std::uint32_t>(event.text.size()), event.kind == Kind::null});
    bytes_ += event.text;
  }
  std::size_t size() const { return entries_.size(); }
  void sort() {
    if (!sorted_) std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.number < b.number; });
    next_ = 0;
  }
  /// The cell of a number, or nothing; numbers are asked for in order.
  std::optional<Cell> find(std::uint64_t number) {
    while (next_ < entries_.size() && entries_[next_].number < number) ++next_;
    if (next_ == entries_.size() || entries_[next_].number != number) return std::nullopt;
    const Entry& entry = entries_[next_];
    return Cell{bytes_.substr(entry.at, entry.length), entry.begin, entry.end, entry.absent};
  }
  void report_repeats(FileId file, Diagnostics& diagnostics) const {
    for (std::size_t i = 1; i < entries_.size(); ++i)
      if (entries_[i].number == entries_[i - 1].number)
        return diagnostics.error("data.duplicate-member", "cell " + std::to_string(entries_[i].number) + " has two values",
                                 {file, entries_[i].begin, std::max(entries_[i].end, {entries_[i].begin.line, entries_[i].begin.column + 1})});
  }

 private:
  struct Entry {
    std::uint64_t number = 0;
    Position begin{}, end{};
    std::size_t at = 0;
    std::uint32_t length = 0;
    bool absent = false;
  };
  std::vector<Entry> entries_{};
  std::string bytes_{};
  std::size_t next_ = 0;
  bool sorted_ = true;
};

/// Which categories each wanted table or selection admits.
class Wanted {
 public:
  Wanted(const RowTaker& taker, const CubeShape& shape) : shape_(shape), masks_(taker.targets()) {
    for (std::size_t target = 0; target < masks_.size(); ++target)
      for (std::size_t at = 0; at < shape.dimensions.size(); ++at) {
        masks_[target].emplace_back();
        for (const CubeShape::Category& category : shape.dimensions[at].categories)
          masks_[target].back().push_back(taker.may_want(target, 2 * at, category.id) && taker.may_want(target, 2 * at + 1, category.label));
      }
  }

  bool has(std::uint64_t number) const {
    return std::any_of(masks_.begin(), masks_.end(), [&](const Mask& mask) {
      std::uint64_t rest = number;
      for (std::size_t at = mask.size(); at-- > 0; rest /= mask[at].size())
        if (!mask[at][rest % mask[at].size()]) return false;
      return true;
    });
  }

  /// Calls `visit` with the number of each wanted cell and its categories, in order; it answers false to stop.
  template <class Visit>
  void each(Visit visit) const {
    std::vector<std::size_t> all, place(shape_.dimensions.size());
    for (std::size_t target = 0; target < masks_.size(); ++target) all.push_back(target);
    walk(0, 0, all, place, visit);
  }

  /// How many cells are wanted, counted once for each table and selection.
  double count() const {
    double sum = 0;
    for (const Mask& mask : masks_) {
      double cells = 1;
      for (const auto& categories : mask) cells *= static_cast<double>(std::count(categories.begin(), categories.end(), true));
      sum += cells;
    }
    return sum;
  }

 private:
  using Mask = std::vector<std::vector<bool>>;  ///< of dimensions, of categories

  template <class Visit>
  bool walk(std::size_t dimension, std::uint64_t number, const std::vector<std::size_t>& targets, std::vector<std::size_t>& place, Visit& visit) const {
    if (targets.empty()) return true;
    if (dimension == shape_.dimensions.size()) return visit(number, place);
    const std::size_t size = shape_.dimensions[dimension].categories.size();
    for (std::size_t category = 0; category < size; ++category) {
      std::vector<std::size_t> left;
      std::copy_if(targets.begin(), targets.end(), std::back_inserter(left), [&](std::size_t target) { return masks_[target][dimension][category]; });
      place[dimension] = category;
      if (!walk(dimension + 1, number * size + category, left, place, visit)) return false;
    }
    return true;
  }

  const CubeShape& shape_;
  std::vector<Mask> masks_;
};

/// Gathers the wanted values and status codes, which may stand in a list, or one by one under their numbers.
class CellReader {
 public:
  CellReader(const CubeShape& shape, const Wanted& wanted, FileId file, Diagnostics& diagnostics)
      : shape_(shape), wanted_(wanted), file_(file), diagnostics_(diagnostics), path_(shape.path) {}

  bool take(const JsonEvent& event) {
    path_.pass(event);
    if (path_.below() == 1) return section(event);
    if (path_.below() != 2 || list_ == nullptr || event.is_end()) return true;
    if (event.kind == Kind::name) return number_ = number_of(event), true;
    if (event.is_begin()) return fault("data.nested-value", "a cell holds one value, no list or object", event), true;
    if (in_array_ && count_ == 0) first_ = event.cell();
    const std::uint64_t number = in_array_ ? count_++ : number_.value_or(shape_.cells);
    if (number < shape_.cells && wanted_.has(number)) list_->add(number, event);
    if (list_->size() < most_kept) return true;
    return fault("data.too-large", "more than five million cells of the dataset are wanted", event, "choose fewer by selections, and give the table read = \"selections\""), false;
  }

  CellList values{}, statuses{};
  Cell value_place{{}, {1, 1}, {1, 2}, true};   ///< where "value" stands: the place of what is missing in it
  std::optional<Cell> one_status{};             ///< of all cells

 private:
  void fault(const char* code, std::string message, const JsonEvent& event, std::string hint = {}) {
    if (++faults_ <= most_faults) diagnostics_.error(code, std::move(message), span_of(file_, event.cell()), std::move(hint));
  }

  bool section(const JsonEvent& event) {
    if (event.kind == Kind::name) {
      name_ = event.text;
      return true;
    }
    if (event.is_end()) {
      const bool for_all = list_ == &statuses && in_array_ && count_ == 1;  // a code alone holds for all cells
      if (for_all) one_status = first_;
      if (list_ != nullptr && in_array_ && count_ != shape_.cells && !for_all)
        fault("data.wrong-size", "the sizes of the dimensions make " + std::to_string(shape_.cells) + " cells, \"" + name_ + "\" has " + std::to_string(count_), opening_);
      list_ = nullptr;
      return true;
    }
    if (name_ == "status" && event.kind == Kind::text) one_status = event.cell();
    if (name_ != "value" && name_ != "status") return true;
    if (name_ == "value" && !event.is_begin()) fault("data.json-stat", "\"value\" is to be a list, or an object of cells by their number", event);
    if (name_ == "value") value_place = {{}, event.begin, event.end, true};
    if (event.is_begin()) list_ = name_ == "value" ? &values : &statuses;
    opening_ = event;
    opening_.text = {};
    in_array_ = event.kind == Kind::begin_array;
    count_ = 0;
    return true;
  }

  std::optional<std::uint64_t> number_of(const JsonEvent& event) {
    std::uint64_t number = 0;
    const char* end = event.text.data() + event.text.size();
    const auto read = std::from_chars(event.text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end) return fault("data.json-stat", shown(std::string(event.text)) + " is no number of a cell", event), std::nullopt;
    if (number < shape_.cells) return number;
    fault("data.wrong-size", "there is no cell " + std::to_string(number) + ": the sizes of the dimensions make " + std::to_string(shape_.cells), event);
    return std::nullopt;
  }

  static constexpr int most_faults = 100;

  const CubeShape& shape_;
  const Wanted& wanted_;
  FileId file_;
  Diagnostics& diagnostics_;
  JsonPath path_;
  std::string name_{};
  CellList* list_ = nullptr;
  JsonEvent opening_{};
  Cell first_{};
  bool in_array_ = false;
  std::uint64_t count_ = 0;
  std::optional<std::uint64_t> number_{};
  int faults_ = 0;
};

/// Gives the taker a row for each wanted cell.
void make_rows(const CubeShape& shape, const Wanted& wanted, CellReader& cells, RowTaker& taker) {
  cells.values.sort();
  cells.statuses.sort();
  std::vector<Cell> row(2 * shape.dimensions.size() + 3);
  wanted.each([&](std::uint64_t number, const std::vector<std::size_t>& place) {
    std::string unit;
    for (std::size_t at = 0; at < place.size(); ++at) {
      const CubeShape::Category& category = shape.dimensions[at].categories[place[at]];
      row[2 * at] = category.id;
      row[2 * at + 1] = category.label;
      if (!category.unit.empty()) unit = category.unit;
    }
    Cell* last = &row[2 * place.size()];
    last[0] = cells.values.find(number).value_or(cells.value_place);
    const Position begin = last[0].begin, end = last[0].end;
    last[1] = cells.statuses.find(number).value_or(cells.one_status.value_or(Cell{{}, begin, end, true}));
    last[2] = {unit, begin, end, unit.empty()};
    return taker.row(row, number);
  });
}

}  // namespace

std::vector<Table> read_json_stat(const TableSpec& spec, FileId file, Sources& sources, Diagnostics& diagnostics) {
  TextStream text(file, spec.encoding, sources, diagnostics);
  JsonStatTree tree(file, diagnostics);
  if (!read_json_events(text, diagnostics, [&](const JsonEvent& event) { return tree.take(event); })) return {};
  const std::optional<CubeShape> shape = read_shape(tree.root(), spec, file, diagnostics);
  if (!shape) return {};
  RowTaker taker(spec, file, diagnostics);
  taker.header(shape->columns());
  taker.set_cube(shape->cube());
  const Wanted wanted(taker, *shape);
  if (wanted.count() > static_cast<double>(most_kept)) {
    diagnostics.error("data.too-large", "table \"" + spec.name + "\" has more than five million cells", spec.file.span,
                      "choose rows by a selection and give the table read = \"selections\"");
    return {};
  }
  Diagnostics told_before;  // of the text itself
  TextStream again(file, spec.encoding, sources, told_before);
  CellReader cells(*shape, wanted, file, diagnostics);
  read_json_events(again, told_before, [&](const JsonEvent& event) { return cells.take(event); });
  make_rows(*shape, wanted, cells, taker);
  cells.values.report_repeats(file, diagnostics);
  return taker.finish();
}

}  // namespace tilstand::tables
