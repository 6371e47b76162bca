// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "pdf/mark.hpp"

namespace tilstand::pdf {

/// Reads pages of a document, and keeps what they share: fonts and pictures.
class Reader {
 public:
  /// `document` must outlive it.
  explicit Reader(const Document& document);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  /// The page's content, forms included; `index` from 0. Nothing when a stream is damaged (pdf.damaged).
  std::optional<Content> read(std::size_t index, Diagnostics& diagnostics);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tilstand::pdf
