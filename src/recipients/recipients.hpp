// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "definition/text.hpp"

namespace tilstand::recipients {

/// The way to a recipient.
enum class Way { smtp, eformidling, folder };
const char* name_of(Way way);

/// Where a fact can be looked up by everybody.
struct Source {
  std::string url, title;
  std::string date;  ///< the day when it said so, "2022-01-01"
};

/// Who gets the report, as the author of the file wrote it. Personal data: only ids may stand in what the program says.
struct Recipient {
  std::string id;
  std::string name;                 ///< official
  std::string org_number;           ///< nine digits whose last one checks the others; empty: not known
  std::optional<Source> source{};   ///< of the organisation number
  Way way = Way::folder;
  std::string address;              ///< an e-mail address, the organisation number, or a folder's name
  std::string language;             ///< BCP 47, of letter and subject
  std::string edition;              ///< name of the edition
  std::vector<std::string> parts{}; ///< ids of the parts that it gets; empty: all
  int copies = 1;
  std::string letter;               ///< path of the cover letter's template; empty: none
  SourceSpan span{}, letter_span{}, parts_span{};
};

/// Reads a file of recipients. Everything that is wrong is told, at its place; lines of the file that are shown with it have their
/// values covered. Codes: recipients.bad-id, recipients.duplicate-id, recipients.bad-name, recipients.bad-org-number, recipients.no-source,
/// recipients.bad-source, recipients.no-address, recipients.bad-address, recipients.no-org-number, recipients.none, those of room definition.
std::optional<std::vector<Recipient>> read_recipients(const std::string& path, Sources& sources, Diagnostics& diagnostics);

/// Whether nine digits are an organisation number: the last one is the check digit, modulus 11 with the weights 3 2 7 6 5 4 3 2.
bool is_org_number(std::string_view digits);

/// Whether it can be an e-mail address (RFC 5321, 4.1.2, in ASCII, without quoted names and literal addresses).
bool is_mail_address(std::string_view address);

}  // namespace tilstand::recipients
