// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tilstand::registry {

/// A file that an edition is made of.
struct Input {
  std::string path;    ///< as its manifest writes it
  std::string sha256;
  bool operator==(const Input&) const = default;
};

/// A built file. Digests are SHA-256, lower-case hex.
struct Edition {
  std::string report;             ///< the series: the same for all years
  int year = 0;
  std::string language, edition;  ///< BCP 47; the edition's name
  std::string sha256;             ///< of the file
  std::string built_sha256;       ///< before it was sealed; the same when it isn't
  std::string file, title;        ///< its name without folder
  std::int64_t pages = 0, bytes = 0;
  std::string manifest_sha256;
  std::string definition_sha256;  ///< of all inputs that are no data: of lines "digest, two spaces, path, new line", in the order of paths
  std::string data_sha256;        ///< of the data's, the same way
  std::string program;            ///< "tilstand 1.0.0"
  std::vector<Input> inputs{};    ///< ordered by path
  std::string recorded{};         ///< UTC; filled when read
};

/// What a print house made of an edition.
struct PrintRun {
  std::string edition_sha256;
  std::string run;                ///< its number or name
  std::string printer, paper, binding;
  std::string date;               ///< "2022-06-15"
  std::int64_t copies = 0;
  std::string deposit;            ///< where and when it was deposited; empty: it wasn't
  std::string recorded{};
};

/// A recipient, by its key in the recipients' file. Personal data: in the register only.
struct Recipient {
  std::string key;
  std::string name, org_number;
};

/// What is sent together: one issue of an edition.
struct Occasion {
  std::string report;
  int year = 0;
  std::string edition;
  int issue = 1;                  ///< greater when a corrected edition is sent to those who have got one already
};

enum class State { intended, begun, sent, delivered, refused, failed, uncertain, bounced };
const char* name_of(State state);

/// One recipient's parcel.
struct Delivery {
  std::string recipient;          ///< key
  std::string message_id;         ///< UUID, the same in every attempt
  std::int64_t copy_number = 0;   ///< of the first copy
  std::int64_t copies = 1;
  Occasion occasion{};
  State state = State::intended;  ///< of its last event
  std::int64_t attempts = 0;
  std::string channel{};          ///< of the last attempt
  std::string payload{};          ///< digest of the files of the last attempt
  std::string detail{};           ///< of the last event
  std::string recorded{};         ///< when the last event was
  bool may_have_gone = false;     ///< whether any attempt ended otherwise than refused or failed, or has no end
};

/// A file of a parcel.
struct SentFile {
  std::string name, sha256;
  bool operator==(const SentFile&) const = default;
};

/// The files of an attempt as one digest: of lines "digest, two spaces, name, new line", in the order of names.
std::string payload_of(std::vector<SentFile> files);

/// What became of a parcel.
struct Event {
  State state = State::intended;
  std::string detail{};           ///< why; names no person
  std::string receipt{};          ///< the counterpart's own words
  std::int64_t attempt = 0;       ///< its number; 0: of none
  std::string recorded{};
};

/// An archive package.
struct Package {
  std::int64_t id = 0;            ///< filled when read
  std::string edition_sha256;
  std::string kind;               ///< "sip", "bag"
  std::string name;               ///< of its folder or file, without the way there
  std::string sha256;             ///< of its bytes, or of the list of its files
  std::int64_t files = 0, bytes = 0;
  std::string verdicts{};         ///< what judges said of it when it was made: the detail of its event "added"
  std::string recorded{};
};

/// A look at a package.
struct PackageEvent {
  std::string what;               ///< "added", "verified", "rebuilt", "exported"
  bool sound = true;
  std::string detail{};           ///< verdicts, as the command gave them
  std::string recorded{};
};

}  // namespace tilstand::registry
