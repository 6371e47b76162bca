// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/source.hpp"
#include "content/value.hpp"
#include "data/figure.hpp"

namespace tilstand::content {

/// One run of printed words as it was written: a paragraph, a heading, a caption, a cell. It tells what was typed by hand from
/// what was bound, which the tree no longer does.
struct Passage {
  struct Piece {
    enum class Kind {
      typed,      ///< by hand, in prose, in the definition or in a text cell
      bound,      ///< the value of a binding
      literal,    ///< `{{ literal "…" }}`
      code,       ///< between backticks
      reference   ///< `[@id]`: its words are the program's
    };
    Kind kind = Kind::typed;
    std::string text{};              ///< as printed
    SourceSpan span{};               ///< typed: its first character, from which the text runs on; else the whole binding
    std::string language{};          ///< empty: the report's
    FigureValue of{};                ///< the figure that a bound piece tells of
    std::string member{};            ///< what it tells: "change", "year"; empty: the value
    std::string reason{};            ///< why a literal stands: the author's words, or the condition that holds; empty: none is given
    bool fails = false;              ///< the condition of a literal, `reason`, does not hold
  };
  /// How a series of a chart over a table goes from its first value to its last.
  struct Series {
    std::string name{};  ///< empty: the only one
    data::Direction direction = data::Direction::none;
    std::string told{};  ///< "427 (2012) to 1 382 (2021)"
  };
  std::vector<Piece> pieces{};
  std::vector<const data::Figure*> about{};  ///< figures that the words speak of without binding them: those of a chart
  std::vector<Series> series{};              ///< of a chart over a table that the words tell of
  std::vector<std::string> numbers{};        ///< values of that chart as they are printed, which its words may repeat
  std::optional<data::Trend> label{};        ///< trend that is drawn beside the words
};

/// Takes each passage of a report as it is composed; a loop's passages come once a row.
using PassageSink = std::function<void(const Passage&)>;

}  // namespace tilstand::content
