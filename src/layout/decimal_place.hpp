// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "layout/set_text.hpp"

namespace tilstand::layout {

/// How far text reaches to either side of the place where its decimal sign stands, or would stand.
struct DecimalPlace {
  Length before{}, after{};
};

/// The decimal sign of the report's language.
std::string decimal_sign(const Setter& setter);

/// Where the whole part of the first number in `text` ends, in bytes: thousands may stand apart by spaces or by the language's
/// sign, a decimal sign counts only before a digit. All of the text when there is no digit.
std::size_t end_of_whole(std::string_view text, std::string_view decimal);

/// The place in a line that was set from `text`.
DecimalPlace decimal_place(const text::Line& line, std::string_view decimal);

/// Spans with figures of equal widths, without which nothing stands in line.
void make_tabular(std::vector<text::Span>& spans);

/// The decimal place that all cells of a column need together; nothing when the column is not aligned so. Of a large plain
/// table only the cells with the most letters on either side are measured.
std::optional<DecimalPlace> decimal_room(const Setter& setter, NodeId table, std::size_t column, const definition::TableStyle& look);

}  // namespace tilstand::layout
