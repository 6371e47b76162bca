// SPDX-License-Identifier: Apache-2.0
#include "seal/seal.hpp"

#include <algorithm>
#include <exception>
#include <utility>

#include "base/file.hpp"
#include "pdf/document.hpp"
#include "seal/cms.hpp"
#include "seal/token.hpp"
#include "seal/update.hpp"

namespace tilstand::seal {
namespace {

/// All that a seal is made of, once it has been read and found fit.
struct Materials {
  std::string bytes{};     ///< of the edition
  Signer signer{};
  Certificates trust{};
  std::optional<Token> token{};  ///< of the levels that have one
};

/// The only empty signature field; a file with a seal is not sealed again.
std::optional<Field> find_field(const Revision& revision, const std::string& path, Diagnostics& diagnostics) {
  const std::vector<Field> fields = signature_fields(revision);
  const auto is_filled = [](Field field) { return field.value.isDictionary(); };
  if (std::any_of(fields.begin(), fields.end(), is_filled)) {
    diagnostics.error("seal.already-sealed", "\"" + path + "\" is sealed already", {}, "seal the edition as it was built; tilstand verify says who has sealed this one");
  } else if (fields.empty()) {
    diagnostics.error("seal.no-field", "\"" + path + "\" has no field for a seal", {}, "build an edition with seal = true in its file, such as archive or data");
  } else if (!revision.has_reference_stream() || !fields.front().object.isIndirect()) {
    diagnostics.error("seal.not-prepared", "\"" + path + "\" has been written by another program, and can't be sealed by appending to it", {}, "seal the edition as it was built");
  } else {
    return fields.front();
  }
  return std::nullopt;
}

std::string hex_of(std::string_view bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) text += {digits[static_cast<unsigned char>(c) >> 4], digits[static_cast<unsigned char>(c) & 15]};
  return text;
}

/// The signature over a file with a blank, with its token; empty with the reason reported.
std::string signature_over(const std::string& file, const Blank& blank, Materials& materials, const Request& request, const Fetch& fetch, Diagnostics& diagnostics) {
  const std::string covered = file.substr(0, blank.hole) + file.substr(blank.hole_end);
  const Cms cms = sign(materials.signer, digest_of(covered, materials.signer.digest()), diagnostics);
  if (!cms) return {};
  if (request.level == Level::b) return der_of(cms.get());
  const auto signature = read_signature(der_of(cms.get()));
  const auto token = signature ? ask_for_token(request.tsa, signature->value, fetch, diagnostics) : std::nullopt;
  if (!token || !add_token(cms.get(), *token)) return {};
  std::string trouble;
  materials.token = read_token(*token, signature->value, trouble);
  return der_of(cms.get());
}

/// The sealed file. How much room a token takes is known only when it is there, so a hole that is too small is made anew.
std::string sealed_bytes(const Revision& revision, const Field& field, Materials& materials, const Request& request, const Fetch& fetch, Diagnostics& diagnostics) {
  constexpr std::size_t token_room = 12288, certificate_room = 2048, spare = 256;
  const std::string name = name_of(materials.signer.certificate);
  const Words words{request.moment, request.reason, request.location, name};
  std::size_t room = der_of(materials.signer.certificate).size() + certificate_room + (request.level == Level::b ? 0 : token_room);
  for (const Certificate& one : materials.signer.others) room += is_self_signed(one) ? 0 : der_of(one).size();
  for (int round = 0; round < 3; ++round) {
    const Blank blank = blank_seal(revision, field, words, room);
    std::string file = materials.bytes + blank.bytes;
    const std::string signature = signature_over(file, blank, materials, request, fetch, diagnostics);
    if (signature.empty()) return {};
    if (signature.size() <= room) return file.replace(blank.hole + 1, 2 * signature.size(), hex_of(signature));
    room = signature.size() + spare;
  }
  diagnostics.error("seal.wrong-token", "the tokens of the time stamp server " + request.tsa + " grow from one to the next", {}, "name another server by --tsa");
  return {};
}

/// Whether a chain leads to what is trusted. Only the level that holds the chain has to have one.
bool check_chain(const Chain& chain, const Certificate& certificate, const Request& request, Diagnostics& diagnostics) {
  if (chain.is_trusted()) return true;
  const std::string message = "the certificate of \"" + name_of(certificate) + "\" can't be followed to one that is trusted: " + chain.trouble;
  const std::string hint = "name roots by --trust, and certificates between by --certificates";
  if (request.level == Level::lt) diagnostics.error("seal.untrusted", message, {}, hint);
  else if (!request.trust.empty()) diagnostics.warning("seal.untrusted", message, {}, hint);
  return request.level != Level::lt;
}

/// Chains and revocation data of signer and time stamp server, appended as a DSS.
bool add_evidence(std::string& file, const Materials& materials, const Request& request, const Fetch& fetch, Diagnostics& diagnostics) {
  const Signature& stamp = materials.token->signature;
  const Moment moment = materials.token->moment;
  Certificates others = materials.signer.others;
  add_new(others, stamp.certificates);
  const Chain own = chain_of(materials.signer.certificate, others, materials.trust, Purpose::seal, moment);
  const Chain of_stamp = chain_of(stamp.signer, others, materials.trust, Purpose::time_stamp, moment);
  if (!check_chain(own, materials.signer.certificate, request, diagnostics) || !check_chain(of_stamp, stamp.signer, request, diagnostics)) return false;
  Evidence evidence;
  for (const Chain* chain : {&own, &of_stamp})
    if (!gather(*chain, materials.trust, moment, fetch, evidence, diagnostics)) return false;
  const auto revision = Revision::open(file);
  if (revision) file += evidence_update(*revision, evidence);
  return revision != nullptr;
}

std::optional<Materials> read_materials(const Request& request, const Passphrase& ask, Diagnostics& diagnostics) {
  if (!pdf::Document::open(request.input, diagnostics)) return std::nullopt;
  auto bytes = read_file(request.input);
  auto signer = read_signer({request.key, request.certificates}, ask, diagnostics);
  auto trust = read_certificates(request.trust, diagnostics);
  if (!bytes || !signer || !trust || !may_sign(signer->certificate, request.moment, diagnostics)) return std::nullopt;
  const Chain chain = chain_of(signer->certificate, signer->others, *trust, Purpose::seal, request.moment);
  if (!check_chain(chain, signer->certificate, request, diagnostics)) return std::nullopt;
  return Materials{std::move(*bytes), std::move(*signer), std::move(*trust), std::nullopt};
}

Sealed seal_file(const Request& request, const Passphrase& ask, const Fetch& fetch, Diagnostics& diagnostics) {
  auto materials = read_materials(request, ask, diagnostics);
  if (!materials) return {};
  const auto revision = Revision::open(materials->bytes);
  const auto field = revision ? find_field(*revision, request.input, diagnostics) : std::nullopt;
  if (!field) return {};
  std::string file = sealed_bytes(*revision, *field, *materials, request, fetch, diagnostics);
  if (file.empty() || (request.level == Level::lt && !add_evidence(file, *materials, request, fetch, diagnostics))) return {};
  if (!replace_file(request.out, file)) {
    diagnostics.error("seal.cannot-write", "\"" + request.out + "\" can't be written", {}, "the file that stood there, if there was one, is untouched");
    return {};
  }
  return {true, name_of(materials->signer.certificate), materials->bytes.size(), file.size()};
}

}  // namespace

const char* name_of(Level level) {
  constexpr const char* names[] = {"B-B", "B-T", "B-LT"};
  return names[static_cast<std::size_t>(level)];
}

Sealed seal(const Request& request, const Passphrase& ask, const Fetch& fetch, Diagnostics& diagnostics) {
  try {
    return seal_file(request, ask, fetch, diagnostics);
  } catch (const std::exception&) {  // libqpdf's way to say that an object is not what it should be
    diagnostics.error("seal.not-prepared", "\"" + request.input + "\" holds objects that can't be read", {}, "seal the edition as it was built");
    return {};
  }
}

}  // namespace tilstand::seal
