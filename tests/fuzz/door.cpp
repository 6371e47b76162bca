// SPDX-License-Identifier: Apache-2.0
#include "fuzz/door.hpp"

#include <stdlib.h>

#include <filesystem>
#include <fstream>

#include "base/ensure.hpp"
#include "base/utf8.hpp"
#include "cli/render.hpp"

namespace tilstand::fuzz {
namespace {

namespace fs = std::filesystem;

bool is_plain(std::string_view name) {
  constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789.-";
  return !name.empty() && name.size() < 40 && name.front() != '.' && name.find_first_not_of(allowed) == std::string_view::npos;
}

std::uint32_t lines_of(std::string_view text) {
  std::uint32_t lines = 1;
  for (const char byte : text) lines += byte == '\n' ? 1 : 0;
  return lines;
}

void check_place(const SourceSpan& span, const Sources& sources) {
  ensure(span.file.value < sources.count());
  ensure(span.begin.line >= 1 && span.begin.column >= 1);
  ensure(span.begin.line <= lines_of(sources.text(span.file)) + 1);
  ensure(span.begin <= span.end);
}

}  // namespace

Scratch::Scratch() {
  const fs::path memory = "/dev/shm";  // a disk would take most of the time
  std::string pattern = ((fs::is_directory(memory) ? memory : fs::temp_directory_path()) / ("tilstand-fuzz-" + std::string(6, 'X'))).string();
  ensure(mkdtemp(pattern.data()) != nullptr);
  folder_ = pattern;
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string Scratch::put(const std::string& name, std::string_view bytes) const {
  std::string path = folder_ + "/" + name;
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return path;
}

void Scratch::put_all(const std::string& first, std::string_view bytes) const {
  constexpr std::string_view mark = "=== ";
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_)) fs::remove(entry.path());  // of the input before
  std::string name = first;
  while (true) {
    std::size_t next = bytes.starts_with(mark) ? 0 : bytes.find("\n" + std::string(mark));
    if (next != 0 && next != std::string_view::npos) ++next;
    if (is_plain(name)) put(name, bytes.substr(0, next));
    if (next == std::string_view::npos) return;
    bytes.remove_prefix(next + mark.size());
    const std::size_t end = bytes.find('\n');
    name = std::string(bytes.substr(0, end));
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  }
}

std::string_view text_of(const std::uint8_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }

void check(Diagnostics& diagnostics, const Sources& sources, bool place_needed) {
  for (const Diagnostic& one : diagnostics.list()) {
    ensure(one.code.find('.') != std::string::npos);
    ensure(!one.message.empty() && !first_invalid_utf8(one.message) && !first_invalid_utf8(one.hint));
    if (one.span.file) check_place(one.span, sources);
    ensure(one.span.file || !place_needed);
  }
  diagnostics.sort();
  ensure(!first_invalid_utf8(cli::render(diagnostics, sources, {})));
  ensure(diagnostics.list().empty() == !diagnostics.has_errors() || !cli::render_json(diagnostics, sources).empty());
}

}  // namespace tilstand::fuzz
