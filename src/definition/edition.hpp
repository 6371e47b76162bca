// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/geometry.hpp"
#include "base/source.hpp"

namespace tilstand::definition {

/// What standards a file claims. `a4f_ua2`: PDF 2.0 as PDF/A-4f (ISO 19005-4) and PDF/UA-2 (ISO 14289-2); `x4`: PDF/X-4
/// (ISO 15930-7), for a press.
enum class Profile { a2a_ua1, a3a_ua1, a4f_ua2, x4 };

/// Whether files of data go into the report.
constexpr bool takes_files(Profile profile) { return profile == Profile::a3a_ua1 || profile == Profile::a4f_ua2; }

/// How colours that the press can't print come onto it (ICC.1:2010, 6.1.1).
enum class Intent { relative, perceptual };

/// What is printed outside the bleed for those who print and cut.
struct Marks {
  bool crop = false, registration = false, bars = false, slug = false;
  bool any() const { return crop || registration || bars || slug; }
};

/// What an edition for a press says of its sheet and its printing condition.
struct Press {
  Length bleed{};                ///< how far beyond the trim edge what ends there goes on
  Length safety = mm(3);         ///< nothing that matters stands nearer to the trim edge
  std::optional<Length> width, height;  ///< of the sheet; none: what bleed and marks need
  Marks marks;
  std::string profile_file;      ///< ICC profile, resolved against the edition's file
  std::string condition;         ///< registered name of the printing condition, "FOGRA39"
  std::string condition_name;    ///< for people
  Intent intent = Intent::relative;
  int ink_limit = 300;           ///< per cent, all inks together
  int resolution = 250;          ///< pixels to the inch that a picture should have
  SourceSpan span{}, bleed_span{}, sheet_span{}, profile_span{};
};

/// One way to publish a report.
struct Edition {
  std::string name;     ///< file stem of the edition, "archive"
  std::string suffix;   ///< between report name and ".pdf"; empty for the archive edition
  Profile profile = Profile::a2a_ua1;
  std::string language; ///< BCP 47 tag
  std::optional<Press> press{};  ///< with the profile `x4` always, else never
  bool has_seal_field = false;   ///< holds an empty signature field, to be filled by `tilstand seal`
  bool for_print = false;  ///< takes the theme's variant for print
  std::optional<Length> art{};  ///< how far what a page means keeps from its trim (ArtBox); never with `x4`, which has a TrimBox
  SourceSpan span{}, art_span{};
};

}  // namespace tilstand::definition
