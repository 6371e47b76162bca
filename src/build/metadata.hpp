// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "build/build.hpp"
#include "package/writer.hpp"

namespace tilstand::build {

/// What a file made of the report says about itself; `epoch` stands for the report's date. Code: build.bad-date.
std::optional<package::Metadata> metadata_of(const Report& report, std::optional<std::int64_t> epoch, Diagnostics& diagnostics);

}  // namespace tilstand::build
