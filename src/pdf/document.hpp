// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

class QPDF;
class QPDFObjectHandle;

namespace tilstand::pdf {

/// An upright rectangle in points, y up.
struct Box {
  double left = 0, bottom = 0, right = 0, top = 0;

  constexpr double width() const { return right - left; }
  constexpr double height() const { return top - bottom; }
  constexpr bool empty() const { return right <= left || top <= bottom; }
};

/// What both hold; may be empty.
Box common(const Box& a, const Box& b);

/// The boxes of a page (ISO 32000-1, 14.11.2); those that are not there are what the standard puts in their place.
struct Boxes {
  Box media, bleed, trim;
};

/// What a PDF says of itself.
struct About {
  std::string version;           ///< "1.7"
  std::string title, language;   ///< the title of the information dictionary, else that of the packet
  std::string created;           ///< "D:20211231000000Z"; empty: it doesn't say
  std::string trapped;           ///< "True", "False", "Unknown" or empty
  std::string standard;          ///< "PDF/X-4", "PDF/A-2A, PDF/UA-1"; empty: it claims none
  std::string intent;            ///< kind of the output intent, "GTS_PDFX"
  std::string condition;         ///< its OutputConditionIdentifier
  std::string condition_text;    ///< its Info, else its OutputCondition
  bool has_profile = false;      ///< whether the intent holds its profile
  bool is_tagged = false;
  std::size_t attachments = 0;
};

/// A PDF that has been opened and looked at. Damaged files are not mended.
class Document {
 public:
  /// Nothing when it can't be read. Codes: pdf.missing-file, pdf.encrypted, pdf.damaged, pdf.no-pages.
  static std::unique_ptr<Document> open(const std::string& path, Diagnostics& diagnostics);
  ~Document();
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  const std::string& path() const;
  const std::string& sha256() const;   ///< of the file
  std::uint64_t bytes() const;
  const About& about() const;
  std::size_t page_count() const { return pages().size(); }
  const std::vector<Boxes>& pages() const;

  /// For rooms that own libqpdf.
  QPDF& handle() const;
  /// The page's dictionary; `index` from 0.
  QPDFObjectHandle page(std::size_t index) const;

 private:
  struct State;
  explicit Document(std::unique_ptr<State> state);
  static bool examine(State& state, Diagnostics& diagnostics);
  std::unique_ptr<State> state_;
};

}  // namespace tilstand::pdf
