// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "content/printed.hpp"
#include "content/value.hpp"

namespace tilstand::content {

/// What `said`, the words of a value, tells and which cells it rests on; `expression` is what was written.
Printed printed_of(const Value& value, std::string said, const std::string& expression, const data::Dataset& dataset);

/// A figure's observation in a form.
Printed printed_of(const FigureValue& value, std::string form, std::string said, const data::Dataset& dataset);

/// Whether the value rests on data.
bool has_origin(const Value& value);
/// Whether all its words tell a number; else only the digits in them do.
bool is_number(const Value& value);

}  // namespace tilstand::content
