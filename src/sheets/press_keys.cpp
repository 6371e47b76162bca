// SPDX-License-Identifier: Apache-2.0
#include "sheets/press_keys.hpp"

#include <qpdf/QPDF.hh>

#include "digest/sha256.hpp"
#include "sheets/sheet_file.hpp"

namespace tilstand::sheets {
namespace {

std::string escaped(const std::string& text) {
  std::string out;
  for (const char one : text) {
    if (one == '&') out += "&amp;";
    else if (one == '<') out += "&lt;";
    else if (one == '>') out += "&gt;";
    else if (static_cast<unsigned char>(one) >= 0x20) out += one;
  }
  return out;
}

/// "D:20211231120000+01'00'" as ISO 8601; empty when it is no such date.
std::string iso_date(const std::string& date) {
  constexpr std::size_t whole = 16;  // D: and fourteen digits
  if (date.size() < whole || !date.starts_with("D:") || date.find_first_not_of("0123456789", 2) < whole) return {};
  const auto part = [&](std::size_t at, std::size_t length) { return date.substr(at, length); };
  const bool has_zone = date.size() >= whole + 6 && (date[whole] == '+' || date[whole] == '-');
  const std::string zone = has_zone ? part(whole, 3) + ":" + part(whole + 4, 2) : std::string("Z");
  return part(2, 4) + "-" + part(6, 2) + "-" + part(8, 2) + "T" + part(10, 2) + ":" + part(12, 2) + ":" + part(14, 2) + zone;
}

/// A name for the file that is its inputs' alone (RFC 4122, 4.3 in form).
std::string document_id(const std::string& seed) {
  const std::string digits = digest::sha256(seed);
  return "uuid:" + digits.substr(0, 8) + "-" + digits.substr(8, 4) + "-5" + digits.substr(13, 3) + "-8" + digits.substr(17, 3) + "-" + digits.substr(20, 12);
}

std::string packet_of(const pdf::Document& input, const std::string& title, const std::string& trapped) {
  const std::string date = iso_date(input.about().created);
  std::string text =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
      " xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">\n";
  text += "<dc:format>application/pdf</dc:format>\n<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(title) + "</rdf:li></rdf:Alt></dc:title>\n";
  if (claims_press(input.about())) text += "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n";
  if (!date.empty())
    for (const std::string name : {"xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"}) text += "<" + name + ">" + date + "</" + name + ">\n";
  text += "<xmp:CreatorTool>tilstand</xmp:CreatorTool>\n<pdf:Producer>tilstand</pdf:Producer>\n<pdf:Trapped>" + trapped + "</pdf:Trapped>\n";
  text += "<xmpMM:DocumentID>" + document_id(input.sha256() + title) + "</xmpMM:DocumentID>\n<xmpMM:VersionID>1</xmpMM:VersionID>\n<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n";
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
