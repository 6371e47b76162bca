// SPDX-License-Identifier: Apache-2.0
#include "picture/read_picture.hpp"

#include <algorithm>
#include <filesystem>

#include "base/file.hpp"
#include "digest/sha256.hpp"
#include "picture/formats.hpp"

namespace tilstand::picture {
namespace {

constexpr double screen_resolution = 96, least_resolution = 8, most_resolution = 20'000;

Reading failed(std::string code, std::string message, std::string hint = {}) {
  return {std::nullopt, {{std::move(code), std::move(message), std::move(hint)}}, {}};
}

Reading read_bytes(const std::string& bytes, const Limits& limits) {
  if (is_png(bytes)) return read_png(bytes, limits);
  if (is_jpeg(bytes)) return read_jpeg(bytes, limits);
  if (is_svg(bytes)) return read_svg(bytes, limits);
  return failed("picture.unknown-format", "this is no picture that can be used", "use PNG, JPEG or SVG");
}

Reading read(const std::string& path, const Limits& limits) {
  std::error_code trouble;
  const bool is_file = std::filesystem::is_regular_file(path, trouble);
  const std::uintmax_t size = is_file ? std::filesystem::file_size(path, trouble) : 0;
  if (!is_file || trouble) return failed("picture.missing-file", "there is no readable file", "paths are seen from the data folder");
  if (size > limits.bytes) return failed("picture.too-large", "the file has more than " + std::to_string(limits.bytes >> 20) + " MB", "make it smaller");
  std::optional<std::string> bytes = read_file(path);
  if (!bytes) return failed("picture.missing-file", "there is no readable file");
  Reading reading = read_bytes(*bytes, limits);
  if (!reading.picture) return reading;
  reading.picture->sha256 = digest::sha256(*bytes);
  if (reading.picture->raster() != nullptr) reading.picture->bytes = std::move(*bytes);
  return reading;
}

double sensible(double resolution) { return resolution >= least_resolution && resolution <= most_resolution ? resolution : screen_resolution; }

}  // namespace

std::optional<Fault> fault_of_size(std::uint64_t width, std::uint64_t height, const Limits& limits) {
  if (width == 0 || height == 0) return Fault{"picture.damaged", "the picture has no pixels"};
  if (width <= limits.side && height <= limits.side && width * height <= limits.pixels) return std::nullopt;
  return Fault{"picture.too-large",
               "the picture has " + std::to_string(width) + " x " + std::to_string(height) + " pixels; at most " +
                   std::to_string(limits.pixels / 1'000'000) + " million are read",
               "scale it down: print needs 300 pixels to the inch"};
}

Size natural_size(const Raster& raster, double across, double down) {
  Size size{mm(raster.width * 25.4 / sensible(across)), mm(raster.height * 25.4 / sensible(down))};
  if (raster.is_turned()) std::swap(size.width, size.height);
  return size;
}

void use_profile(Reading& reading, Raster& raster, std::string profile) {
  if (profile.empty() || colour::is_srgb(profile)) return;
  const std::optional<colour::Model> model = colour::model_of(profile);
  if (model == raster.model) raster.encoding.profile = std::move(profile);
  else reading.remarks.push_back({"picture.bad-profile", "the picture's colour profile does not suit it and is not used", "save it as sRGB"});
}

std::optional<Pixels> decode(const Picture& picture) {
  const Raster* raster = picture.raster();
  if (raster == nullptr) return std::nullopt;
  return raster->coding == Raster::Coding::png ? decode_png(picture.bytes, *raster) : decode_jpeg(picture.bytes, *raster);
}

PictureId read_picture(Library& library, const std::string& path, SourceSpan wanted_by, Diagnostics& diagnostics, const Limits& limits) {
  const auto known = std::find_if(library.pictures.begin(), library.pictures.end(), [&](const Picture& one) { return one.path == path; });
  if (known != library.pictures.end()) return {static_cast<std::uint32_t>(known - library.pictures.begin())};
  Reading reading = read(path, limits);
  for (const Fault& fault : reading.faults) diagnostics.error(fault.code, fault.message + ": \"" + path + "\"", wanted_by, fault.hint);
  for (const Fault& remark : reading.remarks) diagnostics.warning(remark.code, remark.message + ": \"" + path + "\"", wanted_by, remark.hint);
  if (!reading.picture || !reading.faults.empty()) return {};
  reading.picture->path = path;
  library.pictures.push_back(std::move(*reading.picture));
  return {static_cast<std::uint32_t>(library.pictures.size() - 1)};
}

}  // namespace tilstand::picture
