// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tilstand::archive {

/// Spells one XML document (XML 1.0, UTF-8), an element a line.
class XmlWriter {
 public:
  using Attributes = std::vector<std::pair<std::string_view, std::string>>;

  XmlWriter& open(std::string_view name, const Attributes& attributes = {});
  XmlWriter& close();
  /// An element with text and nothing else.
  XmlWriter& leaf(std::string_view name, std::string_view text, const Attributes& attributes = {});
  XmlWriter& empty(std::string_view name, const Attributes& attributes);
  /// The document; what is still open is closed.
  std::string done();

 private:
  void begin(std::string_view name, const Attributes& attributes);

  std::string text_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  std::vector<std::string> open_;
};

}  // namespace tilstand::archive
