// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>

#include "pdf/mark.hpp"

namespace tilstand::pdf {

/// What can be told of an image XObject.
struct Picture {
  std::string size;    ///< "640 x 480"
  std::string space;   ///< colour space; "mask" for a stencil
  std::string digest;  ///< of its samples, and those of its mask
  std::optional<Lightness> lightness;
};

Picture read_picture(QPDFObjectHandle image);

}  // namespace tilstand::pdf
