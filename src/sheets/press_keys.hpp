// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "pdf/document.hpp"

namespace tilstand::sheets {

/// Gives `file` what PDF/X-4 asks of its catalog and information (ISO 15930-7, 6.3 and 6.8): XMP, output intent, Trapped. The
/// intent, dates and Trapped are the input's; the version is only claimed when the input claims it.
void write_press_keys(const pdf::Document& input, const std::string& title, QPDF& file);

}  // namespace tilstand::sheets
