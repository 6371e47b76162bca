// SPDX-License-Identifier: Apache-2.0
#include "channel/eformidling_message.hpp"

#include "base/json_text.hpp"
#include "base/xml_text.hpp"
#include "channel/contents.hpp"
#include "digest/uuid.hpp"

namespace tilstand::channel {
namespace {

std::string made_id(const Parcel& parcel, const std::string& of) { return digest::uuid("eformidling " + of + " " + parcel.id); }

std::string party(const std::string& number) {
  return R"([{"identifier": {"authority": "iso6523-actorid-upis", "value": )" + json_string("0192:" + number) + "}}]";
}

std::string agreed_content(const Parcel& parcel) {
  std::string files;
  for (const Attachment& file : parcel.attachments)
    files += std::string(files.empty() ? "" : ", ") + R"({"name": )" + json_string(file.name) + R"(, "sha256": )" + json_string(file.sha256) + "}";
  return R"({"subject": )" + json_string(parcel.subject) + R"(, "text": )" + json_string(letter(parcel)) + R"(, "language": )" + json_string(parcel.language) +
         R"(, "files": [)" + files + "]}";
}

/// Writes elements of XML, indented.
class Xml {
 public:
  void open(const std::string& name, const std::string& attributes = {}) {
    text_ += indent() + "<" + name + attributes + ">\n";
    open_.push_back(name);
  }
  void close() {
    const std::string name = open_.back();
    open_.pop_back();
    text_ += indent() + "</" + name + ">\n";
  }
  void value(const std::string& name, const std::string& content) { text_ += indent() + "<" + name + ">" + xml_escaped(content) + "</" + name + ">\n"; }
  const std::string& text() const { return text_; }

 private:
  std::string indent() const { return std::string(open_.size() * 2, ' '); }

  std::string text_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  std::vector<std::string> open_{};
};

void write_document(Xml& xml, const Parcel& parcel, const Attachment& file, std::size_t number, const std::string& by, const std::string& moment) {
  xml.open("dokumentbeskrivelse");
  xml.value("systemID", made_id(parcel, "document " + std::to_string(number)));
  xml.value("dokumenttype", number == 1 ? "Rapport" : "Vedlegg");
  xml.value("dokumentstatus", "Dokumentet er ferdigstilt");
  xml.value("tittel", number == 1 ? parcel.subject : file.name);
  xml.value("opprettetDato", moment);
  xml.value("opprettetAv", by);
  xml.value("tilknyttetRegistreringSom", number == 1 ? "Hoveddokument" : "Vedlegg");
  xml.value("dokumentnummer", std::to_string(number));
  xml.value("tilknyttetDato", moment);
  xml.value("tilknyttetAv", by);
  xml.open("dokumentobjekt");
  xml.value("versjonsnummer", "1");
  xml.value("variantformat", "Arkivformat");
  xml.value("opprettetDato", moment);
  xml.value("opprettetAv", by);
  xml.value("referanseDokumentfil", file.name);
  xml.close();
  xml.close();
}

void write_journal_entry(Xml& xml, const Parcel& parcel, const std::vector<Attachment>& files, const std::string& by, Moment now) {
  const std::string moment = now.date_time();
  xml.open("basisregistrering", " xsi:type=\"journalpost\"");
  xml.value("systemID", made_id(parcel, "entry"));
  xml.value("opprettetDato", moment);
  xml.value("opprettetAv", by);
  xml.value("arkivertDato", moment);
  xml.value("arkivertAv", by);
  xml.value("referanseForelderMappe", made_id(parcel, "case"));
  std::size_t number = 0;
  for (const Attachment& file : files) write_document(xml, parcel, file, ++number, by, moment);
  xml.value("tittel", parcel.subject);
  xml.value("offentligTittel", parcel.subject);
  xml.value("journalposttype", "Utgående dokument");
  xml.value("journalstatus", "Ekspedert");
  xml.value("journaldato", now.date());
  for (const auto& [type, name] : {std::pair{"Avsender", by}, std::pair{"Mottaker", parcel.recipient}}) {
    xml.open("korrespondansepart");
    xml.value("korrespondanseparttype", type);
    xml.value("korrespondansepartNavn", name);
    xml.close();
  }
  xml.close();
}

}  // namespace

std::string_view name_of(DocumentType document) { return document == DocumentType::arkivmelding ? "arkivmelding" : "avtalt"; }

std::string standard_of(DocumentType document) {
  const std::string name(name_of(document));
  return "urn:no:difi:" + name + ":xsd::" + name;
}

std::string business_document(const Parcel& parcel, const EformidlingSettings& settings) {
  const std::string name(name_of(settings.document));
  const bool filed = settings.document == DocumentType::arkivmelding;
  const std::string content = filed ? "{}" : R"({"identifier": )" + json_string(settings.identifier) + R"(, "content": )" + agreed_content(parcel) + "}";
  return R"({"standardBusinessDocumentHeader": {"headerVersion": "1.0", "sender": )" + party(settings.sender) + R"(, "receiver": )" + party(parcel.address) +
         R"(, "documentIdentification": {"standard": )" + json_string(standard_of(settings.document)) + R"(, "typeVersion": )" + (filed ? R"("2.0")" : R"("1.0")") +
         R"(, "instanceIdentifier": )" + json_string(parcel.id) + R"(, "type": )" + json_string(name) +
         R"(}, "businessScope": {"scope": [{"type": "ConversationId", "instanceIdentifier": )" + json_string(made_id(parcel, "conversation")) +
         R"(, "identifier": )" + json_string(settings.process) + "}]}}, " + json_string(name) + ": " + content + "}";
}

std::string archive_message(const Parcel& parcel, const std::vector<Attachment>& files, const EformidlingSettings& settings, Moment now) {
  Xml xml;
  xml.open("arkivmelding", " xmlns=\"http://www.arkivverket.no/standarder/noark5/arkivmelding\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
  xml.value("system", "tilstand");
  xml.value("meldingId", parcel.id);
  xml.value("tidspunkt", now.date_time());
  xml.value("antallFiler", std::to_string(files.size()));
  xml.open("mappe", " xsi:type=\"saksmappe\"");
  xml.value("systemID", made_id(parcel, "case"));
  xml.value("tittel", parcel.subject);
  xml.value("opprettetDato", now.date_time());
  xml.value("opprettetAv", settings.name);
  write_journal_entry(xml, parcel, files, settings.name, now);
  xml.value("saksdato", now.date());
  xml.value("administrativEnhet", settings.unit);
  xml.value("saksansvarlig", settings.responsible);
  xml.value("saksstatus", "Avsluttet");
  xml.close();
  xml.close();
  return xml.text();
}

}  // namespace tilstand::channel
