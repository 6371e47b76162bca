// SPDX-License-Identifier: Apache-2.0
#include "pdf/document.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "base/file.hpp"
#include "digest/sha256.hpp"

namespace tilstand::pdf {
namespace {

std::optional<Box> box_of(QPDFObjectHandle array) {
  if (!array.isRectangle()) return std::nullopt;
  const QPDFObjectHandle::Rectangle sides = array.getArrayAsRectangle();
  const Box box{std::min(sides.llx, sides.urx), std::min(sides.lly, sides.ury), std::max(sides.llx, sides.urx), std::max(sides.lly, sides.ury)};
  constexpr double most = 1e6;  // points; more is no paper
  const bool is_sound = !box.empty() && std::max({std::abs(box.left), std::abs(box.bottom), std::abs(box.right), std::abs(box.top)}) < most;
  return is_sound ? std::optional(box) : std::nullopt;
}

std::optional<Boxes> boxes_of(QPDFObjectHandle page) {
  QPDFPageObjectHelper helper(page);
  const auto media = box_of(helper.getAttribute("/MediaBox", false));
  if (!media) return std::nullopt;
  const auto inside = [&](const char* key, const Box& fallback) {
    const Box box = common(box_of(helper.getAttribute(key, false)).value_or(fallback), *media);
    return box.empty() ? fallback : box;
  };
  const Box crop = inside("/CropBox", *media), trim = inside("/TrimBox", crop), bleed = inside("/BleedBox", trim);
  return Boxes{*media, {std::min(bleed.left, trim.left), std::min(bleed.bottom, trim.bottom), std::max(bleed.right, trim.right), std::max(bleed.top, trim.top)}, trim};
}

std::string text_of(QPDFObjectHandle dictionary, const char* key) {
  QPDFObjectHandle value = dictionary.isDictionary() ? dictionary.getKey(key) : QPDFObjectHandle::newNull();
  if (value.isName()) return value.getName().substr(1);
  return value.isString() ? value.getUTF8Value() : std::string();
}

/// The value of a property of an XMP packet, written as an element or as an attribute.
std::string property_of(const std::string& packet, const std::string& name) {
  for (const std::string& opening : {"<" + name + ">", name + "=\""}) {
    const std::size_t at = packet.find(opening);
    if (at == std::string::npos) continue;
    const std::size_t begin = at + opening.size(), end = packet.find_first_of("<\"", begin);
    if (end != std::string::npos) return packet.substr(begin, end - begin);
  }
  return {};
}

/// Character data of XML with its references to & < > " ' resolved.
std::string plain(std::string text) {
  for (const auto& [reference, character] : {std::pair("&lt;", "<"), std::pair("&gt;", ">"), std::pair("&quot;", "\""), std::pair("&apos;", "'"), std::pair("&amp;", "&")})
    for (std::size_t at = text.find(reference); at != std::string::npos; at = text.find(reference, at + 1)) text.replace(at, std::string_view(reference).size(), character);
  return text;
}

/// The first item of the packet's dc:title.
std::string title_in(const std::string& packet) {
  const std::size_t property = packet.find("<dc:title>"), item = packet.find("<rdf:li", property);
  if (property == std::string::npos || item == std::string::npos || item > packet.find("</dc:title>", property)) return {};
  const std::size_t begin = packet.find('>', item), end = packet.find('<', begin);
  return end == std::string::npos ? std::string() : plain(packet.substr(begin + 1, end - begin - 1));
}

/// "2021-12-31T00:00:00Z" as "D:20211231000000Z".
std::string created_in(const std::string& packet) {
  std::string date = property_of(packet, "xmp:CreateDate");
  std::erase_if(date, [](char one) { return one == '-' || one == 'T' || one == ':'; });
  return date.empty() ? date : "D:" + date;
}

std::string standards_of(const std::string& packet, const std::string& from_information) {
  std::string all;
  const auto add = [&](const std::string& name) { all += (all.empty() ? "" : ", ") + name; };
  const std::string press = property_of(packet, "pdfxid:GTS_PDFXVersion");
  if (!press.empty() || !from_information.empty()) add(press.empty() ? from_information : press);
  const std::string part = property_of(packet, "pdfaid:part"), accessible = property_of(packet, "pdfuaid:part");
  if (!part.empty()) add("PDF/A-" + part + property_of(packet, "pdfaid:conformance"));
  if (!accessible.empty()) add("PDF/UA-" + accessible);
  return all;
}

std::string packet_of(QPDFObjectHandle root) {
  QPDFObjectHandle metadata = root.getKey("/Metadata");
  if (!metadata.isStream()) return {};
  const auto bytes = metadata.getStreamData();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

/// The intent for print when there is one, else the first.
void look_at_intents(QPDFObjectHandle root, About& about) {
  QPDFObjectHandle intents = root.getKey("/OutputIntents");
  for (int at = 0; intents.isArray() && at < intents.getArrayNItems(); ++at) {
    QPDFObjectHandle intent = intents.getArrayItem(at);
    const std::string kind = text_of(intent, "/S");
    if (!about.intent.empty() && kind != "GTS_PDFX") continue;
    about.intent = kind;
    about.condition = text_of(intent, "/OutputConditionIdentifier");
    about.condition_text = text_of(intent, "/Info");
    if (about.condition_text.empty()) about.condition_text = text_of(intent, "/OutputCondition");
    about.has_profile = intent.isDictionary() && intent.getKey("/DestOutputProfile").isStream();
  }
}

About about_of(QPDF& file) {
  About about;
  QPDFObjectHandle root = file.getRoot(), information = file.getTrailer().getKey("/Info");
  about.version = file.getPDFVersion();
  about.title = text_of(information, "/Title");
  about.created = text_of(information, "/CreationDate");
  about.trapped = text_of(information, "/Trapped");
  const std::string packet = packet_of(root);
  if (about.title.empty()) about.title = title_in(packet);
  if (about.created.empty()) about.created = created_in(packet);
  about.language = text_of(root, "/Lang");
  about.standard = standards_of(packet, text_of(information, "/GTS_PDFXVersion"));
  about.is_tagged = root.getKey("/StructTreeRoot").isDictionary();
  about.attachments = QPDFEmbeddedFileDocumentHelper(file).getEmbeddedFiles().size();
  look_at_intents(root, about);
  return about;
}

}  // namespace

Box common(const Box& a, const Box& b) {
  return {std::max(a.left, b.left), std::max(a.bottom, b.bottom), std::min(a.right, b.right), std::min(a.top, b.top)};
}

struct Document::State {
  std::string path, sha256, bytes;  ///< libqpdf reads the bytes as long as it lives
  QPDF file;
  std::vector<QPDFObjectHandle> pages;
  std::vector<Boxes> boxes;
  About about;
};

Document::Document(std::unique_ptr<State> state) : state_(std::move(state)) {}
Document::~Document() = default;

const std::string& Document::path() const { return state_->path; }
const std::string& Document::sha256() const { return state_->sha256; }
std::uint64_t Document::bytes() const { return state_->bytes.size(); }
const About& Document::about() const { return state_->about; }
const std::vector<Boxes>& Document::pages() const { return state_->boxes; }
QPDF& Document::handle() const { return state_->file; }
QPDFObjectHandle Document::page(std::size_t index) const { return state_->pages.at(index); }

bool Document::examine(State& state, Diagnostics& diagnostics) {
  const std::string quoted = "\"" + state.path + "\"";
  state.file.setSuppressWarnings(true);
  state.file.setAttemptRecovery(false);  // what a mended file shows is a guess
  state.file.processMemoryFile(state.path.c_str(), state.bytes.data(), state.bytes.size());
  if (state.file.isEncrypted()) {
    diagnostics.error("pdf.encrypted", quoted + " is encrypted", {}, "take the file before it was locked");
    return false;
  }
  state.pages = state.file.getAllPages();
  for (std::size_t index = 0; index < state.pages.size(); ++index) {
    const auto boxes = boxes_of(state.pages[index]);
    if (boxes) state.boxes.push_back(*boxes);
    else diagnostics.error("pdf.damaged", "page " + std::to_string(index + 1) + " of " + quoted + " has no MediaBox", {});
  }
  if (state.pages.empty()) diagnostics.error("pdf.no-pages", quoted + " has no pages", {});
  state.about = about_of(state.file);
  return !state.boxes.empty() && state.boxes.size() == state.pages.size();
}

std::unique_ptr<Document> Document::open(const std::string& path, Diagnostics& diagnostics) {
  auto state = std::make_unique<State>();
  auto bytes = read_file(path);
  if (!bytes) {
    diagnostics.error("pdf.missing-file", "\"" + path + "\" can't be read", {});
    return nullptr;
  }
  state->path = path;
  state->bytes = std::move(*bytes);
  state->sha256 = digest::sha256(state->bytes);
  try {
    if (!examine(*state, diagnostics)) return nullptr;
  } catch (const QPDFExc& failure) {
    if (failure.getErrorCode() == qpdf_e_password) diagnostics.error("pdf.encrypted", "\"" + path + "\" is encrypted", {}, "take the file before it was locked");
    else diagnostics.error("pdf.damaged", "\"" + path + "\" is no sound PDF: " + failure.getMessageDetail(), {}, "write it again where it came from");
    return nullptr;
  } catch (const std::exception& failure) {
    diagnostics.error("pdf.damaged", "\"" + path + "\" is no sound PDF: " + failure.what(), {}, "write it again where it came from");
    return nullptr;
  }
  return std::unique_ptr<Document>(new Document(std::move(state)));
}

}  // namespace tilstand::pdf
