// SPDX-License-Identifier: Apache-2.0
#include "archive/describe.hpp"
#include "archive/names.hpp"
#include "archive/xml_writer.hpp"
#include "digest/uuid.hpp"

namespace tilstand::archive {
namespace {

using Attributes = XmlWriter::Attributes;

/// Writes one METS.xml, that of the package or that of a representation.
class MetsWriter {
 public:
  /// `base`: the folder that the file lies in, "" or "representations/rep1/"; paths in it are seen from there.
  MetsWriter(const Description& package, std::string base) : package_(package), record_(package.record), base_(std::move(base)) {}

  /// CSIP1 to CSIP16, SIP1 to SIP20.
  void open(const std::string& id, const std::string& label) {
    xml_.open("mets", {{"xmlns", "http://www.loc.gov/METS/"}, {"xmlns:csip", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"}, {"xmlns:xlink", "http://www.w3.org/1999/xlink"},
                       {"OBJID", id}, {"LABEL", label}, {"TYPE", "Textual works – Digital"}, {"PROFILE", "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"},
                       {"csip:CONTENTINFORMATIONTYPE", "OTHER"}, {"csip:OTHERCONTENTINFORMATIONTYPE", content_type}});
    xml_.open("metsHdr", {{"CREATEDATE", record_.created}, {"LASTMODDATE", record_.created}, {"RECORDSTATUS", "NEW"}, {"csip:OAISPACKAGETYPE", "SIP"}});
    const std::size_t space = record_.program.rfind(' ');
    xml_.open("agent", {{"ROLE", "CREATOR"}, {"TYPE", "OTHER"}, {"OTHERTYPE", "SOFTWARE"}}).leaf("name", record_.program.substr(0, space));
    xml_.leaf("note", record_.program.substr(space + 1), {{"csip:NOTETYPE", "SOFTWARE VERSION"}}).close();
    const std::string author = record_.author.empty() ? "unknown" : record_.author;
    xml_.open("agent", {{"ROLE", "ARCHIVIST"}, {"TYPE", "ORGANIZATION"}}).leaf("name", author).close();
    xml_.open("agent", {{"ROLE", "CREATOR"}, {"TYPE", "ORGANIZATION"}}).leaf("name", author).close();
    xml_.close();
  }

  /// CSIP17 to CSIP30.
  void put_descriptive(const std::string& path) {
    descriptive_ = id("dmd " + path);
    xml_.open("dmdSec", {{"ID", descriptive_}, {"CREATED", record_.created}, {"STATUS", "CURRENT"}});
    put_reference(path, {{"MDTYPE", "DC"}});
    xml_.close();
  }

  /// CSIP31 to CSIP44.
  void put_administrative(const std::vector<std::string>& paths) {
    administrative_ = id("amd");
    xml_.open("amdSec", {{"ID", administrative_}});
    for (const std::string& path : paths) {
      xml_.open("digiprovMD", {{"ID", id("digiprov " + path)}, {"CREATED", record_.created}, {"STATUS", "CURRENT"}});
      const bool premis = path.find("metadata/preservation/") != std::string::npos;
      put_reference(path, premis ? Attributes{{"MDTYPE", "PREMIS"}, {"MDTYPEVERSION", "3.0"}} : Attributes{{"MDTYPE", "OTHER"}, {"OTHERMDTYPE", "tilstand"}});
      xml_.close();
    }
    xml_.close();
  }

  struct Group {
    std::string use;
    std::vector<std::string> paths;
    bool is_content = false;
  };

  /// CSIP58 to CSIP79, CSIP113, CSIP114.
  void put_files(const std::vector<Group>& groups) {
    xml_.open("fileSec", {{"ID", id("fileSec")}});
    for (const Group& group : groups) {
      Attributes attributes = {{"ID", id("group " + group.use)}, {"USE", group.use}};
      if (group.is_content) attributes.insert(attributes.end(), {{"csip:CONTENTINFORMATIONTYPE", "OTHER"}, {"csip:OTHERCONTENTINFORMATIONTYPE", content_type}});
      xml_.open("fileGrp", attributes);
      for (const std::string& path : group.paths) put_file(path);
      xml_.close();
    }
    xml_.close();
  }

  /// CSIP80 to CSIP100.
  void open_map(const std::string& label) {
    xml_.open("structMap", {{"ID", id("structMap")}, {"TYPE", "PHYSICAL"}, {"LABEL", "CSIP"}});
    xml_.open("div", {{"ID", id("div")}, {"LABEL", label}});
    Attributes metadata = {{"ID", id("div Metadata")}, {"LABEL", "Metadata"}, {"ADMID", administrative_}};
    if (!descriptive_.empty()) metadata.emplace_back("DMDID", descriptive_);
    xml_.empty("div", metadata);
  }
  void put_group_division(const std::string& use) {
    xml_.open("div", {{"ID", id("div " + use)}, {"LABEL", use}}).empty("fptr", {{"FILEID", id("group " + use)}}).close();
  }
  /// CSIP105 to CSIP112.
  void put_representation(const Representation& one) {
    xml_.open("div", {{"ID", id("div " + one.name)}, {"LABEL", "Representations/" + one.name}});
    xml_.empty("mptr", {{"LOCTYPE", "URL"}, {"xlink:type", "simple"}, {"xlink:href", to_href(one.folder() + "/METS.xml")}, {"xlink:title", id("group Representations")}});
    xml_.close();
  }
  std::string done() { return xml_.done(); }

 private:
  static constexpr const char* content_type = "Annual report with the sources that it is built from";

  std::string id(const std::string& seed) const { return xml_id(record_, base_ + seed); }
  Attributes facts(const std::string& path) const {
    const Sum& sum = package_.files.at(path);
    return {{"MIMETYPE", media_type_of(path)}, {"SIZE", std::to_string(sum.size)}, {"CREATED", record_.created}, {"CHECKSUM", sum.sha256}, {"CHECKSUMTYPE", "SHA-256"}};
  }
  std::string href(const std::string& path) const { return to_href(path.substr(base_.size())); }
  void put_reference(const std::string& path, const Attributes& kind) {
    Attributes all = {{"LOCTYPE", "URL"}, {"xlink:type", "simple"}, {"xlink:href", href(path)}};
    all.insert(all.end(), kind.begin(), kind.end());
    const Attributes known = facts(path);
    all.insert(all.end(), known.begin(), known.end());
    xml_.empty("mdRef", all);
  }
  void put_file(const std::string& path) {
    Attributes all = {{"ID", id("file " + path)}};
    const Attributes known = facts(path);
    all.insert(all.end(), known.begin(), known.end());
    xml_.open("file", all).empty("FLocat", {{"LOCTYPE", "URL"}, {"xlink:type", "simple"}, {"xlink:href", href(path)}}).close();
  }

  const Description& package_;
  const Record& record_;
  std::string base_, descriptive_, administrative_;
  XmlWriter xml_;
};

std::vector<std::string> paths_in(const Listing& files, const std::string& folder) {
  std::vector<std::string> all;
  for (const auto& [path, sum] : files)
    if (path.starts_with(folder)) all.push_back(path);
  return all;
}

}  // namespace

std::string xml_id(const Record& record, const std::string& seed) { return "uuid-" + digest::uuid(record.id + "\n" + seed); }

std::string mets_of(const Representation& one, const Description& package) {
  MetsWriter mets(package, one.folder() + "/");
  mets.open(one.name, one.title);
  mets.put_administrative(paths_in(package.files, one.folder() + "/metadata/"));
  mets.put_files({{"Data", paths_in(package.files, one.folder() + "/data/"), true}});
  mets.open_map(one.name);
  mets.put_group_division("Data");
  return mets.done();
}

std::string mets_of_package(const Description& package) {
  MetsWriter mets(package, "");
  mets.open(package.record.id, package.record.title);
  for (const std::string& path : paths_in(package.files, "metadata/descriptive/")) mets.put_descriptive(path);
  std::vector<std::string> administrative = paths_in(package.files, "metadata/preservation/");
  for (const std::string& path : paths_in(package.files, "metadata/other/")) administrative.push_back(path);
  mets.put_administrative(administrative);
  std::vector<std::string> documents;
  for (const Representation& one : package.representations) documents.push_back(one.folder() + "/METS.xml");
  mets.put_files({{"Documentation", paths_in(package.files, "documentation/")}, {"Schemas", paths_in(package.files, "schemas/")}, {"Representations", documents, true}});
  mets.open_map(package.record.id);
  mets.put_group_division("Documentation");
  mets.put_group_division("Schemas");
  for (const Representation& one : package.representations) mets.put_representation(one);
  return mets.done();
}

}  // namespace tilstand::archive
