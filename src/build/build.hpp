// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "colour/palette.hpp"
#include "content/compose.hpp"
#include "data/dataset.hpp"
#include "definition/read.hpp"
#include "font/library.hpp"
#include "layout/lay_out.hpp"
#include "scene/build_scene.hpp"
#include "text/shaper.hpp"

namespace tilstand::build {

/// What the user asked for.
struct Request {
  std::string definition;       ///< path
  std::string data;             ///< folder of the year
  std::string edition = "archive";
  std::string out = "out";      ///< folder
};

/// A report that has been read, composed and settled; holds everything its parts refer to.
class Report {
 public:
  /// Runs all stages up to settled pages; nothing when there are errors.
  static std::unique_ptr<Report> load(const Request& request, Sources& sources, Diagnostics& diagnostics);
  ~Report();

  const content::Tree& tree() const;
  const data::Dataset& dataset() const;
  const definition::Theme& theme() const;
  const font::Library& library() const;
  const layout::Settled& settled() const;
  /// Lays out once more and hands over each page.
  void pages(const layout::PageSink& sink, Diagnostics& diagnostics);
  void scenes(const std::function<void(scene::Page&&)>& sink, Diagnostics& diagnostics);

 private:
  Report();
  friend struct Written build_pdf(const Request&, Sources&, Diagnostics&);
  struct State;
  std::unique_ptr<State> state_;
};

/// What was written.
struct Written {
  bool ok = false;
  std::string path;
  std::uint32_t pages = 0;
  std::uint64_t bytes = 0;
};

/// The whole way from definition to file.
Written build_pdf(const Request& request, Sources& sources, Diagnostics& diagnostics);

/// All diagnostics of the inputs, nothing written.
void check(const Request& request, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::build
