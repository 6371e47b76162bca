// SPDX-License-Identifier: Apache-2.0
#include "manifest/manifest.hpp"

namespace tilstand::manifest {

const Value* Figure::at(int wanted) const {
  for (const Value& value : values)
    if (value.year == wanted) return &value;
  return nullptr;
}

std::string Figure::field(const std::string& key) const {
  const auto found = fields.find(key);
  return found == fields.end() ? std::string() : found->second;
}

}  // namespace tilstand::manifest
