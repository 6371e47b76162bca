// SPDX-License-Identifier: Apache-2.0
#include "archive/xml_writer.hpp"

#include "base/xml_text.hpp"

namespace tilstand::archive {

void XmlWriter::begin(std::string_view name, const Attributes& attributes) {
  text_ += std::string(2 * open_.size(), ' ') + "<" + std::string(name);
  for (const auto& [key, value] : attributes) text_ += " " + std::string(key) + "=\"" + xml_escaped(value) + "\"";
}

XmlWriter& XmlWriter::open(std::string_view name, const Attributes& attributes) {
  begin(name, attributes);
  text_ += ">\n";
  open_.emplace_back(name);
  return *this;
}

XmlWriter& XmlWriter::close() {
  const std::string name = open_.back();
  open_.pop_back();
  text_ += std::string(2 * open_.size(), ' ') + "</" + name + ">\n";
  return *this;
}

XmlWriter& XmlWriter::leaf(std::string_view name, std::string_view text, const Attributes& attributes) {
  begin(name, attributes);
  text_ += ">" + xml_escaped(text) + "</" + std::string(name) + ">\n";
  return *this;
}

XmlWriter& XmlWriter::empty(std::string_view name, const Attributes& attributes) {
  begin(name, attributes);
  text_ += "/>\n";
  return *this;
}

std::string XmlWriter::done() {
  while (!open_.empty()) close();
  return std::move(text_);
}

}  // namespace tilstand::archive
