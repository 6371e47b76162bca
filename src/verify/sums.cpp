// SPDX-License-Identifier: Apache-2.0
#include "verify/sums.hpp"

#include <algorithm>
#include <filesystem>

#include "base/file.hpp"
#include "base/json_text.hpp"
#include "digest/sha256.hpp"

namespace tilstand::verify {
namespace {

namespace fs = std::filesystem;

constexpr const char* state_names[] = {"right", "differs", "missing"};

struct Line {
  std::string sum, name;
};

bool is_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// A name that leads out of the folder is none of the list's business.
bool stays_inside(const std::string& name) {
  const fs::path path(name);
  return !name.empty() && path.is_relative() && std::find(path.begin(), path.end(), "..") == path.end() && name.find('\0') == std::string::npos;
}

/// "<64 digits>  name", or "*name" behind one space (a file read as bytes).
std::optional<Line> line_of(const std::string& text) {
  constexpr std::size_t digits = 64;
  if (text.size() < digits + 3 || text[digits] != ' ' || (text[digits + 1] != ' ' && text[digits + 1] != '*')) return std::nullopt;
  Line line{text.substr(0, digits), text.substr(digits + 2)};
  if (!std::all_of(line.sum.begin(), line.sum.end(), is_digit) || !stays_inside(line.name)) return std::nullopt;
  std::transform(line.sum.begin(), line.sum.end(), line.sum.begin(), [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
  return line;
}

Sum check(const Line& line, const fs::path& folder, Diagnostics& diagnostics) {
  const auto sum = digest::sha256_of_file((folder / line.name).string());
  if (!sum) {
    diagnostics.error("verify.no-file", "\"" + line.name + "\" is in the list of sums, but can't be read", {});
    return {Sum::State::missing, line.name};
  }
  if (*sum == line.sum) return {Sum::State::right, line.name};
  diagnostics.error("verify.sum-differs", "\"" + line.name + "\" is not what the list of sums says: its SHA-256 is " + *sum, {}, "the file or the list has been changed");
  return {Sum::State::differs, line.name};
}

}  // namespace

std::optional<std::vector<Sum>> check_sums(const std::string& path, Diagnostics& diagnostics) {
  const auto text = read_file(path);
  if (!text) {
    diagnostics.error("verify.no-sums", "the list of sums \"" + path + "\" can't be read", {});
    return std::nullopt;
  }
  const fs::path folder = fs::path(path).parent_path();
  std::vector<Sum> sums;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text->size();) {
    const std::size_t end = std::min(text->find('\n', at), text->size());
    const std::string one = text->substr(at, end - at - (end > at && (*text)[end - 1] == '\r' ? 1 : 0));
    at = end + 1;
    ++number;
    if (one.empty()) continue;
    const auto line = line_of(one);
    if (line) sums.push_back(check(*line, folder, diagnostics));
    else diagnostics.error("verify.bad-sums", "line " + std::to_string(number) + " of \"" + path + "\" is no sum of a file in its folder", {}, "expected 64 digits of SHA-256, two spaces and a name");
  }
  if (sums.empty() && !diagnostics.has_errors()) diagnostics.error("verify.bad-sums", "\"" + path + "\" lists no file", {});
  return sums;
}

std::string to_text(const std::vector<Sum>& sums) {
  std::string text;
  for (const Sum& sum : sums) text += sum.name + ": " + state_names[static_cast<std::size_t>(sum.state)] + "\n";
  return text;
}

std::string to_json(const std::vector<Sum>& sums) {
  std::string json = "{\n  \"sums\": [";
  for (const Sum& sum : sums) json += (json.ends_with('[') ? "\n" : ",\n") + ("    {\"name\": " + json_string(sum.name)) + ", \"state\": \"" + state_names[static_cast<std::size_t>(sum.state)] + "\"}";
  return json + "\n  ]\n}\n";
}

}  // namespace tilstand::verify
