// SPDX-License-Identifier: Apache-2.0
#include "colour/press_profile.hpp"

#include <array>
#include <cmath>
#include <utility>

#include "colour/lcms_handle.hpp"
#include "colour/vision.hpp"

namespace tilstand::colour {
namespace {

constexpr cmsUInt32Number flags = cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE;

bool is_for_press(const Profile& profile) {
  return profile && cmsGetDeviceClass(profile.get()) == cmsSigOutputClass && cmsGetColorSpace(profile.get()) == cmsSigCmykData &&
         cmsGetProfileVersion(profile.get()) < 5;
}

/// To a hundredth of a per cent: more would be noise of the tables.
double rounded(double share) { return std::round(share * 10000) / 10000; }

}  // namespace

struct PressProfile::State {
  std::string bytes;
  Profile press;
  Transform colours, pixels;
  double most_ink = 0;
  std::array<double, 256> black_for{};  ///< black alone for each grey of sRGB

  bool prepare(cmsUInt32Number intent) {
    const Profile screen(cmsCreate_sRGBProfile()), lab(cmsCreateLab4Profile(nullptr));
    colours.reset(cmsCreateTransform(screen.get(), TYPE_RGB_DBL, press.get(), TYPE_CMYK_DBL, intent, flags));
    pixels.reset(cmsCreateTransform(screen.get(), TYPE_RGB_8, press.get(), TYPE_CMYK_8, intent, flags));
    const Transform lightness(cmsCreateTransform(press.get(), TYPE_CMYK_DBL, lab.get(), TYPE_Lab_DBL, INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE));
    if (!colours || !pixels || !lightness) return false;
    most_ink = cmsDetectTAC(press.get());
    fill_greys(lightness.get());
    return true;
  }

  /// The ramp of black is measured by the profile; lightness of sRGB is scaled onto it, from paper to full black.
  void fill_greys(cmsHTRANSFORM lightness) {
    std::array<double, 256> ramp{};
    for (std::size_t i = 0; i < ramp.size(); ++i) {
      const double inks[4] = {0, 0, 0, static_cast<double>(i) * 100 / 255};
      double lab[3] = {};
      cmsDoTransform(lightness, inks, lab, 1);
      ramp[i] = lab[0];
    }
    for (std::size_t grey = 0; grey < black_for.size(); ++grey) {
      const double channel = static_cast<double>(grey) / 255;
      const double wanted = ramp[255] + lab_of({channel, channel, channel}).l / 100 * (ramp[0] - ramp[255]);
      std::size_t at = 0;
      while (at < 255 && ramp[at + 1] >= wanted) ++at;
      const double step = at < 255 ? ramp[at] - ramp[at + 1] : 0;
      const double part = step > 0 ? (ramp[at] - wanted) / step : 0;
      black_for[grey] = (static_cast<double>(at) + std::fmax(0, part)) / 255;
    }
    black_for[0] = 1;
    black_for[255] = 0;
  }
};

PressProfile::PressProfile(std::unique_ptr<State> state) : state_(std::move(state)) {}
PressProfile::~PressProfile() = default;

std::unique_ptr<PressProfile> PressProfile::open(std::string bytes, definition::Intent intent) {
  auto state = std::make_unique<State>();
  state->bytes = std::move(bytes);
  state->press.reset(cmsOpenProfileFromMem(state->bytes.data(), static_cast<cmsUInt32Number>(state->bytes.size())));
  const auto chosen = intent == definition::Intent::perceptual ? INTENT_PERCEPTUAL : INTENT_RELATIVE_COLORIMETRIC;
  if (!is_for_press(state->press) || !state->prepare(static_cast<cmsUInt32Number>(chosen))) return nullptr;
  return std::unique_ptr<PressProfile>(new PressProfile(std::move(state)));
}

Inks PressProfile::inks(Rgb colour) const {
  if (colour.red == colour.green && colour.green == colour.blue)
    return {0, 0, 0, rounded(state_->black_for[static_cast<std::size_t>(std::lround(colour.red * 255))])};
  const double rgb[3] = {colour.red, colour.green, colour.blue};
  double per_cent[4] = {};
  cmsDoTransform(state_->colours.get(), rgb, per_cent, 1);
  Inks inks{};
  for (std::size_t i = 0; i < inks.size(); ++i) inks[i] = rounded(std::fmin(std::fmax(per_cent[i], 0), 100) / 100);
  return inks;
}

std::string PressProfile::to_inks(std::string_view rgb) const {
  const std::size_t pixels = rgb.size() / 3;
  std::string inks(pixels * 4, '\0');
  cmsDoTransform(state_->pixels.get(), rgb.data(), inks.data(), static_cast<cmsUInt32Number>(pixels));
  return inks;
}

std::string PressProfile::to_grey(std::string_view grey) const {
  std::string samples;
  samples.reserve(grey.size());
  for (const char c : grey) samples.push_back(static_cast<char>(255 - std::lround(state_->black_for[static_cast<unsigned char>(c)] * 255)));
  return samples;
}

double PressProfile::most_ink() const { return state_->most_ink; }
const std::string& PressProfile::bytes() const { return state_->bytes; }

}  // namespace tilstand::colour
