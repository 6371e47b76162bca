// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "build/build.hpp"
#include "package/writer.hpp"
#include "press/frame.hpp"
#include "press/preflight.hpp"

namespace tilstand::build {

/// What an edition for a press does with each page between scene and file: looks for what a print house would send back, draws
/// to the bleed, adds marks.
class PressRun {
 public:
  /// Null when the edition is for no press, or its page doesn't fit its sheet.
  static std::unique_ptr<PressRun> start(Report& report, Diagnostics& diagnostics);

  package::PressFile file() const;
  void prepare(scene::Page& page);
  void finish() { preflight_.finish(pages_); }

 private:
  PressRun(Report& report, const definition::Press& press, const press::Frame& frame, Diagnostics& diagnostics);
  text::Line said(std::string words, const std::string& tail, Length room);

  Report& report_;
  const definition::Press& press_;
  press::Frame frame_;
  press::Preflight preflight_;
  std::size_t pages_;
};

}  // namespace tilstand::build
