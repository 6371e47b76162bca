// SPDX-License-Identifier: Apache-2.0
#include "package/press_entries.hpp"

#include "base/number_text.hpp"
#include "haru/syntax.hpp"
#include "package/tag_entries.hpp"
#include "paint/pdf_content.hpp"

namespace tilstand::package {
namespace {

/// A Separation whose four inks rise with its tint (ISO 32000-1, 8.6.6.4 and 7.10.3).
std::string separation(const colour::Spot& spot) {
  std::string full;
  for (const double share : spot.inks) full += decimal(share) + " ";
  return "[/Separation" + haru::name_object(spot.name) + "/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[" + full + "]/N 1>>]";
}

}  // namespace

std::string boxes(const scene::Page& page, const Writer::Options& options) {
  if (const std::optional<PressFile>& press = options.press) {
    const Length height = press->sheet.height;
    return "/MediaBox" + box_array({{}, press->sheet}, height) + "/BleedBox" + box_array(press->bleed, height) + "/TrimBox" + box_array(press->trim, height);
  }
  const std::string box = box_array({{}, page.trim}, page.trim.height);
  if (!options.art) return "/MediaBox" + box + "/TrimBox" + box;
  const Rect art{{*options.art, *options.art}, {page.trim.width - *options.art * 2, page.trim.height - *options.art * 2}};
  return "/MediaBox" + box + "/TrimBox" + box + "/ArtBox" + box_array(art, page.trim.height);
}

std::string press_resources(const colour::Palette& palette, const std::set<std::uint16_t>& spots) {
  using paint::PdfContent;
  // In mode 1 an ink of 0 leaves what is below as it is (ISO 32000-1, 8.6.7).
  std::string entries = std::string("/ExtGState<</") + PdfContent::over + "<</Type/ExtGState/OP true/op true/OPM 1>>/" + PdfContent::out +
                        "<</Type/ExtGState/OP false/op false/OPM 0>>>>";
  if (spots.empty()) return entries;
  entries += "/ColorSpace<<";
  for (const std::uint16_t spot : spots) entries += "/" + PdfContent::spot_name(spot) + separation(palette.spots().at(spot));
  return entries + ">>";
}

haru::ObjectNumber write_press_intent(haru::Sink& sink, const PressFile& press) {
  const haru::ObjectNumber profile = sink.allocate(), intent = sink.allocate();
  sink.put_stream(profile, "/N 4", press.profile->bytes());
  std::string entries = "<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier" + haru::text_string(press.condition) + "/RegistryName(http://www.color.org)";
  const std::string& name = press.condition_name.empty() ? press.condition : press.condition_name;
  entries += "/OutputCondition" + haru::text_string(name) + "/Info" + haru::text_string(name);
  sink.put(intent, entries + "/DestOutputProfile " + haru::reference(profile) + ">>");
  return intent;
}

}  // namespace tilstand::package
