// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "build/build.hpp"
#include "package/attachments.hpp"

namespace tilstand::build {

/// The files that an edition attaches: first the list of printed figures, then each file of the data that a figure rests on.
class Attaching {
 public:
  /// `folder` is that of the data; names of files are told from there.
  Attaching(const Report& report, const Sources& sources, std::string folder);

  const package::Attached& attached() const { return attached_; }
  /// Adds a page to the list of figures.
  void add(const scene::Page& page);
  /// The bytes of each file once all pages are added. A file that has gone is reported (build.cannot-read).
  std::vector<std::string> bytes(Diagnostics& diagnostics) const;

 private:
  const Report& report_;
  const Sources& sources_;
  std::string folder_;
  package::Attached attached_;
  std::vector<FileId> files_;  ///< after the list
  std::string list_;
};

}  // namespace tilstand::build
