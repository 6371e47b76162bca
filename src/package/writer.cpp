// SPDX-License-Identifier: Apache-2.0
#include "package/writer.hpp"

#include <utility>

#include "base/ensure.hpp"
#include "package/attachments.hpp"
#include "package/checks.hpp"
#include "package/destination.hpp"
#include "package/metadata_text.hpp"
#include "package/page_labels.hpp"
#include "package/press_entries.hpp"
#include "package/seal_field.hpp"
#include "package/tag_tree.hpp"
#include "package/targets.hpp"
#include "paint/pdf_canvas.hpp"

namespace tilstand::package {
namespace {

bool is_pdf2(definition::Profile profile) { return profile == definition::Profile::a4f_ua2; }

haru::Sink::Options sink_options(const Writer::Options& options) {
  constexpr std::size_t digits = 8;
  return {options.path, file_identifier(options.metadata).substr(0, digits), options.page_count, options.pool, options.press ? "1.6" : is_pdf2(options.profile) ? "2.0" : "1.7"};
}

/// The bottom left corner of the trimmed page on the sheet, to the right and up.
Point corner_of(const std::optional<PressFile>& press) {
  return press ? Point{press->trim.left(), press->sheet.height - press->trim.bottom()} : Point{};
}

/// The box of a figure, which is told from the trimmed page, as a place of the sheet.
scene::Tag on_press_sheet(scene::Tag tag, Point corner) {
  if (tag.box) tag.box->origin = {tag.box->origin.x + corner.x, tag.box->origin.y - corner.y};
  return tag;
}

}  // namespace

struct Writer::State {
  State(Options chosen, const font::Library& library, const colour::Palette& palette)
      : options(std::move(chosen)),
        sink(sink_options(options)),
        resources(sink.allocate()),
        tags(sink, is_pdf2(options.profile) ? Vocabulary::pdf2 : Vocabulary::pdf1),
        targets(sink),
        lead_to(is_pdf2(options.profile) ? by_action() : by_destination(sink)),
        attachments(options.attached, options.metadata.date, sink),
        fonts(library),
        colours(palette),
        pictures(options.pictures, options.press ? options.press->profile : nullptr),
        corner(corner_of(options.press)),
        canvas(fonts, palette, [this](scene::TagId tag) { return tags.role_name(tag); }, &pictures, corner) {}

  LeadTo by_action() {
    return [this](std::uint32_t page, Point at, Length page_height, NodeId target) { return targets.action(page, at, page_height, target); };
  }
  std::string put_annotations(const scene::Page& page);
  void put_page(const scene::Page& page);
  void write_resources();
  haru::ObjectNumber write_metadata();
  haru::ObjectNumber write_intent();
  void write_catalog();
  bool report_failure(Diagnostics& diagnostics) const {
    diagnostics.error("package.write-failed", sink.failure(), {}, "the earlier file, if there was one, is untouched");
    return false;
  }

  Options options;
  haru::Sink sink;
  haru::ObjectNumber resources;  ///< shared by all pages
  TagTree tags;
  Targets targets;
  LeadTo lead_to;                ///< how what is to be followed names its place
  Attachments attachments;
  haru::FontSet fonts;
  const colour::Palette& colours;
  paint::PictureSet pictures;
  Point corner;                  ///< of the trimmed page on its sheet
  paint::PdfCanvas canvas;
  Checks checks;
  PageLabels labels;
  Length height{};               ///< of the pages; one report has one trim
  std::uint32_t pages = 0;
  haru::ObjectNumber seal_field = 0;  ///< 0: there is none
};

Writer::Writer(Options options, const font::Library& library, const colour::Palette& palette)
    : state_(std::make_unique<State>(std::move(options), library, palette)) {}

Writer::~Writer() = default;

std::string Writer::State::put_annotations(const scene::Page& page) {
  std::string annotations;
  for (const scene::Link& link : page.links) {
    const haru::ObjectNumber number = sink.put_link(link_entries(link, page.trim.height, tags.next_link_key(), lead_to));
    tags.add_link(link.tag, page.index, number);
    if (link.note) tags.cite(link.tag, link.target);
    else tags.refer(link.tag, link.target);
    annotations += haru::reference(number) + ' ';
  }
  if (options.seal && page.index + 1 == options.page_count) {
    // A field without extent is tagged as PDF/UA-1 asks, and no part of the structure in PDF/UA-2 (8.9.2.4.13).
    const bool tagged = !is_pdf2(options.profile);
    seal_field = write_seal_field(sink, *options.seal, page.index, tagged ? std::optional(tags.next_link_key()) : std::nullopt);
    if (tagged) tags.add_form(page.index, seal_field);
    annotations += haru::reference(seal_field);
  }
  return annotations.empty() ? annotations : "/Annots[" + annotations + "]";
}

void Writer::State::put_page(const scene::Page& page) {
  const haru::ObjectNumber content = sink.allocate();
  sink.put_stream(content, "", canvas.content());
  std::string entries = boxes(page, options) + "/Resources " + haru::reference(resources) + "/Contents " +
                        haru::reference(content) + "/Tabs/S/StructParents ";
  haru::append_integer(entries, page.index);
  if (page.turned) entries += "/Rotate 90";  // the sheet stays as it is printed and bound, and is read upright on a screen
  if (options.press) {
    if (canvas.shows_picture()) entries += "/Group<</S/Transparency/CS/DeviceCMYK>>";
    return sink.put_page(page.index, entries);
  }
  sink.put_page(page.index, entries + put_annotations(page));
}

void Writer::add(const scene::Page& page, Diagnostics& diagnostics) {
  State& state = *state_;
  ensure(page.index == state.pages++);
  state.height = page.trim.height;
  state.labels.add(page.label);
  for (const scene::Tag& tag : page.tags) {
    state.checks.tag(tag, diagnostics);
    const bool fed = tag.role == scene::Role::Figure || tag.role == scene::Role::Table;
    state.tags.open(state.options.press ? on_press_sheet(tag, state.corner) : tag, page.index, page.trim.height, fed ? state.attachments.entry_of(tag.node) : std::string());
  }
  state.checks.page(page, state.tags, diagnostics);
  paint::paint_page(page, state.canvas);
  state.checks.glyphs(state.canvas.unreadable(), state.tags, diagnostics);
  state.tags.add_marks(page.index, state.canvas.marked());
  state.put_page(page);
  for (const scene::TagId tag : page.closed) state.tags.close(tag);
}

void Writer::State::write_resources() {
  const std::string of_press = options.press ? press_resources(colours, canvas.spots()) : std::string();
  sink.put(resources, "<</Font<<" + fonts.write(sink) + ">>" + pictures.write(sink) + of_press + ">>");
}

haru::ObjectNumber Writer::State::write_metadata() {
  const haru::ObjectNumber number = sink.allocate();
  sink.put_stream(number, "/Type/Metadata/Subtype/XML", xmp_packet(options.metadata, options.profile), haru::Packing::none);
  sink.set_information(information_entries(options.metadata, options.profile));
  return number;
}

haru::ObjectNumber Writer::State::write_intent() {
  if (options.press) return write_press_intent(sink, *options.press);
  const haru::ObjectNumber profile = sink.allocate(), intent = sink.allocate();
  sink.put_stream(profile, "/N 3", colour::srgb_profile());
  sink.put(intent, "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)"
                   "/DestOutputProfile " + haru::reference(profile) + ">>");
  return intent;
}

void Writer::State::write_catalog() {
  const haru::ObjectNumber metadata = write_metadata(), intent = write_intent(), root = tags.finish();
  if (!options.press) write_outline(sink, options.outline, height, lead_to);
  targets.finish(tags);
  std::string entries = "/Lang" + haru::text_string(options.metadata.language) + "/MarkInfo<</Marked true>>";
  entries += "/ViewerPreferences<</DisplayDocTitle true>>/PageLabels" + labels.dictionary();
  entries += "/Metadata " + haru::reference(metadata) + "/OutputIntents[" + haru::reference(intent) + "]";
  entries += "/StructTreeRoot " + haru::reference(root);
  entries += attachments.catalog_entries();
  if (seal_field != 0) entries += form_entry(sink, seal_field);
  if (!options.press && !options.outline.empty()) entries += "/PageMode/UseOutlines";
  sink.set_catalog(entries);
}

void Writer::attach(std::size_t place, const std::string& bytes) { state_->attachments.put(place, bytes); }

bool Writer::complete(Diagnostics& diagnostics) {
  State& state = *state_;
  state.checks.metadata(state.options.metadata, diagnostics);
  if (diagnostics.has_errors()) {
    state.sink.fail("the report has errors");  // the file goes with the writer
    return false;
  }
  ensure(state.pages == state.options.page_count);
  state.write_resources();
  state.write_catalog();
  return state.sink.complete(file_identifier(state.options.metadata)) || state.report_failure(diagnostics);
}

bool Writer::commit(Diagnostics& diagnostics) { return state_->sink.commit() || state_->report_failure(diagnostics); }

const std::string& Writer::part() const { return state_->sink.part(); }

std::uint64_t Writer::size() const { return state_->sink.size(); }

}  // namespace tilstand::package
