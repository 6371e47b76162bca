// SPDX-License-Identifier: Apache-2.0
#include "picture/svg_tree.hpp"

#include <expat.h>

#include <memory>

namespace tilstand::picture {
namespace {

using Parser = std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)>;

std::string without_prefix(std::string_view name) { return std::string(name.substr(name.rfind(':') + 1)); }

/// Grows the tree while the parser runs. The path holds the elements that are open, each owned by its parent once it closes.
struct Growth {
  XML_Parser parser = nullptr;
  const Limits& limits;
  std::vector<Element> open;
  std::optional<Element> root;
  std::size_t count = 0;
  bool too_large = false;
};

void on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
  auto& growth = *static_cast<Growth*>(data);
  if (++growth.count > growth.limits.elements || growth.open.size() >= static_cast<std::size_t>(growth.limits.depth)) {
    growth.too_large = true;
    XML_StopParser(growth.parser, XML_FALSE);
    return;
  }
  Element element;
  element.name = without_prefix(name);
  element.line = static_cast<unsigned>(XML_GetCurrentLineNumber(growth.parser));
  for (; *attributes != nullptr; attributes += 2) element.attributes.emplace_back(without_prefix(attributes[0]), attributes[1]);
  growth.open.push_back(std::move(element));
}

void on_end(void* data, const XML_Char*) {
  auto& growth = *static_cast<Growth*>(data);
  if (growth.open.empty()) return;
  Element done = std::move(growth.open.back());
  growth.open.pop_back();
  if (growth.open.empty()) growth.root = std::move(done);
  else growth.open.back().children.push_back(std::move(done));
}

void on_text(void* data, const XML_Char* text, int size) {
  auto& growth = *static_cast<Growth*>(data);
  if (!growth.open.empty() && growth.open.back().name == "style") growth.open.back().text.append(text, static_cast<std::size_t>(size));
}

}  // namespace

const std::string& Element::operator[](std::string_view key) const {
  static const std::string none;
  for (const auto& [known, value] : attributes)
    if (known == key) return value;
  return none;
}

std::optional<Element> read_tree(std::string_view bytes, const Limits& limits, std::vector<Fault>& faults) {
  const Parser parser(XML_ParserCreate(nullptr), &XML_ParserFree);
  if (!parser) return std::nullopt;
  Growth growth{parser.get(), limits, {}, {}};
  XML_SetUserData(parser.get(), &growth);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetParamEntityParsing(parser.get(), XML_PARAM_ENTITY_PARSING_NEVER);
  const bool sound = XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE) == XML_STATUS_OK;
  if (growth.too_large) {
    faults.push_back({"picture.too-large", "the drawing has more elements, or deeper ones, than are read", "simplify it"});
    return std::nullopt;
  }
  if (sound && growth.root) return std::move(growth.root);
  const auto line = static_cast<unsigned long>(XML_GetCurrentLineNumber(parser.get()));
  faults.push_back({"picture.damaged", "the drawing is damaged in its line " + std::to_string(line) + " (" + XML_ErrorString(XML_GetErrorCode(parser.get())) + ")",
                    "save it anew"});
  return std::nullopt;
}

}  // namespace tilstand::picture
