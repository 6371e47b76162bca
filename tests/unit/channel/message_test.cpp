// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "channel/contents.hpp"
#include "channel/eformidling.hpp"
#include "channel/eformidling_message.hpp"
#include "channel/json_answer.hpp"
#include "channel/mail.hpp"
#include "channel/mail_message.hpp"
#include "unit/channel/sample_parcel.hpp"

using namespace tilstand;
using channel::Outcome;
using channel::State;
using support::holds;

TEST_CASE("a parcel is checked before it is sent", "[channel][unit]") {
  const support::Folder folder("channel-check");
  const channel::Parcel sound = support::sample_parcel(folder);
  CHECK_FALSE(channel::fault_of(sound));
  const auto state_after = [&](auto spoil) {
    channel::Parcel parcel = sound;
    spoil(parcel);
    const std::optional<Outcome> fault = channel::fault_of(parcel);
    return fault ? fault->state : State::sent;
  };
  CHECK(state_after([](auto& parcel) { parcel.id = "../x"; }) == State::refused);
  CHECK(state_after([](auto& parcel) { parcel.attachments[0].name = "../x.pdf"; }) == State::refused);
  CHECK(state_after([](auto& parcel) { parcel.attachments[0].name = "letter.txt"; }) == State::refused);
  CHECK(state_after([](auto& parcel) { parcel.attachments.push_back(parcel.attachments[0]); }) == State::refused);
  CHECK(state_after([](auto& parcel) { parcel.attachments[0].sha256[0] ^= 1; }) == State::refused);
  CHECK(state_after([](auto& parcel) { parcel.attachments[0].path += ".gone"; }) == State::failed);
}

TEST_CASE("a mail depends on parcel, sender and date alone, and its id on the parcel", "[channel][unit]") {
  const support::Folder folder("channel-mail");
  channel::Parcel parcel = support::sample_parcel(folder);
  const channel::MailSender sender{"sender@agency.example", "Etaten", {1655294399}};
  const std::string message = channel::mail_message(parcel, sender).value();
  CHECK(message == channel::mail_message(parcel, sender).value());
  CHECK(message.starts_with("Message-ID: <0b9f3c1e-5f0a-8c7d-9b2e-1f2a3b4c5d6e@agency.example>\r\nDate: Wed, 15 Jun 2022 11:59:59 +0000\r\n"));
  CHECK(holds(message, "\r\n filename*=UTF-8''report%20%C3%A6.pdf\r\n"));
  for (std::size_t i = 0; (i = message.find('\n', i)) != std::string::npos; ++i) CHECK(message[i - 1] == '\r');
  parcel.link = "https://agency.example/r";
  const std::string linked = channel::mail_message(parcel, sender).value();
  CHECK_FALSE(holds(linked, "multipart"));
  CHECK(holds(linked, "\r\nhttps://agency.example/r\r\n"));
  CHECK(holds(linked, parcel.attachments[0].sha256));
  parcel.link.clear();
  parcel.attachments[0].path += ".gone";
  CHECK_FALSE(channel::mail_message(parcel, sender));
}

TEST_CASE("the end of an SMTP session says what became of the parcel", "[channel][unit]") {
  using net::Reach;
  using net::Stage;
  const auto state = [](Reach reach, Stage stage, int status, bool handed_over = false) {
    return channel::outcome_of(net::MailAnswer{.reach = reach, .stage = stage, .status = status, .handed_over = handed_over}).state;
  };
  CHECK(state(Reach::answered, Stage::content, 250) == State::sent);
  CHECK(state(Reach::answered, Stage::content, 554) == State::refused);
  CHECK(state(Reach::answered, Stage::content, 452) == State::failed);
  CHECK(state(Reach::answered, Stage::recipient, 550) == State::refused);
  CHECK(state(Reach::answered, Stage::recipient, 450) == State::failed);
  CHECK(state(Reach::answered, Stage::login, 535) == State::failed);
  CHECK(state(Reach::not_reached, Stage::connecting, 0) == State::failed);
  CHECK(state(Reach::tls_failed, Stage::connecting, 220) == State::failed);
  CHECK(state(Reach::lost, Stage::content, 354) == State::failed);
  CHECK(state(Reach::lost, Stage::content, 354, true) == State::uncertain);
}

TEST_CASE("an answer's JSON is read by pointers", "[channel][unit]") {
  const channel::JsonAnswer answer(R"({"a": {"b": [1, {"c": "x"}, [true]]}, "d/e": null, "f": "\u00e6"})");
  CHECK(answer.at("/a/b/0") == "1");
  CHECK(answer.at("/a/b/1/c") == "x");
  CHECK(answer.at("/a/b/2/0") == "true");
  CHECK(answer.at("/f") == "\xC3\xA6");
  CHECK(answer.at("/d~1e").empty());
  CHECK(answer.count("/a/b") == 3);
  CHECK(answer.count("/g") == 0);
  CHECK(channel::JsonAnswer(R"({"a": 1)").at("/a").empty());
  CHECK(answer.whole());
  CHECK_FALSE(channel::JsonAnswer("<html>").whole());
}

TEST_CASE("the statuses of a message say together what became of it", "[channel][unit]") {
  const auto state = [](const std::string& words) {
    std::string json;
    for (std::size_t start = 0; start < words.size();) {
      const std::size_t end = std::min(words.find(' ', start), words.size());
      json += std::string(json.empty() ? "" : ",") + R"({"status": ")" + words.substr(start, end - start) + "\"}";
      start = end + 1;
    }
    return channel::outcome_of_statuses("{\"content\": [" + json + "]}");
  };
  CHECK_FALSE(state(""));
  CHECK_FALSE(state("OPPRETTET"));
  CHECK_FALSE(channel::outcome_of_statuses("no JSON"));
  CHECK(state("OPPRETTET SENDT")->state == State::sent);
  CHECK(state("OPPRETTET SENDT MOTTATT")->state == State::sent);
  CHECK(state("LEVERT SENDT OPPRETTET")->state == State::delivered);
  CHECK(state("SENDT LEST")->state == State::delivered);
  CHECK(state("SENDT FEIL")->state == State::refused);
  CHECK(state("SENDT LEVETID_UTLOPT")->state == State::failed);
}

TEST_CASE("a standard business document and an arkivmelding carry the parcel's ids", "[channel][unit]") {
  const support::Folder folder("channel-sbd");
  channel::Parcel parcel = support::sample_parcel(folder);
  parcel.address = "974760673";
  channel::EformidlingSettings settings;
  settings.sender = "991825827";
  settings.name = "Etaten";
  settings.process = "urn:no:difi:profile:arkivmelding:administrasjon:ver1.0";
  const channel::JsonAnswer document(channel::business_document(parcel, settings));
  const std::string header = "/standardBusinessDocumentHeader";
  CHECK(document.at(header + "/sender/0/identifier/value") == "0192:991825827");
  CHECK(document.at(header + "/receiver/0/identifier/value") == "0192:974760673");
  CHECK(document.at(header + "/documentIdentification/instanceIdentifier") == parcel.id);
  CHECK(document.at(header + "/documentIdentification/standard") == "urn:no:difi:arkivmelding:xsd::arkivmelding");
  CHECK(document.at(header + "/businessScope/scope/0/identifier") == settings.process);
  const std::string xml = channel::archive_message(parcel, parcel.attachments, settings, {1655294399});
  CHECK(holds(xml, "<meldingId>" + parcel.id + "</meldingId>"));
  CHECK(holds(xml, "<tittel>Rapport om sauer &amp; gj\xC3\xB8ker</tittel>"));
  CHECK(holds(xml, "<referanseDokumentfil>report \xC3\xA6.pdf</referanseDokumentfil>"));
  settings.document = channel::DocumentType::avtalt;
  settings.identifier = "agreed.v1";
  const channel::JsonAnswer agreed(channel::business_document(parcel, settings));
  CHECK(agreed.at("/avtalt/identifier") == "agreed.v1");
  CHECK(agreed.at("/avtalt/content/files/0/sha256") == parcel.attachments[0].sha256);
  CHECK(agreed.at("/avtalt/content/subject") == parcel.subject);
}
