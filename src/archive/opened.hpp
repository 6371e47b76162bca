// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "archive/listing.hpp"
#include "base/diagnostic.hpp"

namespace tilstand::archive {

enum class Form { sip, bag };

/// A package that can be read: a folder as it lies, or a ZIP file unpacked into a folder that goes with the object.
class Opened {
 public:
  /// Every file is read once for its digest. Names that lead out of the package, links and whatever is no plain file are reported;
  /// a ZIP file that has such is not opened. Codes: archive.cannot-read, archive.cannot-write, archive.not-a-package, archive.damaged,
  /// archive.unsafe-name, archive.too-large.
  static std::unique_ptr<Opened> open(const std::string& path, Diagnostics& diagnostics);
  ~Opened();
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;

  Form form() const { return form_; }
  bool is_zip() const { return !unpacked_.empty(); }
  /// The folder of the package: of a bag the one with bagit.txt.
  const std::string& folder() const { return folder_; }
  /// The folder of METS.xml.
  std::string root() const { return form_ == Form::bag ? folder_ + "/data" : folder_; }
  /// Of all files, from `folder()`.
  const Listing& files() const { return files_; }
  /// Of the files below `root()`, from there.
  Listing content() const;

 private:
  Opened() = default;
  bool unpack(const std::string& zip, Diagnostics& diagnostics);
  bool list(Diagnostics& diagnostics);

  std::string folder_, unpacked_;  ///< where a ZIP file was unpacked; empty: nowhere
  Form form_ = Form::sip;
  Listing files_;
};

}  // namespace tilstand::archive
