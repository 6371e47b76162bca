// SPDX-License-Identifier: Apache-2.0
#include "seal/appended.hpp"

#include <set>

namespace tilstand::seal {
namespace {

bool is_of_references(QPDFObjectHandle object) {
  if (!object.isStream()) return false;
  QPDFObjectHandle type = object.getDict().getKey("/Type");
  return type.isNameAndEquals("/XRef") || type.isNameAndEquals("/ObjStm");
}

std::string text_of(QPDFObjectHandle object) {
  if (!object.isStream()) return object.unparseResolved();
  const auto data = object.getRawStreamData();
  return object.getDict().unparseResolved() + std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
}

/// A catalog without what an update with revocation data may change.
std::string catalog_text(QPDFObjectHandle catalog) {
  QPDFObjectHandle copy = catalog.shallowCopy();
  for (const char* key : {"/DSS", "/Extensions"}) copy.removeKey(key);
  return copy.unparseResolved();
}

/// Everything that an object leads to.
void reach(QPDFObjectHandle object, std::set<QPDFObjGen>& reached, int depth = 0) {
  constexpr int deepest = 16;  // a DSS is three deep
  if (depth > deepest || (object.isIndirect() && !reached.insert(object.getObjGen()).second)) return;
  if (object.isStream()) object = object.getDict();
  if (object.isDictionary())
    for (const std::string& key : object.getKeys()) reach(object.getKey(key), reached, depth + 1);
  for (int i = 0; object.isArray() && i < object.getArrayNItems(); ++i) reach(object.getArrayItem(i), reached, depth + 1);
}

}  // namespace

Appended appended_between(const Revision& earlier, const Revision& later) {
  if (earlier.bytes().size() == later.bytes().size()) return Appended::nothing;
  std::set<QPDFObjGen> of_evidence;
  reach(later.pdf().getRoot().getKey("/DSS"), of_evidence);
  const QPDFObjGen catalog = later.pdf().getRoot().getObjGen();
  if (catalog != earlier.pdf().getRoot().getObjGen()) return Appended::changes;
  std::set<QPDFObjGen> known;
  for (QPDFObjectHandle object : earlier.pdf().getAllObjects()) known.insert(object.getObjGen());
  for (QPDFObjectHandle object : later.pdf().getAllObjects()) {
    const QPDFObjGen number = object.getObjGen();
    if (known.erase(number) == 0) {
      if (!of_evidence.contains(number) && !is_of_references(object) && !object.isNull()) return Appended::changes;
      continue;
    }
    QPDFObjectHandle before = earlier.pdf().getObject(number);
    const bool is_same = number == catalog ? catalog_text(before) == catalog_text(object) : text_of(before) == text_of(object);
    if (!is_same) return Appended::changes;
  }
  for (const QPDFObjGen& gone : known) {
    QPDFObjectHandle before = earlier.pdf().getObject(gone);
    if (!before.isNull() && !is_of_references(before)) return Appended::changes;
  }
  return Appended::evidence;
}

}  // namespace tilstand::seal
