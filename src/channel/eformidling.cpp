// SPDX-License-Identifier: Apache-2.0
#include "channel/eformidling.hpp"

#include <algorithm>

#include "channel/contents.hpp"
#include "channel/eformidling_message.hpp"
#include "channel/encode.hpp"
#include "channel/json_answer.hpp"
#include "digest/sha256.hpp"
#include "recipients/recipients.hpp"

namespace tilstand::channel {
namespace {

using net::Method;
using net::Reach;

constexpr const char* archive_message_name = "arkivmelding.xml";

/// The class of an error's exception without its package: "DuplicateFilenameException".
std::string kind_of_error(const net::Response& answer) {
  const std::string kind = JsonAnswer(answer.body).at("/exception");
  return kind.substr(kind.rfind('.') == std::string::npos ? 0 : kind.rfind('.') + 1);
}

/// An answer that isn't the one hoped for, to something that can be done again.
Outcome outcome_of(const net::Response& answer, const std::string& what) {
  const std::string point = "the Integrasjonspunkt ";
  if (answer.reach == Reach::not_reached) return {State::failed, point + "can't be reached: " + answer.reason};
  if (answer.reach == Reach::tls_failed) return {State::failed, point + "has no trusted TLS connection: " + answer.reason};
  if (answer.reach == Reach::lost) return {State::failed, "the connection was lost while " + what + ": " + answer.reason};
  const std::string kind = kind_of_error(answer);
  const std::string said = "answered " + what + " with " + std::to_string(answer.status) + (kind.empty() ? "" : ", " + kind);
  const bool later = answer.status >= 500 || answer.status == 401 || answer.status == 403 || answer.status == 408 || answer.status == 429;
  const bool refused = answer.status >= 400 && !later;
  return {refused ? State::refused : State::failed, point + said, JsonAnswer(answer.body).at("/message")};
}

/// Whether one of the receiver's capabilities has the process and the document.
bool accepts(const JsonAnswer& capabilities, const std::string& process, const std::string& standard) {
  const std::size_t count = capabilities.count("/capabilities");
  for (std::size_t i = 0; i < count; ++i) {
    const std::string capability = "/capabilities/" + std::to_string(i), types = capability + "/documentTypes";
    if (capabilities.at(capability + "/process") != process) continue;
    const std::size_t documents = capabilities.count(types);
    for (std::size_t k = 0; k < documents; ++k)
      if (capabilities.at(types + "/" + std::to_string(k) + "/standard") == standard) return true;
  }
  return false;
}

struct LastStatus {
  bool delivered = false, failed = false, expired = false, under_way = false;
  std::string words{}, description{};
};

LastStatus gather(const JsonAnswer& statuses) {
  LastStatus last;
  const std::size_t count = statuses.count("/content");
  for (std::size_t i = 0; i < count; ++i) {
    const std::string entry = "/content/" + std::to_string(i), word = statuses.at(entry + "/status");
    (last.words += last.words.empty() ? "" : "\n") += word + " " + statuses.at(entry + "/lastUpdate");
    if (word == "LEVERT" || word == "LEST") last.delivered = true;
    else if (word == "LEVETID_UTLOPT") last.expired = true;
    else if (word == "FEIL") last.failed = true, last.description = statuses.at(entry + "/description");
    else if (word != "OPPRETTET") last.under_way = true;
  }
  return last;
}

}  // namespace

std::optional<Outcome> outcome_of_statuses(const std::string& json) {
  const LastStatus last = gather(JsonAnswer(json));
  if (last.delivered) return Outcome{State::delivered, "the receiver has fetched the message", last.words};
  if (last.expired) return Outcome{State::failed, "the message was not fetched within its time", last.words};
  if (last.failed) return Outcome{State::refused, "eFormidling tells of an error", last.words + "\n" + last.description};
  if (last.under_way) return Outcome{State::sent, "eFormidling has taken the message over", last.words};
  return std::nullopt;
}

net::Request EformidlingChannel::to(Method method, const std::string& path) const {
  return {.method = method,
          .url = settings_.url + path,
          .headers = {{"Accept", "application/json"}},
          .user = settings_.login.user,
          .secret = secret_,
          .limits = {.whole = std::chrono::seconds(settings_.seconds)},
          .trust = {settings_.ca_file}};
}

Outcome EformidlingChannel::send(const Parcel& parcel) {
  if (std::optional<Outcome> fault = fault_of(parcel)) return *fault;
  if (!recipients::is_org_number(parcel.address)) return {State::refused, "the recipient's address is no organisation number"};
  for (const auto step : {&EformidlingChannel::clear_way, &EformidlingChannel::create, &EformidlingChannel::upload_all})
    if (Step ended = (this->*step)(parcel)) return *ended;
  return hand_over(parcel.id);
}

std::pair<EformidlingChannel::Step, std::optional<Outcome>> EformidlingChannel::ask_status(const std::string& id) {
  const net::Response answer = net::request(to(Method::get, "/api/statuses/" + net::url_escaped(id) + "?size=100"));
  if (answer.reach == Reach::answered && answer.status == 404) return {};
  if (!answer.ok()) return {outcome_of(answer, "asking for statuses"), std::nullopt};
  if (!JsonAnswer(answer.body).whole()) return {Outcome{State::failed, "the answer to asking for statuses is no JSON"}, std::nullopt};
  return {std::nullopt, outcome_of_statuses(answer.body)};
}

std::optional<Outcome> EformidlingChannel::status(const std::string& id) { return ask_status(id).second; }

/// What an earlier attempt has left: nothing is done again that was done, and what has failed makes place.
EformidlingChannel::Step EformidlingChannel::clear_way(const Parcel& parcel) {
  const auto [ended, known] = ask_status(parcel.id);
  if (ended) return ended;
  if (!known) return std::nullopt;
  const bool over = known->state == State::failed || known->state == State::refused;
  return over ? forget(parcel.id) : Step(*known);
}

EformidlingChannel::Step EformidlingChannel::forget(const std::string& id) {
  for (const char* path : {"/api/messages/out/", "/api/conversations/messageId/"}) {
    const net::Response answer = net::request(to(Method::remove, path + net::url_escaped(id)));
    if (!answer.ok() && answer.status != 404) return outcome_of(answer, "deleting what has failed");
  }
  return std::nullopt;
}

EformidlingChannel::Step EformidlingChannel::ask_capabilities(const Parcel& parcel) {
  const net::Response answer = net::request(to(Method::get, "/api/capabilities/" + net::url_escaped(parcel.address)));
  if (!answer.ok()) return outcome_of(answer, "asking for capabilities");
  const JsonAnswer capabilities(answer.body);
  if (!capabilities.whole()) return Outcome{State::failed, "the answer to asking for capabilities is no JSON"};
  if (accepts(capabilities, settings_.process, standard_of(settings_.document))) return std::nullopt;
  return Outcome{State::refused, "the receiver takes no " + std::string(name_of(settings_.document)) + " in the process " + settings_.process};
}

/// Creates the message unless it waits in the queue already.
EformidlingChannel::Step EformidlingChannel::create(const Parcel& parcel) {
  const net::Response waiting = net::request(to(Method::get, "/api/messages/out/" + net::url_escaped(parcel.id)));
  if (waiting.ok()) return std::nullopt;
  if (waiting.reach != Reach::answered || waiting.status != 404) return outcome_of(waiting, "asking for the message");
  if (Step refused = ask_capabilities(parcel)) return refused;
  for (bool again = false;; again = true) {
    net::Request request = to(Method::post, "/api/messages/out");
    request.headers.push_back({"Content-Type", "application/json;charset=UTF-8"});
    request.body = business_document(parcel, settings_);
    const net::Response answer = net::request(request);
    if (answer.ok()) return std::nullopt;
    if (again || kind_of_error(answer) != "MessageAlreadyExistsException") return outcome_of(answer, "creating the message");
    // Either it left the queue just now, so that its statuses know more, or its message was deleted and its conversation keeps the id.
    const auto [ended, known] = ask_status(parcel.id);
    if (ended) return ended;
    if (known) return known;
    if (Step failed = forget(parcel.id)) return failed;
  }
}

EformidlingChannel::Step EformidlingChannel::upload_all(const Parcel& parcel) {
  std::vector<Attachment> files = sent_files(parcel);
  files.push_back({letter_name, "text/plain; charset=utf-8", {}, digest::sha256(letter(parcel))});
  const net::Request put = to(Method::put, "/api/messages/out/" + net::url_escaped(parcel.id));
  if (settings_.document == DocumentType::arkivmelding) {
    net::Request request = put;
    request.body = archive_message(parcel, files, settings_, now_);
    if (Step ended = upload(parcel.id, "Arkivmelding", {archive_message_name, "application/xml", {}, {}}, std::move(request))) return ended;
  }
  for (const Attachment& file : files) {
    net::Request request = put;
    request.body_file = file.path;
    if (file.path.empty()) request.body = letter(parcel);
    const bool first = &file == files.data();
    if (Step ended = upload(parcel.id, first ? parcel.subject : file.name, file, std::move(request))) return ended;
  }
  return std::nullopt;
}

EformidlingChannel::Step EformidlingChannel::upload(const std::string& id, const std::string& title, const Attachment& file, net::Request request) {
  request.url = settings_.url + "/api/messages/out/" + net::url_escaped(id) + "?title=" + net::url_escaped(title);
  request.headers.push_back({"Content-Type", file.media_type});
  request.headers.push_back({"Content-Disposition", "attachment; filename*=UTF-8''" + net::url_escaped(file.name)});  // RFC 6266
  const net::Response answer = net::request(request);
  if (answer.ok() || kind_of_error(answer) == "DuplicateFilenameException") return std::nullopt;
  return outcome_of(answer, "uploading a file");
}

Outcome EformidlingChannel::hand_over(const std::string& id) {
  const net::Response answer = net::request(to(Method::post, "/api/messages/out/" + net::url_escaped(id)));
  if (answer.ok()) return {State::sent, "the Integrasjonspunkt has queued the message", "messageId " + id};
  const bool unknown = answer.reach == Reach::lost || answer.status == 502 || answer.status == 504;  // a gateway speaks for another
  Outcome outcome = outcome_of(answer, "sending the message");
  if (unknown) outcome.state = State::uncertain;
  return outcome;
}

}  // namespace tilstand::channel
