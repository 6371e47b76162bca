// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "archive/describe.hpp"
#include "base/moment.hpp"
#include "archive/edition_file.hpp"
#include "archive/names.hpp"
#include "archive/xml_writer.hpp"

namespace tilstand::archive {
namespace {

/// An element that holds what kind of name something has, and the name.
void put_identifier(XmlWriter& xml, const std::string& what, const std::string& type, const std::string& value) {
  xml.open("premis:" + what + "Identifier").leaf("premis:" + what + "IdentifierType", type).leaf("premis:" + what + "IdentifierValue", value).close();
}

std::string object_id(const Record& record, const std::string& path) { return record.id + "/" + path; }

void open_document(XmlWriter& xml) {
  xml.open("premis:premis", {{"xmlns:premis", "http://www.loc.gov/premis/v3"}, {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}, {"version", "3.0"}});
}

void put_file(XmlWriter& xml, const Record& record, const std::string& path, const Sum& sum) {
  xml.open("premis:object", {{"xsi:type", "premis:file"}});
  put_identifier(xml, "object", "local", object_id(record, path));
  xml.open("premis:objectCharacteristics");
  xml.open("premis:fixity").leaf("premis:messageDigestAlgorithm", "SHA-256").leaf("premis:messageDigest", sum.sha256).close();
  xml.leaf("premis:size", std::to_string(sum.size));
  xml.open("premis:format").open("premis:formatDesignation").leaf("premis:formatName", format_of(path)).close().leaf("premis:formatNote", media_type_of(path)).close();
  xml.close();
  xml.leaf("premis:originalName", path);
  xml.close();
}

void put_part_of(XmlWriter& xml, const std::string& subtype, const std::string& whole) {
  xml.open("premis:relationship").leaf("premis:relationshipType", "structural").leaf("premis:relationshipSubType", subtype);
  xml.open("premis:relatedObjectIdentifier").leaf("premis:relatedObjectIdentifierType", "local").leaf("premis:relatedObjectIdentifierValue", whole).close();
  xml.close();
}

struct Event {
  std::string type, time, detail, outcome, note;
  std::vector<std::string> agents, objects;
};

void put_event(XmlWriter& xml, const Record& record, const Event& event, std::size_t number) {
  xml.open("premis:event");
  put_identifier(xml, "event", "local", record.id + "/event/" + std::to_string(number));
  xml.leaf("premis:eventType", event.type).leaf("premis:eventDateTime", event.time);
  xml.open("premis:eventDetailInformation").leaf("premis:eventDetail", event.detail).close();
  xml.open("premis:eventOutcomeInformation").leaf("premis:eventOutcome", event.outcome);
  if (!event.note.empty()) xml.open("premis:eventOutcomeDetail").leaf("premis:eventOutcomeDetailNote", event.note).close();
  xml.close();
  for (const std::string& agent : event.agents)
    xml.open("premis:linkingAgentIdentifier").leaf("premis:linkingAgentIdentifierType", "local").leaf("premis:linkingAgentIdentifierValue", agent).close();
  for (const std::string& object : event.objects)
    xml.open("premis:linkingObjectIdentifier").leaf("premis:linkingObjectIdentifierType", "local").leaf("premis:linkingObjectIdentifierValue", object).close();
  xml.close();
}

std::string path_of(const Description& package, const std::string& pdf) {
  for (const auto& [path, sum] : package.files)
    if (path.ends_with("/data/" + pdf)) return path;
  return package.record.editions.front().pdf;
}

std::vector<Event> events_of(const Description& package) {
  const Record& record = package.record;
  std::vector<Event> all;
  for (const Packaged& edition : record.editions)
    all.push_back({"creation", utc_text(edition.epoch), "the edition \"" + edition.name + "\" was built from " + record.sources, "success",
                   "SHA-256 as built: " + edition.sha256, {record.program}, {object_id(record, edition.pdf)}});
  for (const SealedBy& seal : record.seals)
    all.push_back({"digital signature generation", seal.time, "PAdES signature appended to the edition", "success", {}, {seal.signer}, {object_id(record, record.editions.front().pdf)}});
  for (const Verdict& verdict : record.verdicts)
    all.push_back({"validation", record.created, verdict.judge + ", flavour " + verdict.flavour, verdict.passes ? "pass" : "fail", "report: " + verdict.report, {verdict.judge},
                   {object_id(record, path_of(package, verdict.pdf))}});
  const Packaged& main = record.editions.front();
  all.push_back({"validation", record.created, "built again from the package's sources and compared byte for byte", record.rebuilt == "same" ? "pass" : "fail",
                 record.rebuilt == "same" ? "the same bytes" : "other bytes", {record.program}, {object_id(record, main.pdf)}});
  all.push_back({"message digest calculation", record.created, "SHA-256 of every file", "success", {}, {record.program}, {record.id}});
  all.push_back({"ingestion", record.created, "packed for submission", "success", {}, {record.program}, {record.id}});
  return all;
}

void put_agent(XmlWriter& xml, const std::string& name, const std::string& type, const std::vector<std::string>& notes) {
  const std::size_t space = type == "software" ? name.rfind(' ') : std::string::npos;
  xml.open("premis:agent");
  put_identifier(xml, "agent", "local", name);
  xml.leaf("premis:agentName", name.substr(0, space)).leaf("premis:agentType", type);
  if (space != std::string::npos) xml.leaf("premis:agentVersion", name.substr(space + 1));
  for (const std::string& note : notes) xml.leaf("premis:agentNote", note);
  xml.close();
}

}  // namespace

std::string premis_of(const Representation& one, const Description& package) {
  XmlWriter xml;
  open_document(xml);
  const std::string data = one.folder() + "/data/";
  for (const auto& [path, sum] : package.files)
    if (path.starts_with(data)) put_file(xml, package.record, path, sum);
  return xml.done();
}

std::string premis_of_package(const Description& package) {
  const Record& record = package.record;
  XmlWriter xml;
  open_document(xml);
  xml.open("premis:object", {{"xsi:type", "premis:intellectualEntity"}});
  put_identifier(xml, "object", "local", record.id);
  xml.leaf("premis:originalName", record.title).close();
  for (const Representation& one : package.representations) {
    xml.open("premis:object", {{"xsi:type", "premis:representation"}});
    put_identifier(xml, "object", "local", object_id(record, one.folder()));
    xml.leaf("premis:originalName", one.title);
    put_part_of(xml, "represents", record.id);
    for (const auto& [path, sum] : package.files)
      if (path.starts_with(one.folder() + "/data/")) put_part_of(xml, "has part", object_id(record, path));
    xml.close();
  }
  std::size_t number = 0;
  for (const Event& event : events_of(package)) put_event(xml, record, event, ++number);
  put_agent(xml, record.program, "software", record.libraries);
  std::set<std::string> judges;
  for (const Verdict& verdict : record.verdicts) judges.insert(verdict.judge);
  for (const std::string& judge : judges) put_agent(xml, judge, "software", {});
  std::set<std::string> organizations;
  for (const SealedBy& seal : record.seals) organizations.insert(seal.signer);
  if (!record.author.empty()) organizations.insert(record.author);
  for (const std::string& one : organizations) put_agent(xml, one, "organization", {});
  return xml.done();
}

}  // namespace tilstand::archive
