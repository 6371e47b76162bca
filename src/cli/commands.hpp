// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "build/build.hpp"
#include "diff/diff.hpp"
#include "sheets/request.hpp"

namespace tilstand::cli {

/// What the command line said.
struct Command {
  enum class What { build, chart, check, diff, dump, preview, figures, verify, impose } what = What::build;
  enum class Stage { content, layout, scene, tags } stage = Stage::content;
  enum class Format { png, svg } format = Format::png;
  enum class Listing { table, csv, json, html } listing = Listing::table;
  build::Request request;
  diff::Request diff;
  sheets::Request impose{};
  std::vector<std::string> same{};      ///< PDFs that should be the same
  std::optional<std::uint32_t> page{};  ///< from 1
  std::optional<std::string> at{};      ///< of a list of figures: only what the page with this printed number prints
  std::optional<std::string> of{};      ///< only this figure, column or member
  bool layout_only = false;             ///< of a check: only what the pages say
  bool colours_only = false;            ///< of a check: only the palettes of charts, with their measures
  std::string chart_id{};               ///< of the block that makes the chart
  build::ChartFile chart{};
  double dpi = 96;
  std::string file = "-";               ///< of a preview; "-" is standard output
};

/// Runs the command; what it prints goes to standard output. Codes of its own: cli.no-such-page, cli.no-such-figure, cli.no-such-chart, cli.too-large, build.cannot-write.
void run_command(const Command& command, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::cli
