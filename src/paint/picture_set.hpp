// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "colour/press_profile.hpp"
#include "haru/sink.hpp"
#include "picture/picture.hpp"

namespace tilstand::paint {

/// The pictures that pages of a PDF show. Each is written once, however often and by how many names it is shown, and only
/// when all pages are painted, so no two are in memory at a time.
class PictureSet {
 public:
  /// `library` must outlive it; null when no page shows a picture. So must `press`, by which colours become inks; null: they stay.
  explicit PictureSet(const picture::Library* library, const colour::PressProfile* press = nullptr) : library_(library), press_(press) {}

  const picture::Picture& operator[](PictureId id) const;
  /// The resource name of a picture, which is from here on one of the set.
  std::string use(PictureId id);
  /// Writes all that were used; the entry of the resource dictionary, empty when there were none.
  std::string write(haru::Sink& sink) const;

 private:
  const picture::Library* library_;
  const colour::PressProfile* press_;
  std::map<std::string, PictureId> used_;  ///< by digest
};

}  // namespace tilstand::paint
