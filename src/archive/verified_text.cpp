// SPDX-License-Identifier: Apache-2.0
#include "archive/names.hpp"
#include "archive/verify.hpp"
#include "base/json_text.hpp"

namespace tilstand::archive {
namespace {

std::string form_text(const Verified& one) {
  const std::string form = one.form == Form::bag ? "bag (BagIt 1.0) with an E-ARK SIP" : "E-ARK SIP";
  return form + (one.is_zip ? ", ZIP file" : ", folder");
}

std::string row(const std::string& label, const std::string& value) {
  constexpr std::size_t width = 10;
  return label + std::string(width - label.size(), ' ') + value + "\n";
}

std::string kind_text(SealState::Kind kind) {
  switch (kind) {
    case SealState::Kind::none: return "none";
    case SealState::Kind::valid: return "valid";
    case SealState::Kind::invalid: return "invalid";
    case SealState::Kind::unknown: break;
  }
  return "unknown";
}

}  // namespace

std::string to_text(const Verified& one) {
  std::string text = row("package", one.record ? one.record->id : one.package) + row("form", form_text(one));
  text += row("files", std::to_string(one.files) + ", " + std::to_string(one.bytes) + " bytes; " + (one.faults == 0 ? "all as they were packed" : std::to_string(one.faults) + " faults"));
  if (!one.record) return text;
  text += row("program", one.record->program);
  for (const Verdict& verdict : one.record->verdicts) text += row("verdict", verdict.judge + " " + verdict.flavour + ": " + (verdict.passes ? "pass" : "fail") + ", " + verdict.pdf);
  if (one.record->verdicts.empty()) text += row("verdict", "none was packed");
  text += row("seal", one.seal.text);
  return text + row("rebuilt", one.record->rebuilt == "same" ? "the same bytes, when it was packed" : "other bytes, when it was packed");
}

std::string to_json(const Verified& one, const Diagnostics& diagnostics) {
  std::string text = "{\n  \"package\": " + json_string(printable(one.package)) + ",\n  \"id\": " + json_string(one.record ? one.record->id : "") + ",\n  \"form\": " +
                     json_string(one.form == Form::bag ? "bag" : "sip") + ",\n  \"zip\": " + (one.is_zip ? "true" : "false") + ",\n  \"files\": " + std::to_string(one.files) +
                     ",\n  \"bytes\": " + std::to_string(one.bytes) + ",\n  \"sha256\": " + json_string(one.sha256) + ",\n  \"sound\": " + (one.faults == 0 ? "true" : "false");
  text += ",\n  \"faults\": [";
  std::string separator = "\n    ";
  for (const Diagnostic& fault : diagnostics.list()) {
    if (fault.severity != Severity::error) continue;
    text += separator + "{\"code\": " + json_string(fault.code) + ", \"message\": " + json_string(fault.message) + "}";
    separator = ",\n    ";
  }
  text += "],\n  \"verdicts\": [";
  separator = "\n    ";
  for (const Verdict& verdict : one.record ? one.record->verdicts : std::vector<Verdict>()) {
    text += separator + "{\"judge\": " + json_string(verdict.judge) + ", \"flavour\": " + json_string(verdict.flavour) + ", \"pdf\": " + json_string(verdict.pdf) + ", \"passes\": " + (verdict.passes ? "true" : "false") + "}";
    separator = ",\n    ";
  }
  text += "],\n  \"seal\": {\"state\": " + json_string(kind_text(one.seal.kind)) + ", \"text\": " + json_string(one.seal.text) + "}";
  return text + ",\n  \"rebuilt\": " + json_string(one.record ? one.record->rebuilt : "") + "\n}\n";
}

}  // namespace tilstand::archive
