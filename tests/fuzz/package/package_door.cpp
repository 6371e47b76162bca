// SPDX-License-Identifier: Apache-2.0
// What a package from somewhere else holds: a ZIP file, METS.xml, a bag's manifest, the record, a report of veraPDF.
#include <filesystem>

#include "archive/bag.hpp"
#include "archive/conformance.hpp"
#include "archive/names.hpp"
#include "archive/read_mets.hpp"
#include "archive/record.hpp"
#include "archive/zip.hpp"
#include "base/ensure.hpp"
#include "fuzz/door.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tilstand;
  namespace fs = std::filesystem;
  static const fuzz::Scratch scratch;
  const std::string bytes(fuzz::text_of(data, size));
  const std::string inside = scratch.folder() + "/in/side";
  Sources sources;
  Diagnostics diagnostics;
  archive::read_mets(bytes, "METS.xml", diagnostics);
  archive::read_bag_manifest(bytes, "manifest-sha256.txt", diagnostics);
  if (const auto record = archive::read_record(bytes, "edition.json", diagnostics)) ensure(archive::read_record(archive::to_json(*record), "edition.json", diagnostics).has_value());
  archive::read_verdicts(bytes);
  if (archive::fault_of_path(bytes).empty()) ensure(archive::from_href(archive::to_href(bytes)) == bytes && archive::from_bag_name(archive::to_bag_name(bytes)) == bytes);
  fs::create_directories(inside);
  archive::unpack_zip(scratch.put("package.zip", bytes), inside, {100, 1 << 20, 250}, diagnostics);
  std::size_t outside = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(scratch.folder())) outside += entry.path().filename() == "in" || entry.path().filename() == "package.zip" ? 0 : 1;
  for (const fs::directory_entry& entry : fs::directory_iterator(scratch.folder() + "/in")) outside += entry.path().filename() == "side" ? 0 : 1;
  ensure(outside == 0);
  fs::remove_all(scratch.folder() + "/in");
  fuzz::check(diagnostics, sources, false);
  return 0;
}
