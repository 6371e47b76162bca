// SPDX-License-Identifier: Apache-2.0
#include "sheets/scheme.hpp"

#include <algorithm>

#include "base/ensure.hpp"

namespace tilstand::sheets {
namespace {

/// A fold: pages of one sheet folded alone, from 1; the outer side from the top left. The upper of two rows stands on its head.
struct Fold {
  std::uint32_t rows, columns;
  std::vector<std::uint32_t> outside, inside;
};

const Fold& fold_of(std::uint32_t per_side) {
  static const Fold folio{1, 2, {4, 1}, {2, 3}};
  static const Fold quarto{2, 2, {5, 4, 8, 1}, {3, 6, 2, 7}};
  static const Fold octavo{2, 4, {5, 12, 9, 8, 4, 13, 16, 1}, {7, 10, 11, 6, 2, 15, 14, 3}};
  ensure(per_side == 2 || per_side == 4 || per_side == 8);
  return per_side == 2 ? folio : per_side == 4 ? quarto : octavo;
}

/// Sheet `inner` of a section that begins after `before` pages and has `size`.
struct Nest {
  std::uint32_t before = 0, size = 0, inner = 0, per_side = 0, pages = 0;
};

Slot slot_of(const Nest& nest, std::uint32_t of_sheet, bool turned) {
  const bool in_first_half = of_sheet <= nest.per_side;
  const std::uint32_t of_section = in_first_half ? nest.inner * nest.per_side + of_sheet : nest.size - (nest.inner + 1) * nest.per_side + of_sheet - nest.per_side;
  const std::uint32_t page = nest.before + of_section;
  const bool is_recto = of_section % 2 == 1;
  Slot slot;
  slot.page = page <= nest.pages ? page : 0;
  slot.turned = turned;
  slot.spine = is_recto != turned ? Spine::left : Spine::right;
  slot.leaf = (std::min(of_section, nest.size + 1 - of_section) - 1) / 2;
  return slot;
}

Side side_of(const Nest& nest, const std::vector<std::uint32_t>& numbers, const Fold& fold) {
  Side side;
  for (std::size_t at = 0; at < numbers.size(); ++at) side.slots.push_back(slot_of(nest, numbers[at], fold.rows == 2 && at < fold.columns));
  return side;
}

std::vector<std::uint32_t> sizes_of(std::uint32_t padded, std::uint32_t section) {
  if (section == 0 || padded <= section) return {padded};
  std::vector<std::uint32_t> sizes(padded / section, section);
  if (padded % section != 0) sizes.insert(sizes.end() - 1, padded % section);
  return sizes;
}

}  // namespace

Scheme fold_scheme(std::uint32_t pages, std::uint32_t per_side, std::uint32_t section) {
  const Fold& fold = fold_of(per_side);
  const std::uint32_t of_sheet = 2 * per_side, padded = (pages + of_sheet - 1) / of_sheet * of_sheet;
  ensure(section % of_sheet == 0);
  Scheme scheme;
  scheme.rows = fold.rows;
  scheme.columns = fold.columns;
  scheme.blanks = padded - pages;
  const auto sizes = sizes_of(padded, section);
  scheme.sections = static_cast<std::uint32_t>(sizes.size());
  std::uint32_t before = 0;
  for (std::uint32_t number = 0; number < sizes.size(); ++number) {
    scheme.most_leaves = std::max(scheme.most_leaves, sizes[number] / 4 - 1);
    for (std::uint32_t inner = 0; inner < sizes[number] / of_sheet; ++inner, ++scheme.sheets) {
      const Nest nest{before, sizes[number], inner, per_side, pages};
      for (const bool outside : {true, false}) {
        Side side = side_of(nest, outside ? fold.outside : fold.inside, fold);
        side.section = number;
        side.sheet = scheme.sheets;
        side.is_outside = outside;
        scheme.sides.push_back(std::move(side));
      }
    }
    before += sizes[number];
  }
  return scheme;
}

Scheme turn_scheme(std::uint32_t pages, std::uint32_t rows, std::uint32_t columns) {
  ensure(rows > 0 && columns > 0 && columns % 2 == 0);
  const std::uint32_t leaves = rows * columns / 2, per_sheet = 2 * leaves;
  Scheme scheme;
  scheme.rows = rows;
  scheme.columns = columns;
  scheme.folds = false;
  scheme.sheets = (pages + per_sheet - 1) / per_sheet;
  scheme.blanks = scheme.sheets * per_sheet - pages;
  for (std::uint32_t sheet = 0; sheet < scheme.sheets; ++sheet) {
    Side side;
    side.sheet = sheet;
    side.is_both = true;
    side.slots.resize(per_sheet);
    for (std::uint32_t leaf = 0; leaf < leaves; ++leaf) {
      const std::uint32_t row = leaf / (columns / 2), column = leaf % (columns / 2), front = sheet * per_sheet + 2 * leaf + 1;
      side.slots[row * columns + column].page = front <= pages ? front : 0;
      side.slots[row * columns + columns - 1 - column].page = front + 1 <= pages ? front + 1 : 0;
    }
    scheme.sides.push_back(std::move(side));
  }
  return scheme;
}

}  // namespace tilstand::sheets
