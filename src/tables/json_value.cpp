// SPDX-License-Identifier: Apache-2.0
#include "tables/json_value.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "base/utf8.hpp"

namespace tilstand::tables {
namespace {

constexpr std::size_t most_depth = 100;

/// Builds the value that RapidJSON's calls tell of; the first fault ends it.
class Builder {
 public:
  Builder(std::string_view text, const rapidjson::MemoryStream& stream, JsonFault& fault) : text_(text), stream_(stream), fault_(fault) {}

  bool Null() { return scalar({}); }
  bool Bool(bool truth) { return scalar(truth); }
  bool RawNumber(const char* text, rapidjson::SizeType length, bool) { return scalar(Json::Number{{text, length}}); }
  bool String(const char* text, rapidjson::SizeType length, bool) { return is_whole({text, length}) && scalar(std::string(text, length)); }
  bool Key(const char* text, rapidjson::SizeType length, bool) {
    if (!is_whole({text, length})) return false;
    Open& parent = open_.back();
    parent.key = {text, length};
    parent.key_begin = begin_of_token();
    last_ = stream_.Tell();
    return parent.seen.insert(parent.key).second || fail("the name stands in this object already", parent.key_begin);
  }
  bool StartObject() { return open(Json::Object{}); }
  bool StartArray() { return open(Json::Array{}); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  // Numbers come as text; these are never called.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

  bool failed() const { return failed_; }
  Json root{};

 private:
  /// A list or object that isn't closed yet.
  struct Open {
    Json json{};
    std::string key{};  ///< of the member that comes
    std::size_t key_begin = 0;
    std::set<std::string> seen{};
  };

  bool fail(const char* message, std::size_t at) {
    fault_ = {message, at};
    failed_ = true;
    return false;
  }
  /// RapidJSON lets the second half of a pair of surrogates pass by itself.
  bool is_whole(std::string_view text) { return !first_invalid_utf8(text) || fail("half a pair of surrogates", begin_of_token() + 1); }
  std::size_t begin_of_token() const { return std::min(text_.find_first_not_of(" \t\r\n,:", last_), text_.size()); }
  bool scalar(decltype(Json::value) value) {
    const std::size_t begin = begin_of_token();
    return add({std::move(value), begin, stream_.Tell()});
  }
  bool open(decltype(Json::value) value) {
    const std::size_t begin = begin_of_token();
    last_ = begin + 1;
    if (open_.size() > most_depth - 1) return fail("values nest more than 100 deep", last_);
    open_.push_back({{std::move(value), begin, begin}});
    return true;
  }
  bool close() {
    Json json = std::move(open_.back().json);
    open_.pop_back();
    json.end = stream_.Tell();
    return add(std::move(json));
  }
  bool add(Json json) {
    last_ = json.end;
    if (open_.empty()) return root = std::move(json), true;
    Open& parent = open_.back();
    if (auto* items = std::get_if<Json::Array>(&parent.json.value)) items->push_back(std::move(json));
    else std::get<Json::Object>(parent.json.value).push_back({std::move(parent.key), std::move(json), parent.key_begin});
    return true;
  }

  std::string_view text_;
  const rapidjson::MemoryStream& stream_;
  JsonFault& fault_;
  std::vector<Open> open_{};
  std::size_t last_ = 0;  ///< where the token before ended
  bool failed_ = false;
};

}  // namespace

const Json* Json::member(std::string_view key) const {
  const Object* members = object();
  if (members == nullptr) return nullptr;
  const auto found = std::find_if(members->begin(), members->end(), [&](const Member& one) { return one.key == key; });
  return found == members->end() ? nullptr : &found->value;
}

std::optional<long long> Json::integer() const {
  const auto* number = std::get_if<Number>(&value);
  if (number == nullptr || number->text.size() > 16) return std::nullopt;
  long long whole = 0;
  const char* past = number->text.data() + number->text.size();
  const auto [last, failure] = std::from_chars(number->text.data(), past, whole);
  return failure == std::errc{} && last == past && whole > -1'000'000'000'000'000 && whole < 1'000'000'000'000'000 ? std::optional(whole) : std::nullopt;
}

std::optional<Json> read_json(std::string_view text, JsonFault& fault) {
  if (const auto bad = first_invalid_utf8(text)) {
    fault = {"the text is not well-formed UTF-8", *bad};
    return std::nullopt;
  }
  rapidjson::MemoryStream stream(text.data(), text.size());
  Builder builder(text, stream, fault);
  rapidjson::Reader reader;
  const auto result = reader.Parse<rapidjson::kParseNumbersAsStringsFlag>(stream, builder);
  if (!result && !builder.failed()) fault = {rapidjson::GetParseError_En(result.Code()), result.Offset()};
  if (result && stream.Tell() < text.size()) fault = {"the text goes on after its value", stream.Tell()};
  if (!result || stream.Tell() < text.size()) return std::nullopt;
  return std::move(builder.root);
}

}  // namespace tilstand::tables
