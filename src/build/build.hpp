// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/thread_pool.hpp"
#include "colour/palette.hpp"
#include "content/tree.hpp"
#include "data/dataset.hpp"
#include "definition/edition.hpp"
#include "definition/theme.hpp"
#include "font/library.hpp"
#include "layout/lay_out.hpp"
#include "manifest/blocks.hpp"
#include "picture/picture.hpp"
#include "scene/page.hpp"
#include "text/shaper.hpp"

namespace tilstand::build {

/// Whom a copy of the report is made for. Personal data: it stands on the pages, and in no manifest and no message.
struct Addressee {
  std::string id;                    ///< of the recipient, in the file's name
  std::string name;                  ///< as the pages say it: `{{ recipient.name }}`
  int copy = 1, copies = 1;          ///< `{{ recipient.copy }}` of `{{ recipient.copies }}` that are made of the edition
  std::vector<std::string> parts{};  ///< ids of the listed parts that the copy has; empty: all. Parts that aren't listed always come along
  SourceSpan parts_span{};
};

/// What the user asked for.
struct Request {
  std::string definition;       ///< path
  std::string data;             ///< folder of the year
  std::string edition = "archive";
  std::string out = "out";      ///< folder
  std::string changes_since{};  ///< manifest or folder of data: pages show bars beside what has changed since; empty: none
  std::optional<std::int64_t> epoch{};  ///< SOURCE_DATE_EPOCH, seconds since 1970: the date of the file instead of the report's
  std::optional<definition::Variant> variant{};  ///< of the theme's colours; none: the edition's
  std::optional<Addressee> addressee{};  ///< makes a copy for one recipient: `<name><suffix>-<id>-<copy>.pdf`, without a manifest
  unsigned jobs = 0;            ///< threads that work at once; 0: as many as the machine has
};

/// A file that the report was made from.
struct InputFile {
  std::string path;
  std::string sha256;
};

/// A report that has been read, composed and settled; holds everything its parts refer to.
class Report {
 public:
  /// Runs all stages up to settled pages; nothing when there are errors.
  static std::unique_ptr<Report> load(const Request& request, Sources& sources, Diagnostics& diagnostics);
  ~Report();
  Report(const Report&) = delete;
  Report& operator=(const Report&) = delete;

  const content::Tree& tree() const;
  const data::Dataset& dataset() const;
  const definition::Theme& theme() const;
  const definition::Edition& edition() const;
  const definition::Words& words() const;
  const font::Library& library() const;
  const colour::Palette& palette() const;
  const picture::Library& pictures() const;
  /// Of an edition for a press; else null.
  const colour::PressProfile* press_profile() const;
  text::Shaper& shaper();
  const layout::Settled& settled() const;
  /// The threads that the request allows.
  ThreadPool& pool();
  /// Every file that was read, sorted by path.
  const std::vector<InputFile>& inputs() const;
  /// Whom the copy is for; none: the edition.
  const std::optional<Addressee>& addressee() const;
  /// Where the author wrote the report's name and date.
  SourceSpan name_span() const;
  SourceSpan date_span() const;

  /// The parts and blocks that editions are compared by.
  const manifest::Blocks& blocks() const;
  /// The report's name with its bindings: the same for all years.
  const std::string& series() const;

  using SceneSink = std::function<void(scene::Page&&)>;
  using PageWatch = std::function<void(const layout::Page&)>;
  /// Hands over each page, kept ones or by laying out once more.
  void pages(const layout::PageSink& sink, Diagnostics& diagnostics);
  /// The drawings of a chart, key and plot: as its page shows them, or drawn anew at a size of width and height that both have room in.
  std::vector<layout::PlacedDrawing> chart(NodeId figure, std::optional<Size> size, Diagnostics& diagnostics);
  /// `watch` sees each page before it becomes a scene.
  void scenes(const SceneSink& sink, Diagnostics& diagnostics, const PageWatch& watch = {});

 private:
  struct State;
  explicit Report(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// What was written.
struct Written {
  bool ok = false;
  std::string path;
  std::uint32_t pages = 0;
  std::uint64_t bytes = 0;
};

/// The whole way from definition to file: `<out>/<name><suffix>.pdf` and its manifest beside it. Unless it succeeds, both
/// stay as they were before. Codes: build.bad-name, build.bad-date, build.cannot-write, and those of all rooms.
Written build_pdf(const Request& request, Sources& sources, Diagnostics& diagnostics);

/// The editions that a definition's folder holds, by name. Two that would be written to one file are an error (build.same-file).
std::vector<std::string> edition_names(const Request& request, Sources& sources, Diagnostics& diagnostics);
/// A chart as a file of its own.
struct ChartFile {
  enum class Format { svg, png, pdf } format = Format::svg;
  NodeId figure{};
  std::optional<Size> size{};  ///< none: as on its page
  double dpi = 144;            ///< of a PNG
};
/// The bytes of a chart's picture: SVG and PNG by cairo, PDF tagged and archivable as the report is. Nothing when it is larger than
/// can be drawn, or when there are errors (build.bad-date, package.write-failed).
std::optional<std::string> chart_bytes(const ChartFile& file, const Request& request, Report& report, Diagnostics& diagnostics);

/// The theme of a definition, in the variant that is asked for (else that of the edition).
std::optional<definition::Theme> theme_of(const Request& request, Sources& sources, Diagnostics& diagnostics);

/// All diagnostics of the inputs, nothing written.
void check(const Request& request, Sources& sources, Diagnostics& diagnostics);

/// Whether a code tells of the machine (disk, permissions) and not of the inputs.
bool is_environment_failure(const std::string& code);

/// "0.1.0"
std::string program_version();

}  // namespace tilstand::build
