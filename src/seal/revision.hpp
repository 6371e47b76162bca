// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <qpdf/QPDF.hh>
#include <string>
#include <string_view>
#include <vector>

namespace tilstand::seal {

/// A state of a PDF: its bytes up to one of its ends (ISO 32000-1, 7.5.6).
class Revision {
 public:
  /// Null when the bytes are no sound PDF; they must outlive it. Nothing is mended.
  static std::unique_ptr<Revision> open(std::string_view bytes);

  QPDF& pdf() const { return *pdf_; }
  std::string_view bytes() const { return bytes_; }
  /// Whether its newest objects are found by a stream (7.5.8), as this program writes them.
  bool has_reference_stream() const;
  /// Where its newest cross-reference section begins.
  std::uint64_t references() const { return references_; }
  /// Where the state before it ends; nothing when there is none.
  std::optional<std::uint64_t> end_before() const;

 private:
  Revision() = default;
  std::string_view bytes_;
  std::uint64_t references_ = 0;
  std::unique_ptr<QPDF> pdf_;
};

/// A signature field (12.7.4.5).
struct Field {
  std::string name;
  QPDFObjectHandle object{};  ///< field and widget in one
  QPDFObjectHandle value{};   ///< the signature's dictionary; null: it is empty
};
std::vector<Field> signature_fields(const Revision& revision);

}  // namespace tilstand::seal
