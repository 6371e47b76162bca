// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pdf/document.hpp"
#include "sheets/plan.hpp"

namespace tilstand::sheets {

/// A new PDF whose pages are sheets: pages of another as form XObjects, and marks.
class SheetFile {
 public:
  /// `input` must outlive it.
  explicit SheetFile(const pdf::Document& input);
  ~SheetFile();
  SheetFile(const SheetFile&) = delete;
  SheetFile& operator=(const SheetFile&) = delete;

  /// Boxes of a sheet, points; the bleed is left out when it is the trim.
  struct Boxes {
    pdf::Box media, trim, bleed;
  };
  void add(const std::vector<Placed>& pages, const std::string& marks, const Boxes& boxes);
  /// The file's bytes; the same for the same calls. `title` is what the file is called.
  std::string finish(const std::string& title);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Whether sheets of this input say that they are PDF/X-4: it does so itself, and names a printing condition.
bool claims_press(const pdf::About& about);

}  // namespace tilstand::sheets
