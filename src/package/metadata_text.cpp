// SPDX-License-Identifier: Apache-2.0
#include "package/metadata_text.hpp"

#include "base/xml_text.hpp"
#include "digest/sha256.hpp"
#include "digest/uuid.hpp"
#include "haru/syntax.hpp"

namespace tilstand::package {
namespace {

std::string element(const char* name, const std::string& value) {
  if (value.empty()) return {};
  return std::string("<") + name + ">" + xml_escaped(value) + "</" + name + ">\n";
}

/// A property whose value is an RDF container; `items` are its finished rdf:li elements.
std::string container(const char* name, const char* kind, const std::string& items) {
  if (items.empty()) return {};
  return std::string("<") + name + "><rdf:" + kind + ">" + items + "</rdf:" + kind + "></" + name + ">\n";
}

std::string item(const std::string& value, const char* attribute = "") {
  return value.empty() ? std::string() : std::string("<rdf:li") + attribute + ">" + xml_escaped(value) + "</rdf:li>";
}

std::string alternative(const char* name, const std::string& value) {
  return container(name, "Alt", item(value, " xml:lang=\"x-default\""));
}

std::string keyword_items(const std::string& keywords) {
  std::string items;
  for (std::size_t begin = 0; begin < keywords.size();) {
    const std::size_t end = std::min(keywords.find(',', begin), keywords.size());
    const std::size_t first = keywords.find_first_not_of(' ', begin);
    if (first < end) items += item(keywords.substr(first, keywords.find_last_not_of(' ', end - 1) - first + 1));
    begin = end + 1;
  }
  return items;
}

constexpr const char* packet_start =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"";

/// The names of a press's file: of PDF/X, and of a document through its versions (ISO 16684-1, 8.6).
constexpr const char* press_names = "\n xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\"";

constexpr const char* packet_end = "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n";

/// PDF/UA-1 and level A. PDF/A knows no property of PDF/UA, so the packet describes it (ISO 19005-2 and 19005-3, 6.6.2.3).
constexpr const char* standards =
    "<pdfaid:conformance>A</pdfaid:conformance>\n<pdfuaid:part>1</pdfuaid:part>\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

/// Level F of PDF/A-4 (ISO 19005-4, 6.7.3) and PDF/UA-2 (ISO 14289-2, 5); neither asks to have its properties described.
constexpr const char* standards_of_pdf2 =
    "<pdfaid:part>4</pdfaid:part>\n<pdfaid:rev>2020</pdfaid:rev>\n<pdfaid:conformance>F</pdfaid:conformance>\n"
    "<pdfuaid:part>2</pdfuaid:part>\n<pdfuaid:rev>2024</pdfuaid:rev>\n";

std::string information_entry(const char* key, const std::string& value) {
  return value.empty() ? std::string() : key + haru::text_string(value);
}

/// ISO 15930-7: the version of PDF/X, whether inks are trapped, and the document's name through its versions.
std::string press_standards(const Metadata& metadata) {
  return element("pdfxid:GTS_PDFXVersion", "PDF/X-4") + element("pdf:Trapped", "False") +
         element("xmpMM:DocumentID", "uuid:" + digest::uuid(metadata.title + metadata.language)) +
         element("xmpMM:InstanceID", "uuid:" + digest::uuid(metadata.identifier)) + element("xmpMM:VersionID", "1") + element("xmpMM:RenditionClass", "default");
}

}  // namespace

std::string xmp_packet(const Metadata& metadata, definition::Profile profile) {
  const bool press = profile == definition::Profile::x4;
  std::string packet = std::string(packet_start) + (press ? press_names : "") + ">\n";
  packet += "<dc:format>application/pdf</dc:format>\n";
  packet += alternative("dc:title", metadata.title);
  packet += container("dc:creator", "Seq", item(metadata.author));
  packet += alternative("dc:description", metadata.subject);
  packet += container("dc:subject", "Bag", keyword_items(metadata.keywords));
  packet += alternative("dc:rights", metadata.licence);
  packet += container("dc:language", "Bag", item(metadata.language));
  packet += element("pdf:Producer", metadata.producer) + element("pdf:Keywords", metadata.keywords);
  packet += element("xmp:CreatorTool", metadata.producer);
  for (const char* date : {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"}) packet += element(date, metadata.date);
  if (press) return packet + press_standards(metadata) + packet_end;
  if (profile == definition::Profile::a4f_ua2) return packet + standards_of_pdf2 + packet_end;
  packet += profile == definition::Profile::a3a_ua1 ? "<pdfaid:part>3</pdfaid:part>\n" : "<pdfaid:part>2</pdfaid:part>\n";
  return packet + standards + packet_end;
}

std::string information_entries(const Metadata& metadata, definition::Profile profile) {
  if (profile == definition::Profile::a4f_ua2) return {};  // the packet says it all
  std::string entries = information_entry("/Title", metadata.title) + information_entry("/Author", metadata.author) +
                        information_entry("/Subject", metadata.subject) + information_entry("/Keywords", metadata.keywords) +
                        information_entry("/Creator", metadata.producer) + information_entry("/Producer", metadata.producer);
  if (profile == definition::Profile::x4) entries += "/Trapped/False";
  if (metadata.date.empty()) return entries;
  const std::string date = haru::date_string(metadata.date);
  return entries + "/CreationDate" + date + "/ModDate" + date;
}

std::string file_identifier(const Metadata& metadata) {
  constexpr std::size_t digits = 32;  // 16 bytes, as an MD5 digest has
  return digest::sha256(metadata.identifier).substr(0, digits);
}

}  // namespace tilstand::package
