// SPDX-License-Identifier: Apache-2.0
#include "seal/status.hpp"

#include <algorithm>
#include <exception>
#include <utility>

#include "base/file.hpp"
#include "base/utf8.hpp"
#include "digest/sha256.hpp"
#include "pdf/document.hpp"
#include "seal/appended.hpp"
#include "seal/token.hpp"
#include "seal/update.hpp"

namespace tilstand::seal {
namespace {

/// A field's signature as the file has it.
struct Found {
  Field field;
  std::size_t hole = 0, hole_end = 0;  ///< what its byte range leaves out
  std::size_t end = 0;                 ///< of what it covers
};

/// What a file is judged by besides its own bytes.
struct Known {
  const std::string& bytes;
  const Revision& whole;
  const Certificates& trust;
  const Evidence& evidence;
  Moment moment;
};

/// Whether nothing stands behind the end of file marker but one line end (ISO 32000-1, 7.5.5).
bool ends_with_its_mark(std::string_view bytes) {
  if (bytes.ends_with('\n')) bytes.remove_suffix(1);
  if (bytes.ends_with('\r')) bytes.remove_suffix(1);
  return bytes.ends_with("%%EOF");
}

/// Text of a stranger as it may be printed: in UTF-8, without control characters.
std::string printable(const std::string& text) {
  std::string plain;
  for (const char32_t point : decode_utf8(text))
    if (point >= U' ' && (point < 0x7F || point > 0x9F)) append_utf8(plain, point);
  return plain;
}

std::string text_of(QPDFObjectHandle dictionary, const char* key) {
  QPDFObjectHandle value = dictionary.getKey(key);
  return value.isString() ? printable(value.getUTF8Value()) : std::string();
}

/// The byte range of a signature; nothing when it is none that leaves out one hole of the file.
std::optional<Found> found_in(const Field& field, std::size_t size) {
  QPDFObjectHandle value = field.value, range = value.getKey("/ByteRange");
  std::size_t parts[4]{};
  if (!range.isArray() || range.getArrayNItems() != 4) return std::nullopt;
  for (int i = 0; i < 4; ++i) {
    QPDFObjectHandle number = range.getArrayItem(i);
    if (!number.isInteger() || number.getIntValue() < 0 || number.getUIntValue() > size) return std::nullopt;
    parts[i] = static_cast<std::size_t>(number.getUIntValue());
  }
  const bool is_sound = parts[0] == 0 && parts[1] < parts[2] && parts[2] + parts[3] <= size;
  return is_sound ? std::optional(Found{field, parts[1], parts[2], parts[2] + parts[3]}) : std::nullopt;
}

int value_of(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
}

/// The bytes of a hole, "<0a1b…>"; nothing when there is anything else in it.
std::optional<std::string> bytes_in(std::string_view hole) {
  if (hole.size() < 4 || hole.size() % 2 != 0 || !hole.starts_with('<') || !hole.ends_with('>')) return std::nullopt;
  std::string bytes;
  for (std::size_t at = 1; at + 1 < hole.size(); at += 2) {
    const int high = value_of(hole[at]), low = value_of(hole[at + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

/// The state that a seal covers, when it is one whose own field says the same of the seal: a range made for another state covers nothing.
std::unique_ptr<Revision> covered(const Found& found, const Known& known) {
  auto revision = Revision::open(std::string_view(known.bytes).substr(0, found.end));
  if (!revision) return nullptr;
  for (Field field : signature_fields(*revision)) {
    if (field.name != found.field.name || !field.value.isDictionary()) continue;
    const auto same = found_in(field, found.end);
    if (same && same->hole == found.hole && same->end == found.end && field.value.getKey("/Contents").isString()) return revision;
  }
  return nullptr;
}

/// What the chain's certificates but the trusted one were worth at the moment, by the file alone.
Standing standing_of(const Chain& chain, const Known& known, Moment moment) {
  Certificates others = known.evidence.certificates;
  add_new(others, chain.links);
  Standing all = Standing::good;
  for (std::size_t at = 0; at + 1 < chain.links.size(); ++at) {
    const Standing one = standing_by(known.evidence, {chain.links[at], chain.links[at + 1], others, known.trust, moment});
    if (one == Standing::revoked) return one;
    if (one == Standing::unknown) all = one;
  }
  return all;
}

/// Looks at one seal step by step; each step says what speaks against it.
class Look {
 public:
  Look(Field field, const Known& known) : field_(std::move(field)), known_(known) {}

  Seal run() {
    seal_.field = printable(field_.name);
    seal_.reason = text_of(field_.value, "/Reason");
    seal_.location = text_of(field_.value, "/Location");
    claimed_ = read_pdf_date(text_of(field_.value, "/M"));
    if (claimed_) seal_.claimed = utc_text(*claimed_);
    const auto found = found_in(field_, known_.bytes.size());
    if (!found) return broken("it doesn't say soundly which bytes it covers");
    seal_.ends = found->end;
    if (look_at_bytes(*found) && look_at_stamp()) look_at_chain();
    return std::move(seal_);
  }

 private:
  Seal broken(const std::string& trouble) {
    speak(Verdict::broken, trouble);
    return std::move(seal_);
  }

  void speak(Verdict verdict, const std::string& trouble) {
    seal_.troubles.push_back(trouble);
    seal_.verdict = std::max(seal_.verdict, verdict);
  }

  /// The signature itself, and what stands behind it.
  bool look_at_bytes(const Found& found) {
    const std::string_view bytes = known_.bytes;
    const auto contents = bytes_in(bytes.substr(found.hole, found.hole_end - found.hole));
    const auto revision = covered(found, known_);
    QPDFObjectHandle said = field_.value.getKey("/Contents");
    if (contents && said.isString() && said.getStringValue() == *contents) signature_ = read_signature(*contents);
    if (!signature_) return speak(Verdict::broken, "what stands in its place is no signature that can be read"), false;
    seal_.signer = name_of(signature_->signer);
    seal_.algorithm = algorithm_of(*signature_);
    std::string content(bytes.substr(0, found.hole));
    content += bytes.substr(found.hole_end, found.end - found.hole_end);
    const Integrity integrity = integrity_of(*signature_, &content);
    if (integrity == Integrity::changed) speak(Verdict::broken, "the file has been changed since it was sealed");
    if (integrity == Integrity::broken) speak(Verdict::broken, "the signature is not that of its certificate");
    if (integrity == Integrity::wrong_certificate) speak(Verdict::broken, "the signature names another certificate");
    if (!revision) speak(Verdict::broken, "the bytes that it covers are no file of their own");
    if (seal_.verdict == Verdict::broken) return false;
    seal_.appended = ends_with_its_mark(known_.bytes) ? appended_between(*revision, known_.whole) : Appended::changes;
    if (seal_.appended == Appended::changes) speak(Verdict::broken, "the file has been added to since it was sealed, with more than revocation data");
    return true;
  }

  /// The time stamp; without one the time is only said.
  bool look_at_stamp() {
    moment_ = claimed_;
    if (!signature_->token.empty()) {
      std::string trouble;
      token_ = read_token(signature_->token, signature_->value, trouble);
      if (!token_) return speak(Verdict::broken, "its time stamp " + trouble), false;
      moment_ = token_->moment;
      seal_.level = Level::t;
      seal_.stamped = utc_text(token_->moment);
      seal_.stamper = name_of(token_->signature.signer);
    }
    if (!moment_) speak(Verdict::undecided, "it says no time");
    return moment_.has_value();
  }

  /// Who has made it, and whether that was valid then.
  void look_at_chain() {
    Certificates others = signature_->certificates;
    add_new(others, known_.evidence.certificates);
    const Chain chain = chain_of(signature_->signer, others, known_.trust, Purpose::seal, *moment_);
    if (chain.links.size() > 1) seal_.issuer = name_of(chain.links[1]);
    if (!chain.is_trusted()) speak(Verdict::undecided, "its certificate can't be followed to one that is trusted: " + chain.trouble);
    Standing standing = standing_of(chain, known_, *moment_);
    if (token_) standing = look_at_stamper(others, standing);
    else if (known_.moment > valid_until(signature_->signer)) speak(Verdict::undecided, "its certificate has expired on " + utc_text(valid_until(signature_->signer)) + ", and no time stamp says that it is older");
    seal_.revocation = standing == Standing::good ? "good" : standing == Standing::revoked ? "revoked" : "not in the file";
    if (standing == Standing::revoked) speak(Verdict::broken, "a certificate had been revoked when it was made");
    if (standing == Standing::good && token_ && chain.is_trusted() && seal_.verdict == Verdict::valid) seal_.level = Level::lt;
    if (standing == Standing::unknown && chain.is_trusted()) seal_.remarks.push_back("the file doesn't say whether certificates were revoked");
  }

  Standing look_at_stamper(Certificates others, Standing standing) {
    add_new(others, token_->signature.certificates);
    const Certificate& stamper = token_->signature.signer;
    const Chain chain = chain_of(stamper, others, known_.trust, Purpose::time_stamp, *moment_);
    if (!chain.is_trusted()) speak(Verdict::undecided, "the certificate of its time stamp can't be followed to one that is trusted: " + chain.trouble);
    if (known_.moment > valid_until(stamper)) seal_.remarks.push_back("the certificate of the time stamp has expired on " + utc_text(valid_until(stamper)));
    const Standing of_stamp = standing_of(chain, known_, *moment_);
    return standing == Standing::good || of_stamp == Standing::revoked ? of_stamp : standing;
  }

  Field field_;
  const Known& known_;
  Seal seal_;
  std::optional<Moment> claimed_, moment_;
  std::optional<Signature> signature_;
  std::optional<Token> token_;
};

/// Where the state before the first seal ends.
std::optional<std::uint64_t> prefix_of(const std::string& bytes, const std::vector<Field>& fields) {
  std::optional<Found> first;
  for (Field field : fields) {
    if (!field.value.isDictionary()) continue;
    const auto found = found_in(field, bytes.size());
    if (found && (!first || found->end < first->end)) first = found;
    if (!found) return std::nullopt;
  }
  if (!first) return bytes.size();
  const auto revision = Revision::open(std::string_view(bytes).substr(0, first->end));
  return revision ? revision->end_before() : std::nullopt;
}

std::optional<Status> look(const std::string& path, const Judge& judge, Diagnostics& diagnostics) {
  const auto document = pdf::Document::open(path, diagnostics);
  const auto trust = read_certificates(judge.trust, diagnostics);
  const auto bytes = document ? read_file(path) : std::nullopt;
  const auto revision = bytes ? Revision::open(*bytes) : nullptr;
  if (!revision || !trust) return std::nullopt;
  Status status{path, document->sha256(), bytes->size(), 0, {}};
  const std::vector<Field> fields = signature_fields(*revision);
  status.unsealed = prefix_of(*bytes, fields).value_or(0);
  const Evidence evidence = evidence_in(*revision);
  const Known known{*bytes, *revision, *trust, evidence, judge.moment};
  for (Field field : fields)
    if (field.value.isDictionary()) status.seals.push_back(Look(field, known).run());
  return status;
}

}  // namespace

const char* name_of(Verdict verdict) {
  constexpr const char* names[] = {"valid", "undecided", "broken"};
  return names[static_cast<std::size_t>(verdict)];
}

Verdict Status::verdict() const {
  Verdict worst = seals.empty() ? Verdict::undecided : Verdict::valid;
  for (const Seal& seal : seals) worst = std::max(worst, seal.verdict);
  return worst;
}

std::optional<Status> status(const std::string& path, const Judge& judge, Diagnostics& diagnostics) {
  try {
    return look(path, judge, diagnostics);
  } catch (const std::exception&) {  // libqpdf's way to say that an object is not what it should be
    diagnostics.error("seal.unreadable", "\"" + path + "\" holds objects that can't be read", {});
    return std::nullopt;
  }
}

std::optional<std::uint64_t> unsealed_prefix(const std::string& path, Diagnostics& diagnostics) {
  try {
    const auto document = pdf::Document::open(path, diagnostics);
    const auto bytes = document ? read_file(path) : std::nullopt;
    const auto revision = bytes ? Revision::open(*bytes) : nullptr;
    return revision ? prefix_of(*bytes, signature_fields(*revision)) : std::nullopt;
  } catch (const std::exception&) {
    diagnostics.error("seal.unreadable", "\"" + path + "\" holds objects that can't be read", {});
    return std::nullopt;
  }
}

}  // namespace tilstand::seal
