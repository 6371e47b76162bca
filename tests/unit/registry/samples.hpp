// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "registry/register.hpp"

namespace tilstand::registry {

inline constexpr Moment noon = 1640952000;  // 2021-12-31T12:00:00Z

inline Edition sample_edition(char digit = 'a') {
  const std::string own(64, digit), other(64, '1');
  return {"small", 2021, "nb", "archive", own, own, "small-2021.pdf", "Liten rapport", 12, 34567, other, other, other, "tilstand 1.0.0",
          {{"data/data.toml", std::string(64, '2')}, {"report.toml", std::string(64, '3')}}};
}

inline const Occasion sample_occasion{"small", 2021, "archive", 1};

inline Register::Wanted wanted(const std::string& key, std::int64_t copies = 1) { return {{key, "Name of " + key, ""}, "id-" + key, copies}; }

inline std::vector<SentFile> sample_files(char digit = 'a') { return {{"small-2021.pdf", std::string(64, digit)}}; }

}  // namespace tilstand::registry
