// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "archive/listing.hpp"
#include "archive/record.hpp"

namespace tilstand::archive {

/// One form in which the package holds its edition.
struct Representation {
  std::string name;   ///< of its folder in "representations", "rep1"
  std::string title;  ///< for people

  std::string folder() const { return "representations/" + name; }
};

/// A package about to be written. Paths in `files` are seen from the folder of its root METS.xml.
struct Description {
  const Record& record;
  const std::vector<Representation>& representations;
  const Listing& files;
};

/// Unqualified Dublin Core (ISO 15836-1) in the container of OAI-PMH.
std::string dublin_core(const Record& record);
/// PREMIS 3.0: the package, its representations, what was done to them and by whom.
std::string premis_of_package(const Description& package);
/// PREMIS 3.0: the files of one representation.
std::string premis_of(const Representation& one, const Description& package);
/// METS 1.12 by the profile E-ARK SIP 2.1.0: requirements CSIP1 to CSIP119, SIP1 to SIP20.
std::string mets_of_package(const Description& package);
std::string mets_of(const Representation& one, const Description& package);
/// For people who open the package: what lies where, and how to build the edition again.
std::string readme(const Description& package);
/// What a list of the schemas' standards and addresses says.
std::string schemas_readme();
/// The report's metadata as lines for people.
std::string metadata_text(const Record& record);

/// An xml:id, the same for the same seed.
std::string xml_id(const Record& record, const std::string& seed);

}  // namespace tilstand::archive
