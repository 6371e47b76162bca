// SPDX-License-Identifier: Apache-2.0
#include "sheets/press_keys.hpp"

#include <qpdf/QPDF.hh>

#include "base/xml_text.hpp"
#include "digest/uuid.hpp"
#include "sheets/sheet_file.hpp"

namespace tilstand::sheets {
namespace {

/// "D:20211231120000+01'00'" as ISO 8601; empty when it is no such date.
std::string iso_date(const std::string& date) {
  constexpr std::size_t whole = 16;  // D: and fourteen digits
  if (date.size() < whole || !date.starts_with("D:") || date.find_first_not_of("0123456789", 2) < whole) return {};
  const auto part = [&](std::size_t at, std::size_t length) { return date.substr(at, length); };
  const bool has_zone = date.size() >= whole + 6 && (date[whole] == '+' || date[whole] == '-');
  const std::string zone = has_zone ? part(whole, 3) + ":" + part(whole + 4, 2) : std::string("Z");
  return part(2, 4) + "-" + part(6, 2) + "-" + part(8, 2) + "T" + part(10, 2) + ":" + part(12, 2) + ":" + part(14, 2) + zone;
}

std::string packet_of(const pdf::Document& input, const std::string& title, const std::string& trapped) {
  const std::string date = iso_date(input.about().created);
  std::string text =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
      " xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">\n";
  text += "<dc:format>application/pdf</dc:format>\n<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + xml_escaped(title) + "</rdf:li></rdf:Alt></dc:title>\n";
  if (claims_press(input.about())) text += "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n";
  if (!date.empty())
    for (const std::string name : {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"}) text += "<" + name + ">" + date + "</" + name + ">\n";
  text += "<xmp:CreatorTool>tilstand</xmp:CreatorTool>\n<pdf:Producer>tilstand</pdf:Producer>\n<pdf:Trapped>" + trapped + "</pdf:Trapped>\n";
  text += "<xmpMM:DocumentID>uuid:" + digest::uuid(input.sha256() + title) + "</xmpMM:DocumentID>\n<xmpMM:VersionID>1</xmpMM:VersionID>\n<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n";
  return text + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n";
}

}  // namespace

void write_press_keys(const pdf::Document& input, const std::string& title, QPDF& file) {
  const pdf::About& about = input.about();
  const std::string trapped = about.trapped == "True" ? "True" : "False";
  QPDFObjectHandle metadata = QPDFObjectHandle::newStream(&file, packet_of(input, title, trapped));
  metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
  metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
  file.getRoot().replaceKey("/Metadata", metadata);
  QPDFObjectHandle intents = input.handle().getRoot().getKey("/OutputIntents"), carried = QPDFObjectHandle::newArray();
  for (int at = 0; intents.isArray() && at < intents.getArrayNItems(); ++at) {
    QPDFObjectHandle intent = intents.getArrayItem(at), kind = intent.isDictionary() ? intent.getKey("/S") : intent;
    if (!kind.isName() || kind.getName() != "/GTS_PDFX") continue;
    carried.appendItem(file.copyForeignObject(intent.isIndirect() ? intent : input.handle().makeIndirectObject(intent)));
  }
  if (carried.getArrayNItems() > 0) file.getRoot().replaceKey("/OutputIntents", carried);
  QPDFObjectHandle information = QPDFObjectHandle::newDictionary();
  information.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(title));
  information.replaceKey("/Producer", QPDFObjectHandle::newString("tilstand"));
  information.replaceKey("/Creator", QPDFObjectHandle::newString("tilstand"));
  information.replaceKey("/Trapped", QPDFObjectHandle::newName("/" + trapped));
  if (!iso_date(about.created).empty())
    for (const char* key : {"/CreationDate", "/ModDate"}) information.replaceKey(key, QPDFObjectHandle::newString(about.created));
  if (claims_press(about)) information.replaceKey("/GTS_PDFXVersion", QPDFObjectHandle::newString("PDF/X-4"));
  file.getTrailer().replaceKey("/Info", file.makeIndirectObject(information));
}

}  // namespace tilstand::sheets
