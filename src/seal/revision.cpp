// SPDX-License-Identifier: Apache-2.0
#include "seal/revision.hpp"

#include <charconv>
#include <exception>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>

namespace tilstand::seal {
namespace {

/// The number behind the last "startxref".
std::optional<std::uint64_t> last_start(std::string_view bytes) {
  constexpr std::string_view word = "startxref";
  std::size_t at = bytes.rfind(word);
  if (at == std::string_view::npos) return std::nullopt;
  at = bytes.find_first_not_of(" \t\r\n", at + word.size());
  std::uint64_t start = 0;
  if (at == std::string_view::npos) return std::nullopt;
  const auto [end, failure] = std::from_chars(bytes.data() + at, bytes.data() + bytes.size(), start);
  return failure == std::errc{} && start < bytes.size() ? std::optional(start) : std::nullopt;
}

}  // namespace

std::unique_ptr<Revision> Revision::open(std::string_view bytes) {
  const auto start = last_start(bytes);
  if (!start) return nullptr;
  std::unique_ptr<Revision> revision(new Revision);
  revision->bytes_ = bytes;
  revision->references_ = *start;
  revision->pdf_ = std::make_unique<QPDF>();
  revision->pdf_->setSuppressWarnings(true);
  revision->pdf_->setAttemptRecovery(false);
  try {
    revision->pdf_->processMemoryFile("revision", bytes.data(), bytes.size());
  } catch (const std::exception&) {
    return nullptr;
  }
  return revision;
}

bool Revision::has_reference_stream() const { return pdf_->getTrailer().getKey("/Type").isNameAndEquals("/XRef"); }

std::optional<std::uint64_t> Revision::end_before() const {
  QPDFObjectHandle previous = pdf_->getTrailer().getKey("/Prev");
  if (!previous.isInteger() || previous.getIntValue() < 0) return std::nullopt;
  constexpr std::string_view mark = "%%EOF";
  const std::size_t at = bytes_.find(mark, static_cast<std::size_t>(previous.getIntValue()));
  if (at == std::string_view::npos) return std::nullopt;
  std::size_t end = at + mark.size();
  if (end < bytes_.size() && bytes_[end] == '\r') ++end;
  if (end < bytes_.size() && bytes_[end] == '\n') ++end;
  return end;
}

std::vector<Field> signature_fields(const Revision& revision) {
  std::vector<Field> fields;
  QPDFAcroFormDocumentHelper form(revision.pdf());
  for (QPDFFormFieldObjectHelper& field : form.getFormFields()) {
    if (field.getFieldType() != "/Sig") continue;
    QPDFObjectHandle value = field.getInheritableFieldValue("/V");
    fields.push_back({field.getFullyQualifiedName(), field.getObjectHandle(), value});
  }
  return fields;
}

}  // namespace tilstand::seal
