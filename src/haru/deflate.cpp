// SPDX-License-Identifier: Apache-2.0
#include "haru/deflate.hpp"

#include <zlib.h>

namespace tilstand::haru {

std::string deflated(std::string_view bytes) {
  constexpr int level = 6;
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string out(size, '\0');
  const int status = compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                               static_cast<uLong>(bytes.size()), level);
  out.resize(status == Z_OK ? size : 0);
  out.shrink_to_fit();  // it waits to be written
  return out;
}

}  // namespace tilstand::haru
