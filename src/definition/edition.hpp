// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/source.hpp"

namespace tilstand::definition {

/// What standards a file claims.
enum class Profile { a2a_ua1, a3a_ua1 };

/// One way to publish a report.
struct Edition {
  std::string name;     ///< file stem of the edition, "archive"
  std::string suffix;   ///< between report name and ".pdf"; empty for the archive edition
  Profile profile = Profile::a2a_ua1;
  std::string language; ///< BCP 47 tag
  bool for_print = false;  ///< takes the theme's variant for print
  SourceSpan span{};
};

}  // namespace tilstand::definition
