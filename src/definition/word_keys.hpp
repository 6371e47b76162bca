// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tilstand::definition {

/// Keys of the words that the program uses; a language's `words.toml` must have them all.
inline constexpr std::string_view word_keys[] = {
    "language", "caption.figure", "caption.table", "caption.continued", "ref.figure", "ref.table", "ref.page", "link.page",
    "link.note", "link.address", "source.one", "source.many", "source.none", "value.percent", "value.rank", "value.count",
    "value.number", "short.percent", "short.rank", "short.count", "short.number", "change.percent.one", "change.percent.other",
    "change.rank.one", "change.rank.other", "change.count.one", "change.count.other", "change.number.one", "change.number.other",
    "trend.positive", "trend.negative", "trend.rising", "trend.falling", "trend.flat", "trend.none", "trend.pair", "moved.up",
    "moved.down", "moved.nearly", "moved.unchanged", "figure.before", "chart.value.percent", "chart.value.percent-short",
    "chart.value.rank", "chart.rank-series", "chart.dumbbell", "chart.rank-dumbbell", "chart.columns", "chart.slope",
    "chart.pairs", "chart.scale", "chart.status", "chart.status.level", "chart.status.none", "chart.counts", "chart.counts.names",
    "chart.matrix", "chart.matrix.column", "chart.matrix.none", "chart.row.point", "chart.row.join", "chart.row.indented",
    "chart.row.single", "chart.row.same", "chart.row.series", "chart.row.pair", "chart.series.up", "chart.series.down",
    "chart.series.same", "chart.table.label", "chart.table.year", "chart.table.level", "chart.table.count", "chart.table.filled",
    "chart.table.total", "chart.table.missing",
};

}  // namespace tilstand::definition
