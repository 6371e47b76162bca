// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/thread_pool.hpp"
#include "colour/palette.hpp"
#include "definition/edition.hpp"
#include "font/library.hpp"
#include "package/attachments.hpp"
#include "scene/page.hpp"

namespace tilstand::package {

/// What the file says about itself.
struct Metadata {
  std::string title, author, subject, keywords, licence, language;
  std::string date;             ///< ISO 8601, "2022-06-15T00:00:00Z"; all dates of the file
  std::string producer;         ///< "tilstand 1.0.0"
  std::string identifier;       ///< seed of the file ID (digest of the inputs), hex
};

/// What a file for a press says besides (ISO 15930-7). Boxes are seen from the sheet's top left corner.
struct PressFile {
  Size sheet;
  Rect bleed, trim;
  std::string condition, condition_name;
  const colour::PressProfile* profile = nullptr;  ///< outlives the writer
};

/// An empty signature field (ISO 32000-1, 12.7.4.5) on the last page, without a picture: what a seal needs is there before it, so that
/// sealing only appends to the file.
struct SealField {
  std::string description;  ///< what a reader's machine says of it
};

/// Writes one PDF: pages are painted, deflated and put into a file beside the target as they come; `complete`
/// writes what is left and checks, `commit` renames. Unless that succeeds the target stays as it was and nothing is left beside it.
class Writer {
 public:
  struct Options {
    std::string path;
    definition::Profile profile = definition::Profile::a2a_ua1;
    Metadata metadata;
    std::uint32_t page_count = 0;                ///< settled before
    std::vector<scene::OutlineEntry> outline;
    const picture::Library* pictures = nullptr;  ///< outlives the writer; null when no page shows one
    ThreadPool* pool = nullptr;                  ///< outlives the writer; null: all is done by the caller
    Attached attached{};                         ///< files of a profile that takes them
    std::optional<PressFile> press{};            ///< with the profile `x4` always: no links and no outline are written then
    std::optional<SealField> seal{};             ///< never with a press
    std::optional<Length> art{};                 ///< distance of each page's ArtBox from its trim; never with a press
  };
  /// `library` and `palette` must outlive the writer.
  Writer(Options options, const font::Library& library, const colour::Palette& palette);
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Checks the page against the profile (diagnostics name the source) and writes it.
  void add(const scene::Page& page, Diagnostics& diagnostics);
  /// Gives the bytes of attached file `place`; each once, before `complete`.
  void attach(std::size_t place, const std::string& bytes);
  /// Writes what is left, still beside the target. False when there were errors or the disk failed (package.write-failed).
  bool complete(Diagnostics& diagnostics);
  /// Puts the complete file in the target's place; false when that fails (package.write-failed).
  bool commit(Diagnostics& diagnostics);
  bool finish(Diagnostics& diagnostics) { return complete(diagnostics) && commit(diagnostics); }
  /// Where the file lies until then, and its size.
  const std::string& part() const;
  std::uint64_t size() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tilstand::package
