// SPDX-License-Identifier: Apache-2.0
#include "archive/names.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/utf8.hpp"

namespace tilstand::archive {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

struct Format {
  std::string_view end, media_type, name;
};

constexpr std::array formats = {
    Format{".pdf", "application/pdf", "Portable Document Format"},
    Format{".toml", "application/toml", "TOML"},
    Format{".csv", "text/csv", "Comma Separated Values"},
    Format{".md", "text/markdown", "Markdown"},
    Format{".json", "application/json", "JSON"},
    Format{".geojson", "application/geo+json", "GeoJSON"},
    Format{".txt", "text/plain", "Plain text"},
    Format{".dic", "text/plain", "Hyphenation patterns"},
    Format{".xml", "application/xml", "Extensible Markup Language"},
    Format{".xsd", "application/xml", "XML Schema"},
    Format{".otf", "font/otf", "OpenType font"},
    Format{".ttf", "font/ttf", "TrueType font"},
    Format{".icc", "application/vnd.iccprofile", "ICC colour profile"},
    Format{".png", "image/png", "Portable Network Graphics"},
    Format{".jpg", "image/jpeg", "JPEG"},
    Format{".jpeg", "image/jpeg", "JPEG"},
    Format{".svg", "image/svg+xml", "Scalable Vector Graphics"},
    Format{".tar", "application/x-tar", "Tape archive"},
    Format{".gz", "application/gzip", "gzip"},
    Format{".tgz", "application/gzip", "gzip"},
    Format{".xz", "application/x-xz", "xz"},
    Format{".zip", "application/zip", "ZIP"},
};

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char one) { return static_cast<char>(one < 0x80 ? std::tolower(one) : one); });
  return out;
}

std::string_view last_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

const Format* find_format(std::string_view path) {
  const std::string name = lower(last_name(path));
  const auto found = std::find_if(formats.begin(), formats.end(), [&](const Format& one) { return name.ends_with(one.end); });
  return found == formats.end() ? nullptr : &*found;
}

bool is_unreserved(unsigned char one) {
  return (one >= 'A' && one <= 'Z') || (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9') || one == '-' || one == '.' || one == '_' || one == '~' || one == '/';
}

std::string escaped(unsigned char one) { return {'%', hex_digits[one >> 4], hex_digits[one & 0xF]}; }

int hex_value(char one) {
  if (one >= '0' && one <= '9') return one - '0';
  if (one >= 'A' && one <= 'F') return one - 'A' + 10;
  return one >= 'a' && one <= 'f' ? one - 'a' + 10 : -1;
}

}  // namespace

std::string fault_of_path(std::string_view path) {
  if (path.empty()) return "it is empty";
  if (path.front() == '/') return "it is absolute";
  if (path.find('\\') != std::string_view::npos) return "it holds a backslash";
  if (path.size() > 1 && path[1] == ':') return "it names a drive";
  if (first_invalid_utf8(path)) return "it is not UTF-8";
  if (std::any_of(path.begin(), path.end(), [](unsigned char one) { return one < 0x20 || one == 0x7F; })) return "it holds a control character";
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view name = path.substr(begin, end - begin);
    if (name == "..") return "it leads out of the package";
    if (name.empty() || name == ".") return "it is no plain path";
    begin = end + 1;
  }
  return {};
}

std::string to_href(std::string_view path) {
  std::string href;
  for (const char one : path) {
    const auto byte = static_cast<unsigned char>(one);
    if (is_unreserved(byte)) href += one;
    else href += escaped(byte);
  }
  return href;
}

std::optional<std::string> from_href(std::string_view href) {
  std::string path;
  for (std::size_t at = 0; at < href.size(); ++at) {
    if (href[at] != '%') {
      path += href[at];
      continue;
    }
    if (at + 2 >= href.size() || hex_value(href[at + 1]) < 0 || hex_value(href[at + 2]) < 0) return std::nullopt;
    path += static_cast<char>(hex_value(href[at + 1]) * 16 + hex_value(href[at + 2]));
    at += 2;
  }
  return path;
}

std::string to_bag_name(std::string_view path) {
  std::string name;
  for (const char one : path) {
    if (one == '%' || one == '\n' || one == '\r') name += escaped(static_cast<unsigned char>(one));
    else name += one;
  }
  return name;
}

std::string from_bag_name(std::string_view name) {
  std::string path;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const std::string next = lower(name.substr(at, 3));
    const char meant = next == "%25" ? '%' : next == "%0a" ? '\n' : next == "%0d" ? '\r' : '\0';
    path += meant == '\0' ? name[at] : meant;
    if (meant != '\0') at += 2;
  }
  return path;
}

std::string media_type_of(std::string_view path) {
  const Format* format = find_format(path);
  return std::string(format != nullptr ? format->media_type : "application/octet-stream");
}

std::string format_of(std::string_view path) {
  const Format* format = find_format(path);
  return std::string(format != nullptr ? format->name : "Unknown");
}

std::string printable(std::string_view name) {
  constexpr char32_t replacement = 0xFFFD;
  std::string text;
  for (const char32_t one : decode_utf8(name)) append_utf8(text, one < 0x20 || one == 0x7F ? replacement : one);
  return text;
}

bool names_recipients(std::string_view path) { return lower(last_name(path)).starts_with("recipients"); }

}  // namespace tilstand::archive
