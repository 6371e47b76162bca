// SPDX-License-Identifier: Apache-2.0
#include "archive/read_mets.hpp"

#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <limits>
#include <memory>

#include "archive/names.hpp"
#include "base/utf8.hpp"

namespace tilstand::archive {
namespace {

struct ReaderEnd {
  void operator()(xmlTextReader* one) const { xmlFreeTextReader(one); }
};
using XmlReader = std::unique_ptr<xmlTextReader, ReaderEnd>;

constexpr const char* mets_space = "http://www.loc.gov/METS/";
constexpr const char* xlink_space = "http://www.w3.org/1999/xlink";

std::string taken(xmlChar* text) {
  std::string out = text != nullptr ? reinterpret_cast<const char*>(text) : "";
  xmlFree(text);
  return out;
}

const xmlChar* xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

/// Messages of the library go nowhere: what counts is told by its line.
void keep_quiet(void*, xmlErrorPtr) {}

class MetsReader {
 public:
  MetsReader(const std::string& bytes, std::string name, Diagnostics& diagnostics) : name_(std::move(name)), diagnostics_(diagnostics) {
    if (bytes.size() > std::numeric_limits<int>::max() || first_invalid_utf8(bytes) || bytes.find('\0') != std::string::npos) return;  // other encodings are none of a package's
    reader_.reset(xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, "UTF-8", XML_PARSE_NONET));
    if (reader_) xmlTextReaderSetStructuredErrorHandler(reader_.get(), keep_quiet, nullptr);
  }

  std::optional<Mets> read() {
    if (!reader_) return refuse("is no XML in UTF-8");
    int state = 0;
    while ((state = xmlTextReaderRead(reader_.get())) == 1) {
      const int type = xmlTextReaderNodeType(reader_.get());
      if (type == XML_READER_TYPE_DOCUMENT_TYPE) return refuse("has a document type declaration, which no package needs");
      if (type == XML_READER_TYPE_ELEMENT && !take_element()) return std::nullopt;
    }
    if (state != 0) return refuse("is no well-formed XML from line " + std::to_string(xmlTextReaderGetParserLineNumber(reader_.get())) + " on");
    if (!is_mets_) return refuse("is no METS document");
    if (open_file_) return refuse("has a file without a place");
    return std::move(mets_);
  }

 private:
  std::optional<Mets> refuse(const std::string& what) {
    diagnostics_.error("archive.damaged", "\"" + name_ + "\" " + what, {}, "take the package from a sound copy");
    return std::nullopt;
  }
  std::string attribute(const char* name) { return taken(xmlTextReaderGetAttribute(reader_.get(), xml(name))); }
  std::string href() { return taken(xmlTextReaderGetAttributeNs(reader_.get(), xml("href"), xml(xlink_space))); }

  bool take_element() {
    const xmlChar* space = xmlTextReaderConstNamespaceUri(reader_.get());
    if (space == nullptr || xmlStrcmp(space, xml(mets_space)) != 0) return true;
    const std::string element = reinterpret_cast<const char*>(xmlTextReaderConstLocalName(reader_.get()));
    if (xmlTextReaderDepth(reader_.get()) == 0) {
      is_mets_ = element == "mets";
      mets_.id = attribute("OBJID");
      mets_.profile = attribute("PROFILE");
    }
    if (element == "file") {
      open_file_ = true;
      return take_facts(file_);
    }
    if (element == "FLocat" && open_file_) {
      open_file_ = false;
      return take_place(file_);
    }
    MetsFile metadata;
    return element != "mdRef" || (take_facts(metadata) && take_place(metadata));
  }

  bool take_facts(MetsFile& file) {
    file = {};
    const std::string size = attribute("SIZE"), kind = attribute("CHECKSUMTYPE");
    const auto [end, failure] = std::from_chars(size.data(), size.data() + size.size(), file.size);
    if (failure != std::errc{} || end != size.data() + size.size()) return refuse("gives no size of a file at line " + line()), false;
    if (kind == "SHA-256") file.sha256 = attribute("CHECKSUM");
    std::transform(file.sha256.begin(), file.sha256.end(), file.sha256.begin(), [](unsigned char one) { return static_cast<char>(std::tolower(one)); });
    if (file.sha256.empty()) return refuse("gives no SHA-256 of a file at line " + line()), false;
    return true;
  }

  bool take_place(MetsFile& file) {
    const auto path = from_href(href());
    if (!path || path->empty()) return refuse("has a place that is none at line " + line()), false;
    file.path = *path;
    file.is_mets = file.path == "METS.xml" || file.path.ends_with("/METS.xml");
    mets_.files.push_back(file);
    return true;
  }
  std::string line() { return std::to_string(xmlTextReaderGetParserLineNumber(reader_.get())); }

  std::string name_;
  Diagnostics& diagnostics_;
  XmlReader reader_;
  Mets mets_;
  MetsFile file_;
  bool is_mets_ = false, open_file_ = false;
};

}  // namespace

std::optional<Mets> read_mets(const std::string& bytes, const std::string& name, Diagnostics& diagnostics) { return MetsReader(bytes, name, diagnostics).read(); }

}  // namespace tilstand::archive
