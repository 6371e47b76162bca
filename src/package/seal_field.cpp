// SPDX-License-Identifier: Apache-2.0
#include "package/seal_field.hpp"

namespace tilstand::package {

haru::ObjectNumber write_seal_field(haru::Sink& sink, const SealField& field, std::uint32_t page, std::optional<std::uint32_t> key) {
  // F 132: printed and locked. A rectangle without extent needs no appearance (ISO 19005-2, 6.3.3).
  std::string body = "<</Type/Annot/Subtype/Widget/FT/Sig/T(seal)/TU" + haru::text_string(field.description) + "/Contents" + haru::text_string(field.description) + "/Rect[0 0 0 0]/F 132/P " +
                     haru::reference(sink.page(page));
  if (key) haru::append_integer(body += "/StructParent ", *key);
  const haru::ObjectNumber number = sink.allocate();
  sink.put(number, body += ">>");
  return number;
}

std::string form_entry(haru::Sink& sink, haru::ObjectNumber field) {
  // An object of its own, so that a seal rewrites it and not the catalog. SigFlags 1: a signature field exists (ISO 32000-1, 12.7.2).
  const haru::ObjectNumber form = sink.allocate();
  sink.put(form, "<</Fields[" + haru::reference(field) + "]/SigFlags 1>>");
  return "/AcroForm " + haru::reference(form);
}

}  // namespace tilstand::package
