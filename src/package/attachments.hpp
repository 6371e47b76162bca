// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "haru/sink.hpp"

namespace tilstand::package {

/// A file that goes into the report (ISO 19005-3, 6.8).
struct Attachment {
  enum class Relation { source, data, supplement };  ///< AFRelationship
  std::string name;         ///< "values.csv"
  std::string description;
  std::string mime;         ///< "text/csv"
  Relation relation = Relation::source;
};

/// The files and which parts of the content they feed.
struct Attached {
  std::vector<Attachment> files{};
  std::map<std::uint32_t, std::vector<std::size_t>> by_node{};  ///< places in `files`, by NodeId::value of figures and tables
};

/// Embedded files: numbers are reserved at once, so that elements can name what comes last in the file.
class Attachments {
 public:
  /// `date`: ISO 8601, of every file.
  Attachments(const Attached& attached, const std::string& date, haru::Sink& sink);

  /// AF of the structure element of a figure or table; empty when no file feeds it.
  std::string entry_of(NodeId node) const;
  /// Writes file `place`.
  void put(std::size_t place, const std::string& bytes);
  /// Entries of the catalog: AF and the name tree of embedded files.
  std::string catalog_entries() const;

 private:
  const Attached& attached_;
  std::string date_;
  haru::Sink& sink_;
  std::vector<haru::ObjectNumber> numbers_;  ///< of the file specifications
};

}  // namespace tilstand::package
