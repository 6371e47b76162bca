// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "haru/sink.hpp"
#include "package/writer.hpp"

namespace tilstand::package {

/// Writes the field and its widget as one object; `key` finds its structure element (StructParent); none:
/// it has none. Its number.
haru::ObjectNumber write_seal_field(haru::Sink& sink, const SealField& field, std::uint32_t page, std::optional<std::uint32_t> key);

/// The entry of the catalog for the form that holds the field alone.
std::string form_entry(haru::Sink& sink, haru::ObjectNumber field);

}  // namespace tilstand::package
