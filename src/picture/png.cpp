// SPDX-License-Identifier: Apache-2.0
#include <png.h>

#include <cmath>
#include <csetjmp>
#include <cstring>

#include "picture/exif.hpp"
#include "picture/formats.hpp"

namespace tilstand::picture {
namespace {

constexpr png_alloc_size_t largest_chunk = 16u << 20;
constexpr double inches_per_metre = 39.3701;
constexpr double screen_gamma = 1 / 2.2;

/// libpng's state and where it reads from. libpng leaves by longjmp, so nothing that must be destroyed may live in the
/// functions below `guarded`: all of it stands here.
struct Session {
  std::string_view bytes;
  std::size_t at = 0;
  png_structp png = nullptr;
  png_infop info = nullptr;
  std::string message;
  std::string rows;                ///< one row, or all of them when interlaced
  std::size_t row_size = 0;
  std::uint32_t width = 0, height = 0;
  int passes = 1;
  Pixels* into = nullptr;          ///< null: the pixels are only tried

  explicit Session(std::string_view all);
  ~Session() { png_destroy_read_struct(&png, &info, nullptr); }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
};

void on_error(png_structp png, png_const_charp message) {
  auto& session = *static_cast<Session*>(png_get_error_ptr(png));
  session.message = message;
  png_longjmp(png, 1);
}

void on_warning(png_structp, png_const_charp) {}

void read_some(png_structp png, png_bytep into, png_size_t size) {
  auto& session = *static_cast<Session*>(png_get_io_ptr(png));
  if (session.bytes.size() - session.at < size) png_error(png, "the file ends too soon");
  std::memcpy(into, session.bytes.data() + session.at, size);
  session.at += size;
}

Session::Session(std::string_view all) : bytes(all), png(png_create_read_struct(PNG_LIBPNG_VER_STRING, this, on_error, on_warning)) {
  if (png != nullptr) info = png_create_info_struct(png);
}

bool guarded(Session& session, void (*step)(Session&)) {
  if (session.info == nullptr) return false;
  if (setjmp(png_jmpbuf(session.png)) != 0) return false;
  step(session);
  return true;
}

void read_head(Session& session) {
  png_set_user_limits(session.png, 0x7fffffff, 0x7fffffff);  // the caller's limits speak with better words
  png_set_chunk_malloc_max(session.png, largest_chunk);
  png_set_read_fn(session.png, &session, read_some);
  png_read_info(session.png, session.info);
}

void prepare_rows(Session& session) {
  png_set_expand(session.png);
  png_set_scale_16(session.png);
  session.passes = png_set_interlace_handling(session.png);
  png_read_update_info(session.png, session.info);
  session.row_size = png_get_rowbytes(session.png, session.info);
}

/// Parts samples and opacities of a row.
void keep_row(Session& session, const char* row, std::uint32_t y) {
  Pixels& into = *session.into;
  const std::size_t samples = into.grey ? 1 : 3, width = session.width;
  char* colour = into.colour.data() + y * width * samples;
  if (into.alpha.empty()) {
    std::memcpy(colour, row, width * samples);
    return;
  }
  char* alpha = into.alpha.data() + y * width;
  for (std::size_t x = 0; x < width; ++x, row += samples + 1) {
    std::memcpy(colour + x * samples, row, samples);
    alpha[x] = row[samples];
  }
}

void read_rows(Session& session) {
  for (int pass = 0; pass < session.passes; ++pass) {
    for (std::uint32_t y = 0; y < session.height; ++y) {
      char* row = session.rows.data() + (session.passes > 1 ? y * session.row_size : 0);
      png_read_row(session.png, reinterpret_cast<png_bytep>(row), nullptr);
      if (session.into != nullptr && pass + 1 == session.passes) keep_row(session, row, y);
    }
  }
  png_read_end(session.png, nullptr);
}

bool read_pixels(Session& session, const Raster& raster, Pixels* into) {
  session.width = raster.width;
  session.height = raster.height;
  session.into = into;
  if (!guarded(session, prepare_rows)) return false;
  session.rows.resize(session.row_size * (session.passes > 1 ? raster.height : 1));
  return guarded(session, read_rows);
}

/// Gamma and primaries; those that differ from sRGB's by no more than rounding are sRGB.
void read_gamma(Session& session, Raster& raster) {
  double gamma = 0;
  int intent = 0;
  if (png_get_sRGB(session.png, session.info, &intent) != 0) return;
  if (png_get_gAMA(session.png, session.info, &gamma) == 0 || !(gamma > 0.05 && gamma < 5)) return;
  colour::Encoding encoding;
  auto& xy = encoding.primaries;
  std::array<double, 8> found = xy;
  png_get_cHRM(session.png, session.info, &found[0], &found[1], &found[2], &found[3], &found[4], &found[5], &found[6], &found[7]);
  double apart = std::fabs(gamma - screen_gamma);
  for (std::size_t i = 0; i < xy.size(); ++i) apart = std::max(apart, std::fabs(found[i] - xy[i]));
  if (apart < 0.01) return;
  raster.encoding.gamma = 1 / gamma;
  raster.encoding.primaries = found;
}

std::string profile_of(Session& session) {
  png_charp name = nullptr;
  png_bytep data = nullptr;
  png_uint_32 size = 0;
  int compression = 0;
  if (png_get_iCCP(session.png, session.info, &name, &compression, &data, &size) == 0) return {};
  return {reinterpret_cast<const char*>(data), size};
}

Exif exif_of(Session& session) {
  png_uint_32 size = 0;
  png_bytep data = nullptr;
  if (png_get_eXIf_1(session.png, session.info, &size, &data) == 0) return {};
  return read_exif({reinterpret_cast<const char*>(data), size});
}

Raster raster_of(Session& session) {
  Raster raster;
  raster.width = png_get_image_width(session.png, session.info);
  raster.height = png_get_image_height(session.png, session.info);
  const int type = png_get_color_type(session.png, session.info);
  raster.model = (type & PNG_COLOR_MASK_COLOR) != 0 ? colour::Model::rgb : colour::Model::grey;
  raster.alpha = (type & PNG_COLOR_MASK_ALPHA) != 0 || png_get_valid(session.png, session.info, PNG_INFO_tRNS) != 0;
  raster.orientation = exif_of(session).orientation;
  return raster;
}

Fault damaged(const Session& session) { return {"picture.damaged", "the picture is damaged (" + session.message + ")", "save it anew"}; }

}  // namespace

bool is_png(std::string_view bytes) { return bytes.starts_with("\x89PNG\r\n\x1A\n"); }

Reading read_png(std::string_view bytes, const Limits& limits) {
  Reading reading;
  Session session(bytes);
  if (!guarded(session, read_head)) return {std::nullopt, {damaged(session)}, {}};
  Raster raster = raster_of(session);
  if (const auto fault = fault_of_size(raster.width, raster.height, limits)) return {std::nullopt, {*fault}, {}};
  const std::string profile = profile_of(session);
  if (profile.empty()) read_gamma(session, raster);
  use_profile(reading, raster, profile);
  png_uint_32 across = 0, down = 0;
  int unit = 0;
  png_get_pHYs(session.png, session.info, &across, &down, &unit);
  const double per_inch = unit == PNG_RESOLUTION_METER ? 1 / inches_per_metre : 0;
  const Size natural = natural_size(raster, across * per_inch, down * per_inch);
  if (!read_pixels(session, raster, nullptr)) return {std::nullopt, {damaged(session)}, {}};
  reading.picture = Picture{{}, {}, natural, {}, std::move(raster)};
  return reading;
}

std::optional<Pixels> decode_png(std::string_view bytes, const Raster& raster) {
  Session session(bytes);
  if (!guarded(session, read_head)) return std::nullopt;
  const std::size_t count = std::size_t{raster.width} * raster.height;
  Pixels pixels{raster.width, raster.height, raster.model == colour::Model::grey, {}, {}};
  pixels.colour.resize(count * (pixels.grey ? 1 : 3));
  if (raster.alpha) pixels.alpha.resize(count);
  if (!read_pixels(session, raster, &pixels)) return std::nullopt;
  auto converted = colour::to_srgb(std::move(pixels.colour), raster.model, raster.encoding);
  if (!converted) return std::nullopt;
  pixels.colour = std::move(*converted);
  pixels.grey = pixels.colour.size() == count;
  return pixels;
}

}  // namespace tilstand::picture
