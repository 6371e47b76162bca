// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "registry/database.hpp"

namespace tilstand::registry {

/// What SQLite's `application_id` says of a register: "Tils".
inline constexpr std::int64_t application = 0x54696C73;

/// The version of the tables that this program knows, SQLite's `user_version`.
std::int64_t known_version();

/// Looks whether the file is a register and brings its tables to the known version, in one transaction. With `may_create` an empty file becomes
/// one. Codes beside the database's: registry.not-a-register, registry.newer.
bool prepare(Database& database, bool may_create, Diagnostics& diagnostics);

}  // namespace tilstand::registry
