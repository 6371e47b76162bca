// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <hb.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/faces.hpp"
#include "text/span.hpp"

namespace tilstand::text {

/// A stretch of a paragraph in one font style and language; bytes `begin` to `end`.
struct Stretch {
  std::uint32_t begin = 0, end = 0;
  const FontStyle* font = nullptr;
  const std::string* language = nullptr;
};

/// A stretch that can be shaped in one go.
struct Item {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t stretch = 0;  ///< index of the stretch that it lies in
  FaceId face;
  hb_script_t script = HB_SCRIPT_LATIN;
  std::uint8_t level = 0;  ///< of UAX 9; odd runs go right to left
};

/// Picks faces, scripts, directions and break opportunities with pango, from the library alone.
class Itemiser {
 public:
  explicit Itemiser(Faces& faces);
  ~Itemiser();
  Itemiser(const Itemiser&) = delete;
  Itemiser& operator=(const Itemiser&) = delete;

  /// The face nearest to what the style asks for.
  FaceId face(const FontStyle& font);
  /// Items that cover `text`, in logical order. `text` is well-formed UTF-8 and covered by `stretches`.
  std::vector<Item> items(const std::string& text, const std::vector<Stretch>& stretches);
  /// For each byte offset 0 to size: may a line break before it (UAX 14)? Only starts of characters can be set.
  std::vector<bool> breaks(const std::string& text, const std::string& language);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tilstand::text
