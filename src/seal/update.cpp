// SPDX-License-Identifier: Apache-2.0
#include "seal/update.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "digest/sha256.hpp"

namespace tilstand::seal {
namespace {

std::string reference(unsigned number) { return std::to_string(number) + " 0 R"; }

std::string text_object(const std::string& utf8) { return QPDFObjectHandle::newUnicodeString(utf8).unparseBinary(); }

void append_big_endian(std::string& row, std::uint64_t value, unsigned width) {
  for (unsigned i = width; i-- > 0;) row += static_cast<char>(value >> (8 * i) & 0xFF);
}

/// "<</ID[<…><…>]": the file's own, and one for this state of it (14.4).
std::string identifiers(QPDFObjectHandle trailer, const std::string& state) {
  constexpr std::size_t digits = 32;
  QPDFObjectHandle both = trailer.getKey("/ID");
  const std::string changed = "<" + digest::sha256(state).substr(0, digits) + ">";
  const std::string first = both.isArray() && both.getArrayNItems() == 2 ? both.getArrayItem(0).unparseBinary() : changed;
  return "/ID[" + first + changed + "]";
}

}  // namespace

Update::Update(const Revision& before) : before_(before), next_(static_cast<unsigned>(before.pdf().getTrailer().getKey("/Size").getUIntValueAsUInt())) {}

void Update::put(unsigned number, std::string body) { objects_.push_back({number, std::move(body)}); }

void Update::put_stream(unsigned number, const std::string& bytes) {
  put(number, "<</Length " + std::to_string(bytes.size()) + ">>\nstream\n" + bytes + "\nendstream");
}

void Update::change(QPDFObjectHandle object, const std::string& more) {
  std::string body = object.unparseResolved();
  ensure(body.ends_with(">>"));
  body.insert(body.size() - 2, more);
  put(static_cast<unsigned>(object.getObjectID()), std::move(body));
}

std::string Update::opening(const Object& object) const { return std::to_string(object.number) + " 0 obj\n"; }

std::string Update::bytes() const {
  std::string text = before_.bytes().ends_with('\n') ? "" : "\n";
  std::vector<std::size_t> places;
  for (const Object& object : objects_) {
    places.push_back(before_.bytes().size() + text.size());
    text += opening(object) + object.body + "\nendobj\n";
  }
  const std::size_t offset = before_.bytes().size() + text.size();
  text += references(offset, places) + "startxref\n" + std::to_string(offset) + "\n%%EOF\n";
  return text;
}

std::size_t Update::body_of(unsigned number) const {
  std::size_t at = before_.bytes().size() + (before_.bytes().ends_with('\n') ? 0 : 1);
  for (const Object& object : objects_) {
    at += opening(object).size();
    if (object.number == number) return at;
    at += object.body.size() + std::string("\nendobj\n").size();
  }
  ensure(false);
  return 0;
}

/// A cross-reference stream (7.5.8) of the objects and of itself.
std::string Update::references(std::size_t offset, const std::vector<std::size_t>& places) const {
  constexpr unsigned width = 5;  // bytes of an offset
  std::vector<std::pair<unsigned, std::size_t>> rows{{next_, offset}};
  for (std::size_t i = 0; i < objects_.size(); ++i) rows.emplace_back(objects_[i].number, places[i]);
  std::sort(rows.begin(), rows.end());
  std::string index, table;
  for (const auto& [number, place] : rows) {
    index += std::to_string(number) + " 1 ";
    table += '\1';
    append_big_endian(table, place, width);
    table += '\0';
  }
  QPDFObjectHandle trailer = before_.pdf().getTrailer();
  std::string state(before_.bytes());
  for (const Object& object : objects_) state += object.body;
  std::string entries = "<</Type/XRef/Size " + std::to_string(next_ + 1) + "/W[1 5 1]/Index[" + index + "]/Prev " + std::to_string(before_.references()) + "/Root " + trailer.getKey("/Root").unparse();
  if (trailer.hasKey("/Info")) entries += "/Info " + trailer.getKey("/Info").unparse();
  entries += identifiers(trailer, state) + "/Length " + std::to_string(table.size()) + ">>";
  return std::to_string(next_) + " 0 obj\n" + entries + "\nstream\n" + table + "\nendstream\nendobj\n";
}

Blank blank_seal(const Revision& before, const Field& field, const Words& words, std::size_t room) {
  constexpr std::size_t range_width = 48;
  const std::string range = "/ByteRange[";
  std::string body = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(" + pdf_date(words.moment) + ")";
  for (const auto& [key, text] : {std::pair("/Name", words.name), std::pair("/Reason", words.reason), std::pair("/Location", words.location)})
    if (!text.empty()) body += key + text_object(text);
  const std::size_t range_at = body.size() + range.size();
  body += range + std::string(range_width, ' ') + "]/Contents";
  const std::size_t hole_at = body.size();
  body += "<" + std::string(2 * room, '0') + ">>>";

  Update update(before);
  const unsigned number = update.allocate();
  update.put(number, std::move(body));
  update.change(field.object, "/V " + reference(number));
  QPDFObjectHandle catalog = before.pdf().getRoot(), form = catalog.getKey("/AcroForm");
  form.replaceKey("/SigFlags", QPDFObjectHandle::newInteger(3));  // signed, and only to be appended to (12.7.2)
  update.change(form.isIndirect() ? form : catalog, "");

  Blank blank;
  blank.bytes = update.bytes();
  blank.hole = update.body_of(number) + hole_at;
  blank.hole_end = blank.hole + 2 * room + 2;
  const std::size_t size = before.bytes().size() + blank.bytes.size();
  const std::string ranges = "0 " + std::to_string(blank.hole) + " " + std::to_string(blank.hole_end) + " " + std::to_string(size - blank.hole_end);
  blank.bytes.replace(update.body_of(number) + range_at - before.bytes().size(), ranges.size(), ranges);
  return blank;
}

std::string evidence_update(const Revision& before, const Evidence& evidence) {
  Update update(before);
  const unsigned dss = update.allocate();
  std::string body = "<</Type/DSS";
  const auto add = [&](const char* key, const std::vector<std::string>& all) {
    if (all.empty()) return;
    body += key;
    for (const std::string& bytes : all) {
      const unsigned number = update.allocate();
      update.put_stream(number, bytes);
      body += reference(number) + " ";
    }
    body += "]";
  };
  std::vector<std::string> certificates;
  for (const Certificate& one : evidence.certificates) certificates.push_back(der_of(one));
  add("/Certs[", certificates);
  add("/OCSPs[", evidence.ocsps);
  add("/CRLs[", evidence.crls);
  update.put(dss, body + ">>");
  QPDFObjectHandle catalog = before.pdf().getRoot(), extensions = catalog.getKey("/Extensions");
  if (!extensions.isDictionary()) extensions = QPDFObjectHandle::newDictionary();
  extensions.replaceKey("/ESIC", QPDFObjectHandle::parse("<</BaseVersion/1.7/ExtensionLevel 1>>"));  // whose idea a DSS is (7.12)
  catalog.replaceKey("/Extensions", extensions);
  catalog.removeKey("/DSS");
  update.change(catalog, "/DSS " + reference(dss));
  return update.bytes();
}

Evidence evidence_in(const Revision& revision) {
  Evidence evidence;
  QPDFObjectHandle dss = revision.pdf().getRoot().getKey("/DSS");
  if (!dss.isDictionary()) return evidence;
  const auto each = [&](const char* key, const auto& take) {
    QPDFObjectHandle list = dss.getKey(key);
    for (int i = 0; list.isArray() && i < list.getArrayNItems(); ++i) {
      QPDFObjectHandle stream = list.getArrayItem(i);
      if (!stream.isStream()) continue;
      const auto data = stream.getStreamData(qpdf_dl_generalized);
      take(std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()));
    }
  };
  each("/Certs", [&](const std::string& der) {
    if (auto one = certificate_of(der)) evidence.certificates.push_back(std::move(*one));
  });
  each("/OCSPs", [&](std::string der) { evidence.ocsps.push_back(std::move(der)); });
  each("/CRLs", [&](std::string der) { evidence.crls.push_back(std::move(der)); });
  return evidence;
}

}  // namespace tilstand::seal
