// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "content/passage.hpp"
#include "definition/proof_words.hpp"
#include "proof/phrases.hpp"

namespace tilstand::proof {

/// The trend of a figure's change as the report labels it.
using TrendOf = std::function<data::Trend(const content::FigureValue&)>;

/// Compares what words say of rise and fall with the figures that they are said of.
class Directions {
 public:
  Directions(const definition::DirectionWords& words, TrendOf trend_of);

  /// A word that the figure contradicts.
  struct Contradiction {
    enum class Of { change, label } of = Of::change;
    std::size_t token = 0;
    std::string what{};  ///< what the figure does: "trust falls from 50 (2020) to 47 (2021)"
  };
  std::vector<Contradiction> find(const content::Passage& passage, const std::vector<Token>& tokens, const std::vector<bool>& exempt) const;

 private:
  class Sentence;
  /// What a word says, if it says anything.
  struct Said {
    data::Direction direction = data::Direction::none;
    data::Judgement judgement = data::Judgement::none;
    bool label = false;       ///< a word of a trend's label
    bool comparison = false;  ///< "flere": only in a comparison in time
  };
  Said said(const std::string& word) const;
  static bool refutes(data::Trend trend, const Said& said, bool negated);
  std::optional<std::string> refuted_by_chart(const content::Passage& passage, const Said& said, bool negated) const;
  static std::optional<std::string> refuted_by_series(const content::Passage& passage, const Sentence& sentence, const Said& said, bool negated);
  std::optional<Contradiction> contradiction(const content::Passage& passage, const Sentence& sentence, const std::string& word, std::size_t at) const;

  std::set<std::string> up_, down_, more_, less_, flat_, positive_, negative_, rising_, falling_, negations_, than_;
  Phrases before_, idioms_;
  TrendOf trend_of_;
};

}  // namespace tilstand::proof
