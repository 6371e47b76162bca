// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "definition/text.hpp"

namespace tilstand::definition {

/// What definitions and data write, in another language: the text as it is written there, by `key_of_text`, to its translation.
using Texts = std::map<std::string, Text, std::less<>>;

/// A text as it is looked up: plain spaces for no-break spaces U+00A0, which nobody sees, and the words alone of `{{ literal 'words' … }}`.
std::string key_of_text(std::string_view written);

/// Adds the pairs of a file (`layouts/lang/<tag>/texts.toml`, `data/<year>/<tag>/texts.toml`); one that is there already is
/// taken over. A file that there is not adds nothing. Codes: definition.wrong-type, definition.syntax.
void read_texts(const std::string& path, Texts& texts, Sources& sources, Diagnostics& diagnostics);

}  // namespace tilstand::definition
