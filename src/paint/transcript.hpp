// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "paint/canvas.hpp"

namespace tilstand::paint {

/// Writes what is drawn as readable lines, positions in points from the top left corner: the witness of tests.
class Transcript final : public Canvas {
 public:
  void begin_page(const scene::Page& page) override;
  void begin_mark(const scene::Mark& mark) override;
  void text(const scene::TextItem& item) override;
  void shape(const drawing::Shape& shape) override;
  void picture(const scene::PictureItem& item) override;
  void end_mark() override;
  void end_page() override;

  const std::string& lines() const { return lines_; }

 private:
  std::string lines_;
};

}  // namespace tilstand::paint
