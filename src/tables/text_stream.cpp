// SPDX-License-Identifier: Apache-2.0
#include "tables/text_stream.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace tilstand::tables {
namespace {

constexpr std::size_t block = 1 << 18;
constexpr std::size_t longest_character = 4;

/// 0x80 to 0x9F of windows-1252 (WHATWG Encoding, where it differs from ISO 8859-1); 0: not used.
constexpr std::array<char32_t, 32> windows{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                           0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                           0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

/// How many bytes at the end may be the begin of a character that goes on in the next block.
std::size_t unfinished(std::string_view bytes) {
  for (std::size_t back = 1; back < longest_character && back <= bytes.size(); ++back) {
    const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if (byte < 0x80) return 0;
    if (byte >= 0xC0) return back < (byte >= 0xF0 ? 4U : byte >= 0xE0 ? 3U : 2U) ? back : 0;
  }
  return 0;
}

}  // namespace

TextStream::TextStream(FileId file, Encoding encoding, Sources& sources, Diagnostics& diagnostics)
    : file_(file), encoding_(encoding), sources_(sources), diagnostics_(diagnostics) {
  if (sources.is_on_disk(file)) disk_.emplace(sources.name(file), std::ios::binary);
  else memory_ = sources.text(file);
}

std::string_view TextStream::ahead() {
  if (at_ == text_.size()) grow();
  return std::string_view(text_).substr(at_);
}

bool TextStream::grow() {
  drop_passed();
  const std::size_t before = text_.size();
  while (text_.size() == before) {
    const bool more = read_block();
    decode();
    if (!more) break;
  }
  return text_.size() > before;
}

void TextStream::drop_passed() {
  const std::size_t gone = held_ ? held_->at : at_;
  text_.erase(0, gone);
  at_ -= gone;
  if (held_) held_->at = 0;
  for (Due& due : due_) due.at -= gone;
}

bool TextStream::read_block() {
  const std::size_t before = raw_.size();
  if (disk_) {
    raw_.resize(before + block);
    disk_->read(raw_.data() + before, static_cast<std::streamsize>(block));
    raw_.resize(before + static_cast<std::size_t>(disk_->gcount()));
  } else {
    raw_ += memory_.substr(0, block);
    memory_.remove_prefix(std::min(block, memory_.size()));
  }
  return raw_.size() > before;
}

void TextStream::decode() {
  const bool last = disk_ ? !*disk_ : memory_.empty();
  if (first_block_ && raw_.starts_with("\xEF\xBB\xBF")) {
    raw_.erase(0, 3);
    offset_ = 3;
    encoding_ = Encoding::utf8;
  } else if (first_block_ && (raw_.starts_with("\xFF\xFE") || raw_.starts_with("\xFE\xFF"))) {
    due_.push_back({text_.size(), "data.wrong-encoding", "this file is UTF-16", "save it as UTF-8"});
  }
  if (!raw_.empty()) first_block_ = false;
  if (disk_ && !raw_.empty()) due_.push_back({text_.size(), nullptr, {}, {}, offset_});
  const std::size_t before = raw_.size();
  if (encoding_ == Encoding::utf8) decode_utf8_block(last);
  else decode_bytes();
  offset_ += before - raw_.size();
}

void TextStream::decode_utf8_block(bool last) {
  const std::size_t kept = last ? 0 : unfinished(raw_);
  std::string_view rest = std::string_view(raw_).substr(0, raw_.size() - kept);
  while (!rest.empty()) {
    const std::optional<std::size_t> bad = first_invalid_utf8(rest);
    const std::string_view good = rest.substr(0, bad.value_or(rest.size()));
    seen_many_bytes_ = seen_many_bytes_ || !is_ascii(good);
    text_ += good;
    rest.remove_prefix(good.size());
    if (!bad) break;
    if (seen_many_bytes_)
      due_.push_back({text_.size(), "data.mixed-encodings", "this byte is not UTF-8, though text before it is: the file mixes encodings", "save all of it as UTF-8"});
    else
      due_.push_back({text_.size(), "definition.invalid-utf8", "this byte is not UTF-8, which the file is said to be",
                      "save the file as UTF-8, or describe the table with encoding = \"windows-1252\""});
    append_utf8(text_, 0xFFFD);
    rest.remove_prefix(1);
  }
  raw_.erase(0, raw_.size() - kept);
}

void TextStream::decode_bytes() {
  for (std::size_t i = 0; i < raw_.size(); ++i) {
    const auto byte = static_cast<unsigned char>(raw_[i]);
    if (byte >= 0xC2) note_utf8_in_bytes(text_.size(), std::string_view(raw_).substr(i, longest_character));
    const bool control = byte >= 0x80 && byte < 0xA0;
    const char32_t point = control && encoding_ == Encoding::windows_1252 ? windows[byte - 0x80] : control ? 0 : byte;
    if (control && point == 0)
      due_.push_back({text_.size(), "data.wrong-encoding", "this byte stands for no character of the encoding that the table's description names",
                      encoding_ == Encoding::iso_8859_1 ? "the file may be windows-1252, or UTF-8" : "the file may be UTF-8"});
    append_utf8(text_, control && point == 0 ? 0xFFFD : point);
  }
  raw_.clear();
}

/// Two or more bytes that are a character of UTF-8 ("Ã¸") mean nothing in the declared encoding.
void TextStream::note_utf8_in_bytes(std::size_t at, std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes.front());
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (told_mixed_ || bytes.size() < length || first_invalid_utf8(bytes.substr(0, length))) return;
  told_mixed_ = true;
  due_.push_back({at, "data.mixed-encodings", "here stands a character in UTF-8, but the table's description names another encoding",
                  "if all of the file is UTF-8, take \"encoding\" out; if a part is, save the file in one encoding"});
}

void TextStream::take(std::size_t bytes) {
  std::string_view passed = std::string_view(text_).substr(at_, bytes);
  while (!due_.empty() && due_.front().at < at_ + passed.size()) {
    const std::size_t up_to = due_.front().at - std::min(at_, due_.front().at);
    place_ = advanced(place_, passed.substr(0, up_to));
    passed.remove_prefix(up_to);
    at_ += up_to;
    settle(due_.front(), place_);
    due_.pop_front();
  }
  place_ = advanced(place_, passed);
  at_ += passed.size();
}

void TextStream::settle(const Due& due, Position place) {
  if (due.code == nullptr) return sources_.mark(file_, due.offset, place);
  if (told_line_ == place.line) return;
  told_line_ = place.line;
  diagnostics_.error(due.code, due.message, {file_, place, {place.line, place.column + 1}}, due.hint);
}

void TextStream::rewind() {
  at_ = held_->at;
  place_ = held_->place;
  held_.reset();
}

}  // namespace tilstand::tables
