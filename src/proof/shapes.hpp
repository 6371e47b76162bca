// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tilstand::proof {

/// "https://…", "www.…", "name@place", "data/2021/values.csv", "report.pdf"; what stands between two spaces, signs round it off.
bool is_address(std::u32string_view text);

/// "2021-12-31", "31.12.2021", "12:30", "1.2.3": digits that date or name a thing.
bool is_date_or_version(std::u32string_view digits);

/// What may stand between the digits of one number or of a range: a point, a comma, an apostrophe, a slash, a colon, a dash.
bool is_inside_number(char32_t point);

/// Letters after digits that leave them a number, in any language that is written so: "1st", "2nd", "3rd", "4th", "1990s".
bool is_number_ending(std::u32string_view letters);

}  // namespace tilstand::proof
