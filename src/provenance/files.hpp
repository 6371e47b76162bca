// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "provenance/entries.hpp"

namespace tilstand::provenance {

/// The files of data whose cells a node prints or draws.
std::set<FileId> files_of(const content::Node& node, const Origins& origins);

}  // namespace tilstand::provenance
