// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

namespace tilstand::pdf {

/// How the strings of a font become characters and advances (ISO 32000-1, 9.7 and 9.10).
struct Font {
  std::string name;           ///< without the tag of a subset
  bool is_embedded = false;
  unsigned bytes = 1;         ///< of a code
  double scale = 0.001;       ///< from widths to text space
  double usual_width = 0;
  std::map<std::uint32_t, double> widths;
  std::map<std::uint32_t, std::string> characters;  ///< UTF-8, from ToUnicode

  double advance(std::uint32_t code) const;
  /// UTF-8; a code that nothing explains gives its number, so that it still differs from others.
  std::string text(std::uint32_t code) const;
};

Font read_font(QPDFObjectHandle dictionary);

}  // namespace tilstand::pdf
