// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "registry/list.hpp"

namespace tilstand::cli {

/// A file of a folder of data, by its path there.
struct DataFile {
  std::string path, text;
};

/// The register as a folder of data: `data.toml` with the record `register` and the tables editions, runs, packages, deliveries and
/// totals, each a CSV file. Deliveries are only counted, by edition and state; no recipient is named. `day`: the register's date,
/// "2022-06-15". `language` (BCP 47): names and titles of the register count as written in it, so none is taken for another language's.
std::vector<DataFile> register_data(const std::vector<registry::History>& all, const std::string& day, const std::string& language);

}  // namespace tilstand::cli
