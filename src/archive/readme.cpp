// SPDX-License-Identifier: Apache-2.0
#include "archive/describe.hpp"

namespace tilstand::archive {

std::string readme(const Description& package) {
  const Record& record = package.record;
  std::string text = record.title + "\n\nThis is an archive package: a Submission Information Package (E-ARK SIP 2.1.0, CSIP 2.1.0).\n"
                     "METS.xml lists every file with its SHA-256. Its own text is UTF-8.\n\n" + metadata_text(record) + "\nWhat lies where\n\n";
  for (const Representation& one : package.representations) text += "  " + one.folder() + "\n      " + one.title + "\n";
  text += "  metadata/descriptive   Dublin Core\n"
          "  metadata/preservation  PREMIS 3.0: files, what was done to them, by which programs\n"
          "  metadata/other         what the program needs to build the edition again; print run and conformance reports, if any\n"
          "  schemas                XML schemas, and the standards that they belong to\n"
          "  documentation          this page; the program's source, if it was given\n\n";
  text += "How the edition was made\n\n  " + record.program + " built it from " + record.sources + ". A program of the same version with the same libraries gives the same bytes:\n\n";
  for (const Packaged& one : record.editions)
    text += "    SOURCE_DATE_EPOCH=" + std::to_string(one.epoch) + " tilstand build " + record.sources + "/" + record.definition + " \\\n        --data " + record.sources + "/" + record.data +
            " --edition " + one.name + " --out OUT\n";
  text += "\n  `tilstand archive rebuild PACKAGE` does this and compares. Each file as it was built has this SHA-256 (a seal appends to it, and leaves\n"
          "  the bytes before as they were):\n\n";
  for (const Packaged& one : record.editions) text += "    " + one.sha256 + "  " + one.pdf + " (first " + std::to_string(one.built_bytes) + " bytes)\n";
  text += "\n  Libraries:\n\n";
  for (const std::string& library : record.libraries) text += "    " + library + "\n";
  return text;
}

std::string schemas_readme() {
  return "What the XML files of this package follow\n\n"
         "METS.xml               METS 1.12, http://www.loc.gov/METS/\n"
         "                       E-ARK CSIP and SIP 2.1.0, https://earkcsip.dilcis.eu/ and https://earksip.dilcis.eu/\n"
         "metadata/preservation  PREMIS 3.0, http://www.loc.gov/premis/v3\n"
         "metadata/descriptive   Dublin Core Metadata Element Set 1.1 (ISO 15836-1), http://purl.org/dc/elements/1.1/\n"
         "                       in the element of http://www.openarchives.org/OAI/2.0/oai_dc/\n\n"
         "Schemas that lie beside this page are copies of the published ones. metadata/other/edition.json is JSON of the program tilstand.\n";
}

}  // namespace tilstand::archive
