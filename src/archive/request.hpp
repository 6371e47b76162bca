// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tilstand::archive {

/// What goes into a package, by path.
struct AddRequest {
  std::string definition;                ///< of the report
  std::string data;                      ///< folder of the year
  std::string edition;                   ///< the PDF, sealed or not
  std::string manifest{};                ///< of the edition; empty: beside it
  std::string press{};                   ///< PDF for the press, its manifest beside it; empty: none
  std::vector<std::string> sheets{};     ///< imposed from it
  std::vector<std::string> conformance{};///< reports of veraPDF
  std::string print_run{};               ///< TOML; empty: none
  std::string print_run_text{};          ///< the same from a register, as TOML
  std::string program_source{};          ///< archive file of the program's source; empty: none
  std::string schemas{};                 ///< folder of XML schemas that go along; empty or not there: none
  std::string out{};                     ///< folder or, with `zip`, file to make
  bool bag = false;                      ///< a bag (RFC 8493) around the package
  bool zip = false;
  std::int64_t moment = 0;               ///< when a seal of the edition is looked at, seconds since 1970
  std::optional<std::int64_t> epoch{};   ///< when the package is made, seconds since 1970; none: the report's date, or that of its seal
};

}  // namespace tilstand::archive
