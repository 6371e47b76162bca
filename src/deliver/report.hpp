// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "deliver/plan.hpp"

namespace tilstand::deliver {

/// What has become of a parcel, as people ask.
enum class Standing { unsent, delivered, awaits, uncertain, failed };

Standing standing_of(registry::State state);
const char* name_of(Standing standing);

/// A line each and their sums: recipients by their ids only.
std::string to_text(const std::vector<Reserved>& all);
/// The same as one object.
std::string to_json(const std::vector<Reserved>& all);

/// What a run would send: with the files' digests besides.
std::string to_text(const std::vector<Item>& plan);
std::string to_json(const std::vector<Item>& plan);

}  // namespace tilstand::deliver
