// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "base/json_text.hpp"
#include "base/number_text.hpp"
#include "verify/proof.hpp"

namespace tilstand::verify {
namespace {

std::string page_of(const Finding& finding) {
  if (finding.first_page == 0) return "no page";
  const std::string page = "page " + std::to_string(finding.first_page);
  return finding.second_page == 0 || finding.second_page == finding.first_page ? page : page + " (" + std::to_string(finding.second_page) + ")";
}

std::string line_of(const Finding& finding) {
  std::string line = "  " + page_of(finding);
  const bool has_place = finding.kind != Finding::Kind::page && finding.kind != Finding::Kind::size;
  if (has_place) line += ", " + decimal(finding.x, 1) + " mm from the left, " + decimal(finding.y, 1) + " mm from the top";
  return line + ": " + name_of(finding.kind) + ": " + finding.message + "\n";
}

std::string entry(const char* key, const std::string& value) { return json_string(key) + ": " + value; }

std::string json_of(const Finding& finding) {
  std::string text = "{" + entry("kind", json_string(name_of(finding.kind)));
  text += ", " + entry("first-page", finding.first_page == 0 ? "null" : std::to_string(finding.first_page));
  text += ", " + entry("second-page", finding.second_page == 0 ? "null" : std::to_string(finding.second_page));
  text += ", " + entry("x-mm", decimal(finding.x, 3)) + ", " + entry("y-mm", decimal(finding.y, 3));
  text += ", " + entry("first", json_string(finding.first)) + ", " + entry("second", json_string(finding.second));
  return text + ", " + entry("message", json_string(finding.message)) + "}";
}

std::string file_json(const std::string& path, const std::string& sha256, std::size_t pages) {
  return "{" + entry("path", json_string(path)) + ", " + entry("sha256", json_string(sha256)) + ", " + entry("pages", std::to_string(pages)) + "}";
}

std::string json_of(const Proof& proof) {
  std::string text = "    {" + entry("first", file_json(proof.first, proof.first_sha256, proof.first_pages)) + ",\n     ";
  text += entry("second", file_json(proof.second, proof.second_sha256, proof.second_pages)) + ",\n     ";
  text += entry("same", proof.same() ? "true" : "false") + ",\n     " + json_string("findings") + ": [";
  const char* between = "";
  for (const Finding& finding : proof.findings) {
    text += between + std::string("\n       ") + json_of(finding);
    between = ",";
  }
  text += "],\n     " + entry("unlisted", std::to_string(proof.unlisted)) + ",\n     " + json_string("listed") + ": [";
  between = "";
  for (const Listed& one : proof.listed) {
    text += between + std::string("\n       {") + entry("what", json_string(one.what)) + ", " + entry("first", json_string(one.first)) + ", " + entry("second", json_string(one.second)) + "}";
    between = ",";
  }
  return text + "]}";
}

}  // namespace

const char* name_of(Finding::Kind kind) {
  constexpr std::array<const char*, 8> names = {"text", "moved", "order", "figure", "picture", "size", "page", "tags"};
  return names.at(static_cast<std::size_t>(kind));
}

std::string to_text(const std::vector<Proof>& proofs) {
  std::string text;
  for (const Proof& proof : proofs) {
    text += proof.first + " and " + proof.second + ": ";
    if (proof.same()) text += "the same text, figures, page breaks and reading order on " + std::to_string(proof.first_pages) + " pages\n";
    else text += std::to_string(proof.findings.size() + proof.unlisted) + " differences\n";
    for (const Finding& finding : proof.findings) text += line_of(finding);
    if (proof.unlisted > 0) text += "  and " + std::to_string(proof.unlisted) + " more\n";
    if (!proof.listed.empty()) text += "  what may differ:\n";
    for (const Listed& one : proof.listed) text += "    " + one.what + ": " + one.first + " | " + one.second + "\n";
  }
  return text;
}

std::string to_json(const std::vector<Proof>& proofs) {
  std::string text = "{\n  " + entry("format", "1") + ",\n  ";
  bool same = true;
  for (const Proof& proof : proofs) same = same && proof.same();
  text += entry("same", same ? "true" : "false") + ",\n  " + json_string("proofs") + ": [";
  const char* between = "\n";
  for (const Proof& proof : proofs) {
    text += between + json_of(proof);
    between = ",\n";
  }
  return text + "\n  ]\n}\n";
}

}  // namespace tilstand::verify
