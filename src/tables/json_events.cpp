// SPDX-License-Identifier: Apache-2.0
#include "tables/json_events.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include "base/utf8.hpp"

namespace tilstand::tables {
namespace {

constexpr std::size_t longest_token = 16 << 20, deepest = 100;

/// The text as RapidJSON wants it; it ends early after a token that never ends.
class Stream {
 public:
  using Ch = char;

  explicit Stream(TextStream& text) : text_(text) {}

  Ch Peek() const {
    if (at_ < ahead_.size()) return token_ > longest_token ? '\0' : ahead_[at_];
    settle();
    return ahead_.empty() || token_ > longest_token ? '\0' : ahead_[at_];
  }
  Ch Take() {
    const Ch c = Peek();
    if (at_ >= ahead_.size()) return '\0';
    ++at_;
    if (in_string_) {
      if (escaped_) escaped_ = false;
      else if (c == '\\') escaped_ = true;
      else if (c == '"') in_string_ = false;
    } else if (c == '"') {
      in_string_ = true;
      string_begin_ = place();
    }
    if (in_string_ || static_cast<unsigned char>(c) > ' ') ++token_;
    return c;
  }
  std::size_t Tell() const { return passed_ + at_; }
  Ch* PutBegin() { return nullptr; }
  void Put(Ch) {}
  void Flush() {}
  std::size_t PutEnd(Ch*) { return 0; }

  /// The place that is reached.
  Position place() const {
    settle();
    return text_.place();
  }
  Position string_begin() const { return string_begin_; }
  void end_token() { token_ = 0; }
  bool is_too_long() const { return token_ > longest_token; }

 private:
  void settle() const {
    text_.take(at_);
    passed_ += at_;
    at_ = 0;
    ahead_ = text_.ahead();
  }

  TextStream& text_;
  mutable std::string_view ahead_{};
  mutable std::size_t at_ = 0, passed_ = 0;
  std::size_t token_ = 0;  ///< bytes since the last event
  Position string_begin_{1, 1};
  bool in_string_ = false, escaped_ = false;
};

/// Turns RapidJSON's calls into events.
class Handler {
 public:
  Handler(Stream& stream, FileId file, Diagnostics& diagnostics, const std::function<bool(const JsonEvent&)>& take)
      : stream_(stream), file_(file), diagnostics_(diagnostics), take_(take) {}

  using Kind = JsonEvent::Kind;
  bool Null() { return word(Kind::null, "null", ""); }
  bool Bool(bool truth) { return truth ? word(Kind::boolean, "true", "true") : word(Kind::boolean, "false", "false"); }
  bool RawNumber(const char* text, rapidjson::SizeType length, bool) { return word(Kind::number, {text, length}, {text, length}); }
  bool String(const char* text, rapidjson::SizeType length, bool) { return string(Kind::text, {text, length}); }
  bool Key(const char* text, rapidjson::SizeType length, bool) { return string(Kind::name, {text, length}); }
  bool StartObject() { return open(Kind::begin_object); }
  bool EndObject(rapidjson::SizeType) { return --depth_, word(Kind::end_object, "}", ""); }
  bool StartArray() { return open(Kind::begin_array); }
  bool EndArray(rapidjson::SizeType) { return --depth_, word(Kind::end_array, "]", ""); }
  // Numbers come as text; these are never called.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

 private:
  bool pass(const JsonEvent& event) {
    stream_.end_token();
    return take_(event);
  }
  /// What stands as `written` just before the place that is reached.
  bool word(Kind kind, std::string_view written, std::string_view text) {
    const Position end = stream_.place();
    const auto width = static_cast<std::uint32_t>(written.size());
    return pass({kind, text, {end.line, end.column - std::min(width, end.column - 1)}, end});
  }
  bool string(Kind kind, std::string_view text) {
    Position end = stream_.place();
    end.column -= 1;
    if (first_invalid_utf8(text)) {  // RapidJSON lets the second half by itself pass
      diagnostics_.error("data.json-syntax", "half a pair of surrogates", {file_, stream_.string_begin(), std::max(end, {stream_.string_begin().line, stream_.string_begin().column + 1})});
      return false;
    }
    const std::size_t null = text.find('\0');
    if (null != std::string_view::npos)
      diagnostics_.error("data.null-byte", "a text holds a null character", {file_, stream_.string_begin(), std::max(end, {stream_.string_begin().line, stream_.string_begin().column + 1})});
    return pass({kind, text.substr(0, null), stream_.string_begin(), end});
  }
  /// A bracket that opens is not passed over yet, one that closes is.
  bool open(Kind kind) {
    const Position begin = stream_.place();
    const Position end{begin.line, begin.column + 1};
    if (++depth_ <= deepest) return pass({kind, {}, begin, end});
    diagnostics_.error("data.json-syntax", "values are nested more than 100 deep", {file_, begin, end});
    return false;
  }

  Stream& stream_;
  FileId file_;
  Diagnostics& diagnostics_;
  const std::function<bool(const JsonEvent&)>& take_;
  std::size_t depth_ = 0;
};

/// What is wrong, in words of ours where the library's tell an author nothing.
std::string message_of(const rapidjson::ParseResult& result, bool at_end, bool too_long) {
  if (too_long) return "a text or number has more than 16 million characters";
  if (at_end) return "the file ends in the middle: it is cut off";
  if (result.Code() == rapidjson::kParseErrorNumberTooBig) return "this number is too large";
  std::string text = rapidjson::GetParseError_En(result.Code());
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  if (text.ends_with('.')) text.pop_back();
  return "this is no JSON: " + text;
}

}  // namespace

bool read_json_events(TextStream& text, Diagnostics& diagnostics, const std::function<bool(const JsonEvent&)>& take) {
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseNanAndInfFlag;
  Stream stream(text);
  Handler handler(stream, text.file(), diagnostics, take);
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<flags>(stream, handler);
  const Position at = stream.place();
  const SourceSpan span{text.file(), at, {at.line, at.column + 1}};
  if (result.Code() == rapidjson::kParseErrorTermination) return false;
  if (result.IsError()) {
    const bool at_end = text.at_end() && result.Code() != rapidjson::kParseErrorDocumentEmpty;
    diagnostics.error("data.json-syntax", message_of(result, at_end, stream.is_too_long()), span);
    return false;
  }
  if (!text.at_end()) diagnostics.error("data.null-byte", "a null byte stands here", span);
  return text.at_end();
}

std::vector<std::string> pointer_parts(std::string_view pointer) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < pointer.size(); ++i) {
    const char next = i + 1 < pointer.size() ? pointer[i + 1] : '\0';
    if (pointer[i] == '/') parts.emplace_back();
    else if (parts.empty()) parts.emplace_back(1, pointer[i]);  // a name without its slash
    else if (pointer[i] == '~' && (next == '0' || next == '1')) parts.back() += next == '0' ? '~' : '/', ++i;
    else parts.back() += pointer[i];
  }
  return parts;
}

std::string pointer_part(std::string_view name) {
  std::string part = "/";
  for (const char c : name) part += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return part;
}

/// Whether the value that begins here is the next one on the way to the target.
bool JsonPath::leads_on() {
  if (levels_.empty()) return true;
  if (levels_.size() != matched_ || matched_ > target_.size()) return false;
  Level& level = levels_.back();
  return level.array ? std::to_string(level.next) == target_[matched_ - 1] : name_fits_;
}

void JsonPath::pass(const JsonEvent& event) {
  const std::size_t goal = target_.size() + 1;  // levels that the target's own makes
  if (event.is_end()) {
    levels_.pop_back();
    if (matched_ > levels_.size()) matched_ = levels_.size();
    below_ = levels_.size() + 1 >= goal && inside_ ? static_cast<int>(levels_.size() + 1 - goal) : -1;
    if (below_ == 0) inside_ = false;
    return;
  }
  if (event.kind == JsonEvent::Kind::name) {
    name_fits_ = levels_.size() == matched_ && matched_ <= target_.size() && event.text == target_[matched_ - 1];
    below_ = inside_ ? static_cast<int>(levels_.size() + 1 - goal) : -1;
    return;
  }
  const bool leads = !inside_ && leads_on();
  const bool is_target = leads && levels_.size() + 1 == goal;
  if (!levels_.empty() && levels_.back().array) ++levels_.back().next;
  below_ = is_target ? 0 : inside_ ? static_cast<int>(levels_.size() + 1 - goal) : -1;
  met_ = met_ || is_target;
  if (!event.is_begin()) return;
  if (is_target) inside_ = true;
  if (leads) matched_ = levels_.size() + 1;
  levels_.push_back({event.kind == JsonEvent::Kind::begin_array, 0});
}

}  // namespace tilstand::tables
