// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/id.hpp"
#include "base/printed.hpp"
#include "data/figure.hpp"
#include "graph/spark.hpp"

namespace tilstand::content {

/// A piece of a line of text.
struct Inline {
  enum class Kind {
    text,
    line_break,
    trend_mark,      ///< drawn mark before trend words; decoration, the words say it
    page_reference,  ///< page number of `target`, settled by layout
    page_range,      ///< the pages that `target` covers, settled by layout
    page_list,       ///< the pages that print one of `uses`, settled by layout
    anchor,          ///< no words: the place of the node `target` in the line
    chart,           ///< a chart as large as a word; `text` describes it
    note_mark        ///< number of the note `target`
  };
  enum class Form { plain, superscript, subscript, small_capitals };
  Kind kind = Kind::text;
  std::string text{};
  PrintedRanges printed{};    ///< of `text`: what was printed from data
  bool strong = false, emphasis = false;
  Form form = Form::plain;
  std::string style{};        ///< style that overrides the paragraph's; empty: none
  std::string language{};     ///< empty: the document's
  FigureId figure{};
  std::vector<PrintedId> uses{};  ///< of a list of pages
  NodeId target{};            ///< what a reference, a link inside the document or a note mark points to
  std::string uri{};          ///< link out of the document
  data::Trend trend{};
  std::optional<graph::Spark> spark{};
  SourceSpan span{};
};

}  // namespace tilstand::content
