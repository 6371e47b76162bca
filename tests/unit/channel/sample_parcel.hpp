// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <string>

#include "channel/channel.hpp"
#include "digest/sha256.hpp"
#include "support/process.hpp"

namespace tilstand::support {

/// A parcel of one file, which lies in `folder`.
inline channel::Parcel sample_parcel(const Folder& folder) {
  const std::string bytes = "%PDF-1.7 made up\n";
  std::ofstream(folder.file("report.pdf"), std::ios::binary) << bytes;
  return {
      .id = "0b9f3c1e-5f0a-8c7d-9b2e-1f2a3b4c5d6e",
      .recipient = "\xC3\x85ndsdepartementet",
      .address = "post@recipient.example",
      .language = "nb",
      .subject = "Rapport om sauer & gj\xC3\xB8ker",
      .text = "Hei,\n\nher er rapporten.\n",
      .attachments = {{"report \xC3\xA6.pdf", "application/pdf", folder.file("report.pdf"), digest::sha256(bytes)}},
  };
}

}  // namespace tilstand::support
