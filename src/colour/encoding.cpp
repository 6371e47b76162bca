// SPDX-License-Identifier: Apache-2.0
#include "colour/encoding.hpp"

#include <memory>

#include "colour/lcms_handle.hpp"

namespace tilstand::colour {
namespace {

struct FreeCurve {
  void operator()(cmsToneCurve* curve) const { cmsFreeToneCurve(curve); }
};

Profile open(std::string_view bytes) { return Profile(cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size()))); }

std::optional<Model> model_of(const Profile& profile) {
  if (!profile) return std::nullopt;
  const cmsProfileClassSignature kind = cmsGetDeviceClass(profile.get());
  const bool for_pixels = kind == cmsSigInputClass || kind == cmsSigDisplayClass || kind == cmsSigOutputClass || kind == cmsSigColorSpaceClass;
  if (!for_pixels || cmsGetProfileVersion(profile.get()) >= 5) return std::nullopt;
  switch (cmsGetColorSpace(profile.get())) {
    case cmsSigGrayData: return Model::grey;
    case cmsSigRgbData: return Model::rgb;
    case cmsSigCmykData: return Model::cmyk;
    default: return std::nullopt;
  }
}

Profile by_gamma(Model model, const Encoding& encoding) {
  const std::unique_ptr<cmsToneCurve, FreeCurve> curve(cmsBuildGamma(nullptr, encoding.gamma));
  const auto& xy = encoding.primaries;
  const cmsCIExyY white{xy[0], xy[1], 1};
  if (!curve) return nullptr;
  if (model == Model::grey) return Profile(cmsCreateGrayProfile(&white, curve.get()));
  const cmsCIExyYTRIPLE corners{{xy[2], xy[3], 1}, {xy[4], xy[5], 1}, {xy[6], xy[7], 1}};
  cmsToneCurve* const curves[] = {curve.get(), curve.get(), curve.get()};
  return Profile(cmsCreateRGBProfile(&white, &corners, curves));
}

/// Inks of an unknown press, mixed as light (PDF's own way, ISO 32000-1, 10.3.5).
std::string mixed(const std::string& cmyk) {
  std::string rgb;
  rgb.reserve(cmyk.size() / 4 * 3);
  for (std::size_t at = 0; at + 3 < cmyk.size(); at += 4) {
    const int black = static_cast<unsigned char>(cmyk[at + 3]);
    for (std::size_t ink = 0; ink < 3; ++ink) {
      const int sum = static_cast<unsigned char>(cmyk[at + ink]) + black;
      rgb.push_back(static_cast<char>(sum > 255 ? 0 : 255 - sum));
    }
  }
  return rgb;
}

}  // namespace

std::optional<Model> model_of(std::string_view profile) { return model_of(open(profile)); }

bool is_srgb(std::string_view bytes) {
  const Profile profile = open(bytes);
  if (!profile) return false;
  char name[64] = {};
  cmsGetProfileInfoASCII(profile.get(), cmsInfoDescription, "en", "US", name, sizeof name);
  return std::string_view(name).starts_with("sRGB");
}

std::optional<std::string> to_srgb(std::string samples, Model model, const Encoding& encoding) {
  if (encoding.is_srgb()) return model == Model::cmyk ? mixed(samples) : std::move(samples);
  if (encoding.profile.empty() && model == Model::cmyk) return std::nullopt;
  const Profile from = encoding.profile.empty() ? by_gamma(model, encoding) : open(encoding.profile);
  if (model_of(from) != model) return std::nullopt;
  const Profile to(cmsCreate_sRGBProfile());
  const cmsUInt32Number form = model == Model::grey ? TYPE_GRAY_8 : model == Model::rgb ? TYPE_RGB_8 : TYPE_CMYK_8;
  const Transform transform(cmsCreateTransform(from.get(), form, to.get(), TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC,
                                                                            cmsFLAGS_BLACKPOINTCOMPENSATION));
  if (!transform) return std::nullopt;
  const std::size_t pixels = samples.size() / static_cast<std::size_t>(channels_of(model));
  std::string rgb(pixels * 3, '\0');
  cmsDoTransform(transform.get(), samples.data(), rgb.data(), static_cast<cmsUInt32Number>(pixels));
  return rgb;
}

}  // namespace tilstand::colour
