// SPDX-License-Identifier: Apache-2.0
#include <sstream>

#include "archive/describe.hpp"
#include "archive/xml_writer.hpp"

namespace tilstand::archive {
namespace {

std::vector<std::string> words_of(const std::string& keywords) {
  std::vector<std::string> all;
  std::istringstream list(keywords);
  for (std::string word; std::getline(list, word, ',');) {
    word.erase(0, word.find_first_not_of(' '));
    word.erase(word.find_last_not_of(' ') + 1);
    if (!word.empty()) all.push_back(word);
  }
  return all;
}

}  // namespace

std::string dublin_core(const Record& record) {
  XmlWriter xml;
  xml.open("oai_dc:dc", {{"xmlns:oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc/"}, {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
  const auto add = [&](const char* name, const std::string& value) { if (!value.empty()) xml.leaf(name, value); };
  add("dc:title", record.title);
  add("dc:creator", record.author);
  for (const std::string& word : words_of(record.keywords)) add("dc:subject", word);
  add("dc:description", record.subject);
  add("dc:publisher", record.author);
  add("dc:date", record.date);
  add("dc:type", "Text");
  add("dc:format", "application/pdf");
  add("dc:identifier", record.id);
  add("dc:language", record.language);
  add("dc:rights", record.licence);
  return xml.done();
}

std::string metadata_text(const Record& record) {
  std::string text;
  const auto add = [&](const char* label, const std::string& value) {
    constexpr std::size_t width = 14;
    if (!value.empty()) text += label + std::string(width - std::string(label).size(), ' ') + value + "\n";
  };
  add("Title", record.title);
  add("Creator", record.author);
  add("Description", record.subject);
  add("Keywords", record.keywords);
  add("Date", record.date);
  add("Language", record.language);
  add("Pages", std::to_string(record.pages));
  add("Rights", record.licence);
  add("Identifier", record.id);
  add("Packed", record.created);
  add("Made by", record.program);
  for (const SealedBy& seal : record.seals) add("Sealed by", seal.signer + ", " + seal.time);
  for (const Verdict& verdict : record.verdicts) add("Conformance", verdict.judge + " " + verdict.flavour + ": " + (verdict.passes ? "pass" : "fail") + " (" + verdict.pdf + ")");
  return text;
}

}  // namespace tilstand::archive
