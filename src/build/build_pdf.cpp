// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <optional>

#include "base/file.hpp"
#include "base/number_text.hpp"
#include "build/attach.hpp"
#include "build/build.hpp"
#include "build/manifest.hpp"
#include "build/metadata.hpp"
#include "build/press_run.hpp"
#include "digest/sha256.hpp"
#include "manifest/page_log.hpp"
#include "package/checks.hpp"
#include "package/writer.hpp"
#include "scene/build_scene.hpp"

namespace tilstand::build {
namespace {

namespace fs = std::filesystem;

/// A name that can't leave the output folder.
bool is_file_stem(const std::string& name) {
  return !name.empty() && name.front() != '.' && name.find_first_of("/\\\n") == std::string::npos && name.find('\0') == std::string::npos;
}

bool check_name(const Report& report, Diagnostics& diagnostics) {
  const std::string& name = report.tree().name;
  if (is_file_stem(name)) return true;
  diagnostics.error("build.bad-name", "the report's name \"" + name + "\" can't be the name of a file", report.name_span(), "use letters, digits and hyphens");
  return false;
}

std::optional<std::string> output_path(const Report& report, const std::string& folder, Diagnostics& diagnostics) {
  if (!check_name(report, diagnostics)) return std::nullopt;
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (!fs::is_directory(folder, failure)) {
    diagnostics.error("build.cannot-write", "the folder \"" + folder + "\" can't be made", {});
    return std::nullopt;
  }
  const std::optional<Addressee>& whom = report.addressee();
  const std::string copy = whom ? "-" + whom->id + "-" + std::to_string(whom->copy) : std::string();
  return (fs::path(folder) / (report.tree().name + report.edition().suffix + copy + ".pdf")).string();
}

/// What some editions do with pages on their way to the file.
struct Besides {
  Attaching* attaching = nullptr;
  PressRun* press = nullptr;
};

/// Both files lie whole beside their targets before either is put in its place.
bool write_files(Report& report, package::Writer& writer, const Besides& besides, Written& written, const ManifestPlace& place, Diagnostics& diagnostics) {
  manifest::PageLog log(report.blocks(), {report.theme(), report.library(), report.pictures()});
  Attaching* const attaching = besides.attaching;
  const auto take = [&](scene::Page&& page) {
    if (attaching) attaching->add(page);
    if (besides.press) besides.press->prepare(page);
    writer.add(page, diagnostics);
  };
  report.scenes(take, diagnostics, [&](const layout::Page& page) { log.add(page); });
  if (besides.press) besides.press->finish();
  const std::vector<std::string> files = attaching ? attaching->bytes(diagnostics) : std::vector<std::string>();
  for (std::size_t i = 0; i < files.size(); ++i) writer.attach(i, files[i]);
  if (diagnostics.has_errors() || !writer.complete(diagnostics)) return false;
  written.bytes = writer.size();
  if (report.addressee()) return writer.commit(diagnostics);
  const auto sum = digest::sha256_of_file(writer.part());  // not while it grows: what counts is what came to lie on the disk
  const std::string path = fs::path(written.path).replace_extension(".manifest.json").string();
  StagedFile manifest(path);
  const bool staged = sum && manifest.write(manifest::to_json(manifest_of(report, {written.path, *sum}, place, log)));
  if (staged && !writer.commit(diagnostics)) return false;
  if (staged && manifest.commit()) return true;
  diagnostics.error("build.cannot-write", "\"" + path + "\" can't be written", {});
  return false;
}

/// Whether the page holds the art box that the edition asks for.
bool holds_art(const Report& report, Diagnostics& diagnostics) {
  const definition::Edition& edition = report.edition();
  const Size trim = report.theme().page.trim;
  if (!edition.art || *edition.art * 2 < min(trim.width, trim.height)) return true;
  diagnostics.error("build.no-art-box", "an art box " + decimal(edition.art->in_mm(), 1) + " mm from the trim leaves nothing of the page", edition.art_span,
                    "give the distance that what matters keeps from the trim");
  return false;
}

}  // namespace

Written build_pdf(const Request& request, Sources& sources, Diagnostics& diagnostics) {
  const auto report = Report::load(request, sources, diagnostics);
  if (!report) return {};
  const auto metadata = metadata_of(*report, request.epoch, diagnostics);
  const auto path = output_path(*report, request.out, diagnostics);
  const auto press = PressRun::start(*report, diagnostics);
  if (!metadata || !path || !holds_art(*report, diagnostics) || diagnostics.has_errors()) return {};
  const auto pages = static_cast<std::uint32_t>(report->settled().labels.size());
  package::Writer::Options options{*path, report->edition().profile, *metadata, pages, scene::outline(report->tree(), report->settled()), &report->pictures(), &report->pool(), {}, {}, {}, report->edition().art};
  if (press) options.press = press->file();
  if (report->edition().has_seal_field) options.seal = package::SealField{report->words()("seal.field")};
  std::optional<Attaching> attaching;
  if (definition::takes_files(report->edition().profile)) options.attached = attaching.emplace(*report, sources, request.data).attached();
  package::Writer writer(std::move(options), report->library(), report->palette());
  Written written{false, *path, pages, 0};
  const std::string folder = fs::path(request.definition).parent_path().string();
  written.ok = write_files(*report, writer, {attaching ? &*attaching : nullptr, press.get()}, written, {folder.empty() ? "." : folder, sources}, diagnostics);
  return written;
}

void check(const Request& request, Sources& sources, Diagnostics& diagnostics) {
  const auto report = Report::load(request, sources, diagnostics);
  if (!report) return;
  metadata_of(*report, request.epoch, diagnostics);
  check_name(*report, diagnostics);
  holds_art(*report, diagnostics);
  package::Checks checks;
  const auto press = PressRun::start(*report, diagnostics);
  const auto look = [&](scene::Page&& page) {
    for (const scene::Tag& tag : page.tags) checks.tag(tag, diagnostics);
    if (press) press->prepare(page);
  };
  report->scenes(look, diagnostics);
  if (press) press->finish();
}

bool is_environment_failure(const std::string& code) { return code == "build.cannot-write" || code == "build.cannot-read" || code == "package.write-failed"; }

}  // namespace tilstand::build
