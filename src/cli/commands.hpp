// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "build/build.hpp"
#include "cli/press_sheet.hpp"
#include "diff/diff.hpp"
#include "sheets/request.hpp"

namespace tilstand::cli {

/// What the command line said.
struct Command {
  enum class What { build, chart, check, diff, dump, preview, figures, verify, impose, press_sheet, other } what = What::build;
  enum class Stage { content, layout, scene, tags } stage = Stage::content;
  enum class Format { png, svg } format = Format::png;
  enum class Listing { table, csv, json, html } listing = Listing::table;
  build::Request request;
  diff::Request diff;
  sheets::Request impose{};
  PressSheet press_sheet{};
  std::string recipients{};             ///< of a build: file of those who get copies; empty: the edition is built
  std::vector<std::string> only{};      ///< ids of the recipients that get copies; empty: all
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
  std::function<void(Sources&, Diagnostics&)> other{};  ///< what a command of `What::other` does
};

/// Runs the command; what it prints goes to standard output. Codes of its own: cli.no-such-page, cli.no-such-figure, cli.no-such-chart, cli.too-large, build.cannot-write.
/// `built` gets the path of a report that is written.
void run_command(const Command& command, Sources& sources, Diagnostics& diagnostics, std::vector<std::string>* built = nullptr);

/// Editions in one language share their layout: each PDF is proved to be the same as the first of its language (verify.different).
void prove_same(const std::vector<std::string>& paths, Diagnostics& diagnostics);

}  // namespace tilstand::cli
