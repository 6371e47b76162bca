// SPDX-License-Identifier: Apache-2.0
#include "cli/draw_chart.hpp"

#include <charconv>

#include "base/suggest.hpp"

namespace tilstand::cli {
namespace {

constexpr double least_side = 20, most_side = 2000;

std::optional<Length> side_of(std::string_view text) {
  double side = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), side);
  if (failure != std::errc{} || end != text.data() + text.size() || !(side >= least_side && side <= most_side)) return std::nullopt;
  return mm(side);
}

/// The chart with the id; else it is reported with what was meant.
std::optional<NodeId> chart_of(const std::string& id, const content::Tree& tree, Diagnostics& diagnostics) {
  std::vector<std::string> charts;
  bool other = false;
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const content::Node& node = tree.nodes[i];
    const bool chart = std::holds_alternative<content::Figure>(node.body);
    if (chart && node.name == id && !id.empty()) return NodeId{i};
    if (chart && !node.name.empty()) charts.push_back(node.name);
    other = other || (node.name == id && !id.empty());
  }
  std::string hint = did_you_mean(id, charts);
  if (hint.empty() && charts.empty()) hint = "give the chart an id in the definition";
  if (hint.empty()) {
    constexpr std::size_t most = 12;
    hint = "charts: ";
    for (std::size_t i = 0; i < charts.size() && i < most; ++i) hint += (i == 0 ? "" : ", ") + charts[i];
    if (charts.size() > most) hint += " …";
  }
  diagnostics.error("cli.no-such-chart", other ? "\"" + id + "\" is no chart" : "the report has no chart with the id \"" + id + "\"", {}, hint);
  return std::nullopt;
}

}  // namespace

std::optional<Size> size_of(std::string_view text) {
  if (text.ends_with("mm")) text.remove_suffix(2);
  const std::size_t cross = text.find('x');
  if (cross == std::string_view::npos) return std::nullopt;
  std::string_view width = text.substr(0, cross);
  if (width.ends_with("mm")) width.remove_suffix(2);
  const auto across = side_of(width), down = side_of(text.substr(cross + 1));
  if (!across || !down) return std::nullopt;
  return Size{*across, *down};
}

std::optional<std::string> draw_chart(const Command& command, build::Report& report, Diagnostics& diagnostics) {
  build::ChartFile file = command.chart;
  const std::optional<NodeId> figure = chart_of(command.chart_id, report.tree(), diagnostics);
  if (!figure) return std::nullopt;
  file.figure = *figure;
  std::optional<std::string> bytes = build::chart_bytes(file, command.request, report, diagnostics);
  if (!bytes && !diagnostics.has_errors()) diagnostics.error("cli.too-large", "the picture of the chart is larger than can be drawn", {}, "take a smaller --resolution or --size");
  return bytes;
}

}  // namespace tilstand::cli
