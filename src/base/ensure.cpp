// SPDX-License-Identifier: Apache-2.0
#include "base/ensure.hpp"

#include <cstdio>
#include <cstdlib>

namespace tilstand {

void ensure(bool condition, std::source_location where) {
  if (condition) return;
  std::fprintf(stderr, "tilstand: broken invariant at %s:%u\n", where.file_name(), where.line());
  std::abort();
}

}  // namespace tilstand
