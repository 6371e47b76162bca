// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"

namespace tilstand::definition {

/// The words for numbers in a language (`layouts/lang/<tag>/numbers.toml`), all in lower case. What the keys mean is told in
/// `layouts/README.md`.
struct NumberWords {
  std::vector<std::string> parts;      ///< numbers that join to one word: "tjue", "to"
  std::vector<std::string> links;      ///< between parts: "og" in "hundreogto"
  std::vector<std::string> last;       ///< only at the end of such a word: "tredje"
  std::vector<std::string> endings;    ///< after a part or a last one: "del", "doblet"
  std::vector<std::string> words;      ///< whole words: "halvparten"
  std::vector<std::string> with_unit;  ///< numbers only before a unit: "én", "første"
  std::vector<std::string> units;      ///< "prosent", "plass"
  std::vector<std::string> joins;      ///< between the numbers of one statement: "av", "til"
  std::vector<std::string> names;      ///< before a number that names a thing: "§", "side", "versjon"
  std::vector<std::string> idioms;     ///< phrases in which a number word counts nothing: "tre i kraft"
};

/// The words for rise and fall in a language (`layouts/lang/<tag>/directions.toml`), all in lower case.
struct DirectionWords {
  std::vector<std::string> up, down;              ///< "økt", "falt"
  std::vector<std::string> more, less;            ///< comparisons: "flere", "mindre"
  std::vector<std::string> flat;                  ///< "uendret"
  std::vector<std::string> positive, negative;    ///< judgements, as a trend's label says them
  std::vector<std::string> rising, falling;       ///< directions, as a trend's label says them
  std::vector<std::string> negations;             ///< "ikke"
  std::vector<std::string> than;                  ///< after a comparison: "enn"
  std::vector<std::string> before;                ///< an earlier time: "året før"
  std::vector<std::string> idioms;                ///< phrases without a direction: "en eller flere"
};

/// Both, with the months, for the checks of prose. A language without a file has no such words.
struct ProofWords {
  NumberWords numbers;
  DirectionWords directions;
  std::vector<std::string> months;
};

/// Reads what the folder of a language has.
ProofWords read_proof_words(const std::string& folder, Sources& sources, Diagnostics& diagnostics);

/// Words of a report that stand as they are, and why (`data/<year>/<language>/reasons.toml`). `#` in a phrase stands for any
/// number in digits.
struct Reason {
  std::vector<std::string> phrases;
  std::vector<SourceSpan> spans;  ///< of each phrase
  std::string reason;
};

/// Reads the file; nothing when there is none: then nobody has asked for the checks that it excuses words from. Codes: those of
/// every TOML file, definition.empty-reason.
std::optional<std::vector<Reason>> read_reasons(const std::string& path, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::definition
