// SPDX-License-Identifier: Apache-2.0
#include "pdf/tags.hpp"

#include <map>
#include <qpdf/QPDF.hh>
#include <set>
#include <stdexcept>

namespace tilstand::pdf {
namespace {

constexpr std::size_t most_depth = 200;
constexpr int most_roles = 32;  // mapped one to the next

using Id = std::pair<int, int>;  // number and generation of an object

Id id_of(const QPDFObjectHandle& object) { return {object.getObjectID(), object.getGeneration()}; }

/// What a tree is damaged by.
struct Damage : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Walks a tag tree in the order of its kids.
class Walk {
 public:
  explicit Walk(const Document& document) : root_(document.handle().getRoot().getKey("/StructTreeRoot")), roles_(root_.getKey("/RoleMap")) {
    for (std::size_t index = 0; index < document.page_count(); ++index) pages_.emplace(id_of(document.page(index)), index + 1);
  }

  std::vector<TagStep> run() {
    for (QPDFObjectHandle kid : kids_of(root_)) element(kid, 0, 0);
    return std::move(steps_);
  }

 private:
  static std::vector<QPDFObjectHandle> kids_of(QPDFObjectHandle parent) {
    QPDFObjectHandle kids = parent.getKey("/K");
    if (kids.isArray()) return kids.getArrayAsVector();
    return kids.isNull() ? std::vector<QPDFObjectHandle>{} : std::vector{kids};
  }

  std::string type_of(QPDFObjectHandle element) const;
  std::size_t page_of(QPDFObjectHandle holder, std::size_t inherited) const;
  void element(QPDFObjectHandle object, std::size_t depth, std::size_t page);
  void kid(QPDFObjectHandle object, const TagStep& parent, std::size_t page);
  void mark(const TagStep& parent, std::size_t page, MarkId id);
  void finish(std::size_t at);

  QPDFObjectHandle root_, roles_;
  std::map<Id, std::size_t> pages_{};
  std::set<Id> met_{};
  std::vector<TagStep> steps_{};
};

std::string Walk::type_of(QPDFObjectHandle element) const {
  QPDFObjectHandle name = element.getKey("/S"), roles = roles_;
  if (!name.isName()) throw Damage("an element has no type");
  for (int step = 0; roles.isDictionary() && step < most_roles && roles.getKey(name.getName()).isName(); ++step) name = roles.getKey(name.getName());
  const std::string type = name.getName().substr(1);
  return type == "FENote" ? "Note" : type;
}

/// The page that the dictionary names, else the one that holds for it.
std::size_t Walk::page_of(QPDFObjectHandle holder, std::size_t inherited) const {
  QPDFObjectHandle page = holder.getKey("/Pg");
  if (page.isNull()) return inherited;
  const auto found = pages_.find(id_of(page));
  if (found == pages_.end()) throw Damage("an element names a page that the document doesn't have");
  return found->second;
}

void Walk::element(QPDFObjectHandle object, std::size_t depth, std::size_t page) {
  if (!object.isDictionary()) throw Damage("an element's kid is missing");
  if (object.isIndirect() && !met_.insert(id_of(object)).second) throw Damage("an element is met twice");
  if (depth > most_depth) throw Damage("elements are nested more than " + std::to_string(most_depth) + " deep");
  QPDFObjectHandle alt = object.getKey("/Alt");
  const TagStep step{TagStep::Kind::element, type_of(object), alt.isString() ? alt.getUTF8Value() : std::string(), depth, 0, {}};
  const std::size_t at = steps_.size(), here = page_of(object, page);
  steps_.push_back(step);
  for (QPDFObjectHandle one : kids_of(object)) kid(one, step, here);
  finish(at);
}

void Walk::kid(QPDFObjectHandle object, const TagStep& parent, std::size_t page) {
  if (object.isInteger()) return mark(parent, page, {object.getIntValueAsInt(), 0});
  if (!object.isDictionary()) throw Damage("an element's kid is missing");
  QPDFObjectHandle type = object.getKey("/Type"), stream = object.getKey("/Stm"), number = object.getKey("/MCID");
  if (type.isNameAndEquals("/OBJR")) return;
  if (!type.isNameAndEquals("/MCR")) return element(object, parent.depth + 1, page);
  if (!number.isInteger()) throw Damage("a reference to a mark has no number");
  mark(parent, page_of(object, page), {number.getIntValueAsInt(), stream.isStream() ? stream.getObjectID() : 0});
}

void Walk::mark(const TagStep& parent, std::size_t page, MarkId id) {
  if (page == 0 || id.number < 0) throw Damage(page == 0 ? "a mark is on no page" : "a mark has a number below 0");
  steps_.push_back({TagStep::Kind::mark, parent.type, {}, parent.depth + 1, page, id});
}

/// Gives the element at `at` its page and takes away what only one version of PDF says.
void Walk::finish(std::size_t at) {
  bool has_caption = false;
  for (std::size_t next = at + 1; next < steps_.size(); ++next) {
    if (steps_[at].page == 0) steps_[at].page = steps_[next].page;
    has_caption = has_caption || (steps_[next].kind == TagStep::Kind::element && steps_[next].depth == steps_[at].depth + 1 && steps_[next].type == "Caption");
    if (steps_[at].page != 0 && steps_[at].type != "Div") break;
  }
  if (steps_[at].type == "Div" && has_caption) steps_[at].type = "Sect";
  if (steps_[at].type == "Form" && steps_[at].page == 0) steps_.resize(at);
}

}  // namespace

std::optional<std::vector<TagStep>> read_tags(const Document& document, Diagnostics& diagnostics) {
  if (!document.about().is_tagged) return std::vector<TagStep>{};
  std::string damage;
  try {
    auto steps = Walk(document).run();
    if (!document.handle().anyWarnings()) return steps;
    damage = document.handle().getWarnings().front().getMessageDetail();
  } catch (const std::exception& failure) {
    damage = failure.what();
  }
  diagnostics.error("pdf.damaged-tags", "the tags of \"" + document.path() + "\" can't be followed: " + damage, {}, "write the file again where it came from");
  return std::nullopt;
}

}  // namespace tilstand::pdf
