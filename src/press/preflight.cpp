// SPDX-License-Identifier: Apache-2.0
#include "press/preflight.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/number_text.hpp"
#include "base/shortened.hpp"
#include "press/bleed.hpp"

namespace tilstand::press {
namespace {

constexpr Length hairline{Length::per_pt / 4};
constexpr Length least_reversed{6 * Length::per_pt}, least_in_inks{8 * Length::per_pt};
constexpr double matters = 0.15;   // an ink thinner than this shows no edge when its plate is off
constexpr double hardly = 1.01;    // an enlargement that nobody sees

std::string page_name(const scene::Page& page) { return "page " + decimal(page.index + 1); }
std::string per_cent(double share) { return decimal(share * 100, 0) + " %"; }

std::size_t plates_of(const colour::Inks& inks) {
  return static_cast<std::size_t>(std::count_if(inks.begin(), inks.end(), [](double share) { return share >= matters; }));
}

/// About what letters cover.
Rect box_of(const scene::TextItem& item) {
  const Length size = item.run.size, up = scaled(size, 3, 4);
  return {{item.baseline.x, item.baseline.y - up}, {item.run.width(), up + size / 5}};
}

bool has_ink(const std::string& text) { return text.find_first_not_of(" \t\xC2\xA0") != std::string::npos; }

std::string quoted(const std::string& text) { return "\"" + shortened(text) + "\""; }

}  // namespace

Preflight::Preflight(Inputs inputs, Diagnostics& diagnostics) : in_(inputs), diagnostics_(diagnostics) {
  const double most = in_.profile.most_ink();
  if (most <= in_.press.ink_limit + 1) return;
  diagnostics_.warning("press.profile-over-limit", "the profile gives up to " + decimal(most, 0) + " % of ink, and the edition allows " + decimal(in_.press.ink_limit) + " %",
                       in_.press.profile_span, "take a profile made for this limit, or the limit that the press has");
}

SourceSpan Preflight::place_of(const scene::Mark& mark) const {
  const auto found = places_.find(mark.tag);
  return found != places_.end() && found->second.file ? found->second : in_.press.span;
}

void Preflight::say(Severity severity, const char* code, std::string message, const scene::Mark& mark, std::string hint) {
  const SourceSpan place = place_of(mark);
  if (said_.emplace(code, place, message).second) diagnostics_.add({severity, code, std::move(message), place, {}, std::move(hint)});
}

void Preflight::page(const scene::Page& page) {
  for (const scene::Tag& tag : page.tags) places_[tag.id] = tag.span;
  tabs_.clear();
  for (const scene::Item& item : page.items) {
    const auto* shape = std::get_if<scene::ShapeItem>(&item.drawing);
    if (shape && item.mark.artifact == layout::Artifact::header && touches_edge(bounds(shape->shape.path), page.shown())) tabs_.push_back(bounds(shape->shape.path));
  }
  for (const scene::Item& item : page.items) std::visit([&](const auto& drawn) { look(drawn, item.mark, page); }, item.drawing);
  for (const scene::TagId tag : page.closed) places_.erase(tag);
}

void Preflight::look(Ink ink) {
  if (ink.role >= in_.theme.palette.size() || !inks_.emplace(ink.role, ink.permille).second) return;
  const definition::Colour& colour = in_.theme.palette[ink.role];
  const double all = colour::sum_of(in_.palette.inks(ink)) * 100;
  if (all > in_.press.ink_limit + 0.5)
    diagnostics_.warning("press.ink-over-limit", "the colour \"" + colour.name + "\" is " + decimal(all, 0) + " % of ink, and the edition allows " + decimal(in_.press.ink_limit) + " %",
                         colour.span, "give it less of `cmyk`");
  if (!colour.inks)
    diagnostics_.notice("press.rgb-converted", "the colour \"" + colour.name + "\" names no inks; its sRGB is converted by the edition's profile", colour.span,
                        "give it `cmyk`, so that it is mixed as the brand wants it");
}

void Preflight::look_at_margin(const Rect& area, const std::string& what, const scene::Mark& mark, const scene::Page& page) {
  const Size trim = page.shown();
  const Length margin = in_.press.safety;
  if (touches_edge(area, trim)) return;  // bleeds
  const Length nearest = min(min(area.left(), area.top()), min(trim.width - area.right(), trim.height - area.bottom()));
  if (nearest >= margin || std::any_of(tabs_.begin(), tabs_.end(), [&](const Rect& tab) { return tab.contains(area); })) return;
  say(Severity::warning, "press.near-trim", what + " on " + page_name(page) + " is " + decimal(nearest.in_mm(), 1) + " mm from the trim edge; a cut may be off by up to " +
      decimal(margin.in_mm(), 1) + " mm", mark, "move it inwards, or let it run off the page");
}

void Preflight::look(const scene::TextItem& item, const scene::Mark& mark, const scene::Page& page) {
  const text::GlyphRun& run = item.run;
  if (!has_ink(run.text)) return;
  look(run.ink);
  look_at_margin(box_of(item), quoted(run.text), mark, page);
  const colour::Inks inks = in_.palette.inks(run.ink);
  const std::size_t plates = in_.palette.device(run.ink).space == colour::Device::Space::spot ? 1 : plates_of(inks);
  const std::string size = decimal(run.size.in_pt(), 1) + " pt";
  const std::string& role = in_.theme.palette.at(run.ink.role).name;
  if (plates == 0 && run.size < least_reversed)
    say(Severity::warning, "press.small-reversed", "type of " + size + " is knocked out of what it stands on; ink runs into letters under 6 pt", mark, "make it larger, or print it on paper");
  if (plates > 1 && run.size < least_in_inks)
    say(Severity::warning, "press.small-in-inks", "type of " + size + " in \"" + role + "\" is printed by " + decimal(static_cast<double>(plates), 0) +
        " plates, which never stand quite true", mark, "make it larger than 8 pt, or of one ink");
}

void Preflight::look(const scene::ShapeItem& item, const scene::Mark& mark, const scene::Page& page) {
  const drawing::Shape& shape = item.shape;
  if (shape.fill) look(*shape.fill);
  if (shape.stroke) look(shape.stroke->ink);
  const Rect box = bounds(shape.path);
  look_at_margin(box, "a shape", mark, page);
  Length thin = shape.stroke ? shape.stroke->width : hairline;
  if (shape.fill && !shape.stroke) thin = min(box.size.width, box.size.height);
  if (thin > Length{} && thin < hairline)
    say(Severity::warning, "press.hairline", "a line of " + decimal(thin.in_pt(), 2) + " pt on " + page_name(page) + " is thinner than a plate holds, 0.25 pt", mark, "make the rule wider");
}

void Preflight::look(const scene::PictureItem& item, const scene::Mark& mark, const scene::Page& page) {
  const picture::Picture& picture = in_.pictures[item.picture];
  const std::string what = "the picture \"" + picture.path + "\"";
  look_at_margin(item.window, what, mark, page);
  const double larger = enlargement(item, page.shown(), in_.press.bleed);
  if (larger > hardly)
    say(Severity::warning, "press.no-bleed", what + " ends at the trim of " + page_name(page) + "; it is enlarged by " + per_cent(larger - 1) + " to reach the bleed", mark,
        "give it a picture with matter to be cut off, or move it inwards");
  const picture::Raster* raster = picture.raster();
  if (raster == nullptr) return;
  const double inches = item.area.size.width.in_pt() * larger / 72;
  const double resolution = inches > 0 ? raster->upright_width() / inches : 0;
  if (resolution + 0.5 < in_.press.resolution)
    say(Severity::warning, "press.low-resolution", what + " has " + decimal(resolution, 0) + " pixels to the inch on " + page_name(page) + ", and the edition asks for " +
        decimal(in_.press.resolution), mark, "take a larger picture, or show it smaller");
  if (raster->model == colour::Model::rgb)
    say(Severity::notice, "press.rgb-converted", what + " is in RGB; it is converted by the edition's profile", mark, "");
}

void Preflight::finish(std::size_t page_count) {
  if (page_count % 4 == 0) return;
  diagnostics_.notice("press.page-count", "the report has " + std::to_string(page_count) + " pages; bound in sheets of four it gets " + std::to_string(4 - page_count % 4) + " blank ones",
                      in_.press.span);
}

}  // namespace tilstand::press
