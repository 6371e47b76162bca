// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "base/length.hpp"
#include "drawing/context.hpp"
#include "drawing/drawing.hpp"

namespace tilstand::graph {

/// A chart as large as a word, which stands in a line of text.
struct Spark {
  enum class Kind { line, columns, win_loss, bar };
  Kind kind = Kind::line;
  std::vector<std::optional<double>> values;  ///< at most `most_spark_values`, finite; none: a gap. Of a bar one
  double whole = 100;                         ///< what a full bar stands for
};
constexpr std::size_t most_spark_values = 1000;

/// Draws it beside letters of an x-height; its foot is the baseline. A bar is as high as an x, the others half as high again.
drawing::Drawing draw_spark(const Spark& spark, Length x_height, const drawing::Context& context);

}  // namespace tilstand::graph
