// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <string>
#include <vector>

namespace tilstand::pdf {

/// A colour space by the name that a printer would use: "DeviceCMYK", "ICCBased 3", "Separation Gold".
std::string space_name(QPDFObjectHandle space);

/// How many components a colour of the space has; 0 when that can't be told (patterns).
int component_count(const std::string& name);

/// Adds the inks that a colour of the space leaves; a component of 0 leaves none where it is an amount of ink.
void add_inks(const std::string& name, const std::vector<double>& components, std::set<std::string>& inks);

/// Adds every ink that the space can leave: what a picture in it may use.
void add_all_inks(const std::string& name, std::set<std::string>& inks);

}  // namespace tilstand::pdf
