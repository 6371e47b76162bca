// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "seal/certificate.hpp"
#include "seal/revision.hpp"
#include "seal/revocation.hpp"

namespace tilstand::seal {

/// What is appended to a PDF (ISO 32000-1, 7.5.6): objects, and a cross-reference stream that finds them.
class Update {
 public:
  /// `before` is what it is appended to, and must outlive it.
  explicit Update(const Revision& before);

  /// A number that no object has.
  unsigned allocate() { return next_++; }
  void put(unsigned number, std::string body);
  void put_stream(unsigned number, const std::string& bytes);
  /// Another state of an object that is there, with `more` entries.
  void change(QPDFObjectHandle object, const std::string& more);

  /// The bytes behind those of the revision.
  std::string bytes() const;
  /// Where the body of an object begins, in the whole file.
  std::size_t body_of(unsigned number) const;

 private:
  struct Object {
    unsigned number;
    std::string body;
  };
  std::string opening(const Object& object) const;
  std::string references(std::size_t offset, const std::vector<std::size_t>& places) const;

  const Revision& before_;
  unsigned next_;
  std::vector<Object> objects_;
};

/// The update that fills a field with an empty signature.
struct Blank {
  std::string bytes;                  ///< of the update
  std::size_t hole = 0, hole_end = 0; ///< of the Contents in the whole file, angle brackets included
};

/// What a seal says besides its signature.
struct Words {
  Moment moment = 0;
  std::string reason, location, name;
};

/// `room`: bytes that the signature may take.
Blank blank_seal(const Revision& before, const Field& field, const Words& words, std::size_t room);

/// The update that adds a DSS (ETSI EN 319 142-1, 5.4.2) with chain and revocation data.
std::string evidence_update(const Revision& before, const Evidence& evidence);

/// The evidence that a revision's DSS holds; what can't be read is left out.
Evidence evidence_in(const Revision& revision);

}  // namespace tilstand::seal
