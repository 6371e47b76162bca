// SPDX-License-Identifier: Apache-2.0
#include <cstdio>  // jpeglib.h takes FILE for granted

#include <jpeglib.h>

#include <jerror.h>

#include <csetjmp>
#include <cstdlib>

#include "picture/exif.hpp"
#include "picture/formats.hpp"

namespace tilstand::picture {
namespace {

constexpr int most_scans = 500;  // a progressive picture may ask to be decoded again and again
constexpr unsigned longest_marker = 0xFFFF;
constexpr std::string_view exif_mark("Exif\0\0", 6);

/// libjpeg's state. It leaves by longjmp: all that must be destroyed stands here, not in the functions below `guarded`.
struct Session {
  jpeg_error_mgr errors{};
  jpeg_progress_mgr progress{};
  std::jmp_buf way_out{};
  jpeg_decompress_struct jpeg{};
  std::string_view bytes;
  std::string message;
  std::string row;
  std::string* into = nullptr;  ///< null: the pixels are only tried
  JOCTET* profile = nullptr;
  unsigned profile_size = 0;

  explicit Session(std::string_view all);
  ~Session() {
    jpeg_destroy_decompress(&jpeg);
    std::free(profile);
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
};

Session& session_of(j_common_ptr jpeg) { return *static_cast<Session*>(jpeg->client_data); }

[[noreturn]] void on_error(j_common_ptr jpeg) {
  char text[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, text);
  Session& session = session_of(jpeg);
  session.message = text;
  std::longjmp(session.way_out, 1);
}

/// libjpeg makes up what is missing and warns; a report must not show made-up pixels.
void on_message(j_common_ptr jpeg, int level) {
  const int code = jpeg->err->msg_code;
  if (level < 0 && code != JWRN_EXTRANEOUS_DATA && code != JWRN_ADOBE_XFORM && code != JWRN_JFIF_MAJOR) on_error(jpeg);
}

void count_scans(j_common_ptr common) {
  const auto* jpeg = reinterpret_cast<j_decompress_ptr>(common);
  if (jpeg->input_scan_number <= most_scans) return;
  Session& session = session_of(common);
  session.message = "too many scans";
  std::longjmp(session.way_out, 1);
}

Session::Session(std::string_view all) : bytes(all) {
  jpeg.err = jpeg_std_error(&errors);
  errors.error_exit = on_error;
  errors.emit_message = on_message;
  jpeg.client_data = this;
  progress.progress_monitor = count_scans;
}

bool guarded(Session& session, void (*step)(Session&)) {
  if (setjmp(session.way_out) != 0) return false;
  step(session);
  return true;
}

void read_head(Session& session) {
  j_decompress_ptr jpeg = &session.jpeg;
  jpeg_create_decompress(jpeg);
  jpeg->progress = &session.progress;
  jpeg_save_markers(jpeg, JPEG_APP0 + 1, longest_marker);
  jpeg_save_markers(jpeg, JPEG_APP0 + 2, longest_marker);
  jpeg_mem_src(jpeg, reinterpret_cast<const unsigned char*>(session.bytes.data()), static_cast<unsigned long>(session.bytes.size()));
  jpeg_read_header(jpeg, TRUE);
}

J_COLOR_SPACE decoded_as(J_COLOR_SPACE stored) {
  if (stored == JCS_CMYK || stored == JCS_YCCK) return JCS_CMYK;
  return stored == JCS_GRAYSCALE ? JCS_GRAYSCALE : JCS_RGB;
}

void start(Session& session) {
  session.jpeg.out_color_space = decoded_as(session.jpeg.jpeg_color_space);
  session.jpeg.dct_method = JDCT_ISLOW;
  jpeg_start_decompress(&session.jpeg);
}

void read_rows(Session& session) {
  j_decompress_ptr jpeg = &session.jpeg;
  while (jpeg->output_scanline < jpeg->output_height) {
    const std::size_t before = jpeg->output_scanline * session.row.size();
    char* target = session.into != nullptr ? session.into->data() + before : session.row.data();
    auto* row = reinterpret_cast<JSAMPROW>(target);
    jpeg_read_scanlines(jpeg, &row, 1);
  }
  jpeg_finish_decompress(jpeg);
}

bool read_pixels(Session& session, std::string* into) {
  if (!guarded(session, start)) return false;
  session.row.resize(std::size_t{session.jpeg.output_width} * static_cast<std::size_t>(session.jpeg.output_components));
  session.into = into;
  return guarded(session, read_rows);
}

Exif exif_of(const Session& session) {
  for (auto marker = session.jpeg.marker_list; marker != nullptr; marker = marker->next) {
    const std::string_view data(reinterpret_cast<const char*>(marker->data), marker->data_length);
    if (marker->marker == JPEG_APP0 + 1 && data.starts_with(exif_mark)) return read_exif(data.substr(exif_mark.size()));
  }
  return {};
}

void find_profile(Session& session) { jpeg_read_icc_profile(&session.jpeg, &session.profile, &session.profile_size); }

std::string profile_of(Session& session) {
  if (!guarded(session, find_profile) || session.profile == nullptr) return {};
  return {reinterpret_cast<const char*>(session.profile), session.profile_size};
}

Raster raster_of(const Session& session, const Exif& exif) {
  const jpeg_decompress_struct& jpeg = session.jpeg;
  Raster raster;
  raster.coding = Raster::Coding::jpeg;
  raster.width = jpeg.image_width;
  raster.height = jpeg.image_height;
  raster.orientation = exif.orientation;
  const J_COLOR_SPACE space = decoded_as(jpeg.jpeg_color_space);
  raster.model = space == JCS_CMYK ? colour::Model::cmyk : space == JCS_GRAYSCALE ? colour::Model::grey : colour::Model::rgb;
  raster.passes = raster.model != colour::Model::cmyk && jpeg.arith_code == FALSE;
  raster.untransformed = jpeg.jpeg_color_space == JCS_RGB;
  return raster;
}

Fault damaged(const Session& session) { return {"picture.damaged", "the picture is damaged (" + session.message + ")", "save it anew"}; }

/// Pixels to the inch, from the JFIF head or from what the camera wrote.
Size natural_size_of(const Session& session, const Raster& raster, const Exif& exif) {
  const double unit = session.jpeg.density_unit == 1 ? 1 : session.jpeg.density_unit == 2 ? 2.54 : 0;
  if (unit > 0) return natural_size(raster, session.jpeg.X_density * unit, session.jpeg.Y_density * unit);
  return natural_size(raster, exif.across, exif.down);
}

bool is_kept(unsigned char marker, std::string_view data) {
  if (marker == 0xE0) return data.starts_with("JFIF");
  if (marker == 0xEE) return true;  // Adobe's, which says how the channels are coded
  return marker < 0xE0 || (marker > 0xEF && marker != 0xFE);
}

}  // namespace

bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }

Reading read_jpeg(std::string_view bytes, const Limits& limits) {
  Reading reading;
  Session session(bytes);
  if (!guarded(session, read_head)) return {std::nullopt, {damaged(session)}, {}};
  const Exif exif = exif_of(session);
  Raster raster = raster_of(session, exif);
  if (const auto fault = fault_of_size(raster.width, raster.height, limits)) return {std::nullopt, {*fault}, {}};
  if (session.jpeg.jpeg_color_space == JCS_UNKNOWN || session.jpeg.data_precision != 8)
    return {std::nullopt, {{"picture.unsupported", "a JPEG of this kind can't be printed", "save it as RGB of eight bits"}}, {}};
  use_profile(reading, raster, profile_of(session));
  if (raster.model == colour::Model::cmyk && raster.encoding.profile.empty())
    reading.remarks.push_back({"picture.bad-profile", "the picture is CMYK without a colour profile; its colours are guessed", "save it as sRGB"});
  const Size natural = natural_size_of(session, raster, exif);
  if (!read_pixels(session, nullptr)) return {std::nullopt, {damaged(session)}, {}};
  reading.picture = Picture{{}, {}, natural, {}, std::move(raster)};
  return reading;
}

std::optional<Pixels> decode_jpeg(std::string_view bytes, const Raster& raster) {
  Session session(bytes);
  if (!guarded(session, read_head)) return std::nullopt;
  const std::size_t count = std::size_t{raster.width} * raster.height;
  std::string samples(count * static_cast<std::size_t>(colour::channels_of(raster.model)), '\0');
  if (!read_pixels(session, &samples)) return std::nullopt;
  if (raster.model == colour::Model::cmyk && session.jpeg.saw_Adobe_marker != FALSE)  // Adobe's programs write inks the wrong way round
    for (char& sample : samples) sample = static_cast<char>(~sample);
  auto converted = colour::to_srgb(std::move(samples), raster.model, raster.encoding);
  if (!converted) return std::nullopt;
  Pixels pixels{raster.width, raster.height, converted->size() == count, std::move(*converted), {}};
  return pixels;
}

std::string passing_stream(const Picture& picture) {
  const std::string_view bytes = picture.bytes;
  std::string kept(bytes.substr(0, 2));
  std::size_t at = 2;
  while (at + 4 <= bytes.size() && bytes[at] == '\xFF') {
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {  // a fill byte
      ++at;
      continue;
    }
    if (marker == 0xDA) break;  // pixels from here on
    const std::size_t length = static_cast<std::size_t>(static_cast<unsigned char>(bytes[at + 2])) << 8 | static_cast<unsigned char>(bytes[at + 3]);
    if (is_kept(marker, bytes.substr(at + 4))) kept += bytes.substr(at, length + 2);
    at += length + 2;
  }
  return kept += bytes.substr(std::min(at, bytes.size()));
}

}  // namespace tilstand::picture
