// SPDX-License-Identifier: Apache-2.0
#include "pdf/reader.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "pdf/interpreter.hpp"

namespace tilstand::pdf {

struct Reader::State {
  const Document& document;
  Shared shared{};
};

Reader::Reader(const Document& document) : state_(new State{document}) {}
Reader::~Reader() = default;

std::optional<Content> Reader::read(std::size_t index, Diagnostics& diagnostics) {
  const Document& document = state_->document;
  const Box trim = document.pages().at(index).trim;
  Content content;
  content.width = trim.width();
  content.height = trim.height();
  const std::string place = "page " + std::to_string(index + 1) + " of \"" + document.path() + "\"";
  try {
    QPDFPageObjectHelper page(document.page(index));
    Interpreter interpreter(state_->shared, content, Matrix{1, 0, 0, -1, -trim.left, trim.top});
    interpreter.run_page(document.page(index), page.getAttribute("/Resources", false));
    content.links = page.getAnnotations("/Link").size();
  } catch (const std::exception& failure) {
    diagnostics.error("pdf.damaged", place + " can't be read: " + failure.what(), {}, "write the file again where it came from");
    return std::nullopt;
  }
  if (!document.handle().anyWarnings()) return content;
  diagnostics.error("pdf.damaged", place + " is not sound: " + document.handle().getWarnings().front().getMessageDetail(), {}, "write the file again where it came from");
  return std::nullopt;
}

}  // namespace tilstand::pdf
