// SPDX-License-Identifier: Apache-2.0
#include "tables/cube.hpp"

#include <algorithm>
#include <charconv>

#include "tables/check_cell.hpp"

namespace tilstand::tables {
namespace {

constexpr std::uint64_t most_cells = 1'000'000'000'000;
constexpr std::size_t most_dimensions = 64;

std::optional<std::uint64_t> whole(const JsonNode& node) {
  std::uint64_t number = 0;
  const char* end = node.text.data() + node.text.size();
  if (node.kind != JsonEvent::Kind::number) return std::nullopt;
  const auto read = std::from_chars(node.text.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

Cell cell_of(const JsonNode& node) { return {node.text, node.begin, node.end, false}; }

std::string text_of(const JsonNode* node) { return node != nullptr && node->is_text() ? node->text : std::string(); }

CubeShape::Category category_of(const Cell& id) {
  CubeShape::Category category;
  category.id = category.label = id;
  return category;
}

/// A column of the file, with the pointer to its cells.
FileColumn column_of(std::string name, const Cell& at, Type type, JsonPointer pointer) {
  FileColumn column;
  column.name = at;
  column.name.text = std::move(name);
  column.type = type;
  column.pointer = std::move(pointer);
  return column;
}

/// Reads one dataset.
class ShapeReader {
 public:
  ShapeReader(const TableSpec& spec, FileId file, Diagnostics& diagnostics) : spec_(spec), file_(file), diagnostics_(diagnostics) {}

  std::optional<CubeShape> read(const JsonNode& root) {
    const JsonNode* dataset = find_dataset(root);
    if (dataset == nullptr) return std::nullopt;
    const JsonNode* dimension = dataset->find("dimension");
    if (dimension == nullptr || !dimension->is_object()) return fault("data.json-stat", "this is no dataset of JSON-stat: it has no object \"dimension\"", *dataset), std::nullopt;
    const JsonNode *ids = dataset->find("id"), *sizes = dataset->find("size");
    if (ids == nullptr && sizes == nullptr) ids = dimension->find("id"), sizes = dimension->find("size");  // as before version 2
    if (ids == nullptr || sizes == nullptr || !ids->is_array() || !sizes->is_array())
      return fault("data.json-stat", "the dataset has no lists \"id\" and \"size\"", *dataset), std::nullopt;
    if (ids->items.size() != sizes->items.size() || ids->items.size() > most_dimensions)
      return fault("data.wrong-size", "the dataset has " + std::to_string(ids->items.size()) + " dimensions and " + std::to_string(sizes->items.size()) + " sizes", *sizes), std::nullopt;
    if (dataset->find("value") == nullptr) fault("data.json-stat", "the dataset has no \"value\"", *dataset);
    for (std::size_t i = 0; i < ids->items.size(); ++i) read_dimension(ids->items[i], sizes->items[i], *dimension);
    if (bad_) return std::nullopt;
    return std::move(shape_);
  }

 private:
  void fault(const char* code, std::string message, const JsonNode& at, std::string hint = {}) {
    bad_ = true;
    diagnostics_.error(code, std::move(message), {file_, at.begin, std::max(at.end, {at.begin.line, at.begin.column + 1})}, std::move(hint));
  }

  const JsonNode* find_dataset(const JsonNode& root) {
    shape_.path = pointer_parts(spec_.at.value);
    const JsonNode* node = &root;
    for (const std::string& part : shape_.path) {
      const JsonNode* next = node->find(part);
      std::size_t index = 0;
      const bool number = std::from_chars(part.data(), part.data() + part.size(), index).ptr == part.data() + part.size();
      if (node->is_array() && number && index < node->items.size()) next = &node->items[index];
      if (next == nullptr) {
        diagnostics_.error("data.json-stat", "there is nothing at " + shown(spec_.at.value) + " in the file", spec_.at.span, "a JSON pointer names each step: \"/link/item/0\"");
        return nullptr;
      }
      node = next;
    }
    const std::string kind = text_of(node->find("class"));
    if (kind == "collection") return only_dataset(*node);
    if (!kind.empty() && kind != "dataset") return fault("data.json-stat", "this is a " + kind + " of JSON-stat, a dataset was expected", *node), nullptr;
    if (node->find("dimension") == nullptr && node->find("dataset") != nullptr) return fault("data.json-stat", "the dataset stands deeper in this file", *node, "lead to it: at = \"/dataset\""), nullptr;
    return node;
  }

  /// The dataset of a collection; links to other files are none.
  const JsonNode* only_dataset(const JsonNode& collection) {
    const JsonNode* links = collection.find("link");
    const JsonNode* items = links != nullptr ? links->find("item") : nullptr;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; items != nullptr && i < items->items.size(); ++i)
      if (items->items[i].find("value") != nullptr) found.push_back(i);
    if (found.size() != 1) {
      const std::string which = found.empty() ? "0" : std::to_string(found.front());
      fault("data.json-stat", "this collection holds " + std::to_string(found.size()) + " datasets", collection,
            found.empty() ? "it links to them: store the dataset itself" : "say which: at = \"/link/item/" + which + "\"");
      return nullptr;
    }
    for (const std::string& part : {std::string("link"), std::string("item"), std::to_string(found.front())}) shape_.path.push_back(part);
    return &items->items[found.front()];
  }

  void read_dimension(const JsonNode& id, const JsonNode& size, const JsonNode& described) {
    const JsonNode* dimension = id.is_text() ? described.find(id.text) : nullptr;
    const JsonNode* category = dimension != nullptr ? dimension->find("category") : nullptr;
    const std::optional<std::uint64_t> count = whole(size);
    if (!count || *count == 0) return fault("data.wrong-size", "the size of a dimension is a whole number from 1 on", size);
    if (category == nullptr) return fault("data.json-stat", "dimension " + shown(id.text) + " has no \"category\"", id);
    CubeShape::Dimension read;
    read.name = cell_of(id);
    read.categories = categories(*category);
    if (read.categories.size() != *count)
      return fault("data.wrong-size", "dimension " + shown(id.text) + " has " + std::to_string(read.categories.size()) + " categories, its size says " + size.text, size);
    if (shape_.cells > most_cells / *count) return fault("data.wrong-size", "the dataset has more cells than can be: the product of its sizes is above " + std::to_string(most_cells), size);
    shape_.cells *= *count;
    shape_.dimensions.push_back(std::move(read));
  }

  std::vector<CubeShape::Category> categories(const JsonNode& category) {
    const JsonNode *index = category.find("index"), *labels = category.find("label"), *units = category.find("unit");
    std::vector<CubeShape::Category> list;
    if (index != nullptr && index->is_array()) {
      for (const JsonNode& id : index->items) list.push_back(category_of(cell_of(id)));
    } else if (index != nullptr && index->is_object()) {
      list = indexed(*index);
    } else if (labels != nullptr && labels->is_object()) {  // one category needs no order
      for (const JsonNode& label : labels->items) list.push_back(category_of(label.name));
      if (list.size() > 1) fault("data.json-stat", "a dimension of several categories has no \"index\" that gives their order", category);
    }
    add_words(list, labels, units);
    return list;
  }

  /// Labels and units are looked up by name, once for each.
  void add_words(std::vector<CubeShape::Category>& list, const JsonNode* labels, const JsonNode* units) {
    std::map<std::string_view, CubeShape::Category*> by_id;
    for (CubeShape::Category& one : list) by_id.emplace(one.id.text, &one);
    for (const JsonNode& label : labels != nullptr ? labels->items : std::vector<JsonNode>())
      if (const auto one = by_id.find(label.name.text); one != by_id.end()) one->second->label = cell_of(label);
    for (const JsonNode& unit : units != nullptr ? units->items : std::vector<JsonNode>()) {
      const auto one = by_id.find(unit.name.text);
      if (one == by_id.end()) continue;
      for (const char* word : {"symbol", "base", "label"})
        if (const std::string text = text_of(unit.find(word)); !text.empty()) one->second->unit = text;
    }
  }

  /// Categories of an "index" that gives each its place.
  std::vector<CubeShape::Category> indexed(const JsonNode& index) {
    std::vector<CubeShape::Category> list(index.items.size());
    std::vector<bool> taken(index.items.size(), false);
    for (const JsonNode& place : index.items) {
      const std::optional<std::uint64_t> at = whole(place);
      if (!at || *at >= list.size() || taken[*at]) {
        fault("data.json-stat", "the index of category " + shown(place.name.text) + " is to be a whole number from 0 to " + std::to_string(list.size() - 1) + " that no other has", place);
        continue;
      }
      taken[*at] = true;
      list[*at] = category_of(place.name);
    }
    return list;
  }

  const TableSpec& spec_;
  FileId file_;
  Diagnostics& diagnostics_;
  CubeShape shape_{};
  bool bad_ = false;
};

}  // namespace

std::string CubeShape::pointer() const {
  std::string pointer;
  for (const std::string& part : path) pointer += pointer_part(part);
  return pointer;
}

Cube CubeShape::cube() const {
  Cube cube;
  for (const Dimension& dimension : dimensions) {
    cube.dimensions.push_back({dimension.name.text, {}});
    for (const Category& category : dimension.categories) cube.dimensions.back().categories.push_back(category.id.text);
  }
  return cube;
}

std::vector<FileColumn> CubeShape::columns() const {
  std::vector<FileColumn> columns;
  std::vector<std::string> units;
  for (const Dimension& dimension : dimensions) {
    const std::string at = pointer() + "/dimension" + pointer_part(dimension.name.text) + "/category";
    for (const char* what : {"", "-label"}) columns.push_back(column_of(dimension.name.text + what, dimension.name, Type::text, {at, {}, false}));
    for (const Category& category : dimension.categories)
      if (!category.unit.empty() && std::find(units.begin(), units.end(), category.unit) == units.end()) units.push_back(category.unit);
  }
  const Cell nowhere{{}, {1, 1}, {1, 2}, false};
  const auto of_cell = [&](const char* name) { return JsonPointer{pointer() + "/" + name + "/", {}, true}; };
  columns.push_back(column_of("value", nowhere, Type::decimal, of_cell("value")));
  columns.back().unit = units.size() == 1 ? units.front() : "";
  columns.push_back(column_of("status", nowhere, Type::text, of_cell("status")));
  columns.push_back(column_of("unit", nowhere, Type::text, {pointer() + "/dimension", {}, false}));
  return columns;
}

std::optional<CubeShape> read_shape(const JsonNode& root, const TableSpec& spec, FileId file, Diagnostics& diagnostics) {
  return ShapeReader(spec, file, diagnostics).read(root);
}

}  // namespace tilstand::tables
