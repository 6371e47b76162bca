// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"

namespace tilstand::verify {

/// What keeps two editions from being the same.
struct Finding {
  enum class Kind { text, moved, order, figure, picture, size, page, tags } kind = Kind::text;
  std::size_t first_page = 0, second_page = 0;  ///< from 1; 0: the page is not there
  double x = 0, y = 0;                          ///< mm from the top left corner of the trimmed page
  std::string first{}, second{};                ///< what stands there in either
  std::string message{};
};

const char* name_of(Finding::Kind kind);

/// Something that may differ between editions of one layout, and how it does.
struct Listed {
  std::string what, first, second;
};

/// Two PDFs compared by their bytes alone.
struct Proof {
  std::string first, second;               ///< paths
  std::string first_sha256, second_sha256;
  std::size_t first_pages = 0, second_pages = 0;
  std::vector<Finding> findings;           ///< by page, at most a few dozen a page; those of the tag trees last
  std::size_t unlisted = 0;                ///< findings beyond that
  std::vector<Listed> listed;

  bool same() const { return findings.empty(); }
};

/// Compares text, figures, page breaks and reading order: the order of what pages show, and that of the tag trees when both have
/// one. Nothing when a file can't be read (codes of room pdf).
std::optional<Proof> compare(const std::string& first, const std::string& second, Diagnostics& diagnostics);

/// For people: one line a finding.
std::string to_text(const std::vector<Proof>& proofs);
/// For programs: one object.
std::string to_json(const std::vector<Proof>& proofs);

}  // namespace tilstand::verify
