// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "build/build.hpp"
#include "colour/press_profile.hpp"
#include "definition/read.hpp"
#include "definition/texts.hpp"
#include "text/shaper.hpp"

namespace tilstand::build {

/// Everything that stages after reading stand on.
struct ReadInputs {
  definition::Definition definition;
  definition::Theme theme;
  definition::Edition edition;
  std::unique_ptr<colour::PressProfile> press;  ///< of an edition for a press; else null
  definition::Words words;
  std::optional<definition::Words> home_words;  ///< of the report's own language, when the edition is in another
  definition::Texts texts;                      ///< what is written, in the edition's language
  data::Dataset dataset;
  font::Library library;
  std::vector<text::Shaper::Hyphenation> hyphenation;
};

/// Reads all files of a request and checks them against one another. Each mistake is reported; nothing when a file that
/// later stages need can't be read.
std::unique_ptr<ReadInputs> read_inputs(const Request& request, Sources& sources, Diagnostics& diagnostics);

/// The path and digest of every file that was read, sorted by path.
std::vector<InputFile> digest_inputs(const ReadInputs& inputs, const Sources& sources, const picture::Library& pictures);

}  // namespace tilstand::build
