// SPDX-License-Identifier: Apache-2.0
#include "base/json.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/utf8.hpp"

namespace tilstand {
namespace {

constexpr int most_depth = 100;

bool is_digit(char one) { return one >= '0' && one <= '9'; }

/// Reads front to back; the first fault ends it.
class Reader {
 public:
  Reader(std::string_view text, JsonFault& fault) : text_(text), fault_(fault) {}

  std::optional<Json> read() {
    Json json;
    if (!value(json, 0)) return std::nullopt;
    skip_space();
    if (at_ < text_.size()) return fail("expected the end of the text"), std::nullopt;
    return json;
  }

 private:
  bool fail(const char* message) { return fail(message, at_); }
  bool fail(const char* message, std::size_t at) {
    fault_ = {message, at};
    return false;
  }
  char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_space() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
  }
  bool take(char one) {
    if (next() != one || at_ >= text_.size()) return false;
    ++at_;
    return true;
  }

  bool value(Json& json, int depth) {
    skip_space();
    json.begin = at_;
    if (depth > most_depth) return fail("values nest more than 100 deep");
    const bool ok = bare_value(json, depth);
    json.end = at_;
    return ok;
  }
  bool bare_value(Json& json, int depth) {
    const char first = next();
    if (first == '{') return object(json.value.emplace<Json::Object>(), depth);
    if (first == '[') return array(json.value.emplace<Json::Array>(), depth);
    if (first == '"') return string(json.value.emplace<std::string>());
    if (first == '-' || is_digit(first)) return number(json.value.emplace<Json::Number>().text);
    if (word("true")) return json.value = true, true;
    if (word("false")) return json.value = false, true;
    if (word("null")) return true;
    return fail(at_ < text_.size() ? "expected a JSON value" : "the text ends where a JSON value is expected");
  }
  bool word(std::string_view expected) {
    if (text_.substr(at_, expected.size()) != expected) return false;
    at_ += expected.size();
    return true;
  }

  bool array(Json::Array& items, int depth) {
    take('[');
    skip_space();
    if (take(']')) return true;
    do {
      if (!value(items.emplace_back(), depth + 1)) return false;
      skip_space();
    } while (take(','));
    return take(']') || fail("expected \",\" or \"]\"");
  }
  bool object(Json::Object& members, int depth) {
    take('{');
    skip_space();
    if (take('}')) return true;
    std::set<std::string> seen;
    do {
      skip_space();
      Json::Member& member = members.emplace_back();
      member.key_begin = at_;
      if (next() != '"') return fail("expected a name in quotes");
      if (!string(member.key)) return false;
      if (!seen.insert(member.key).second) return fail("the name stands in this object already", member.key_begin);
      skip_space();
      if (!take(':')) return fail("expected \":\"");
      if (!value(member.value, depth + 1)) return false;
      skip_space();
    } while (take(','));
    return take('}') || fail("expected \",\" or \"}\"");
  }

  /// -? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?
  bool number(std::string& spelling) {
    const std::size_t begin = at_;
    take('-');
    if (!take('0') && !digits()) return fail("expected a digit");
    if (take('.') && !digits()) return fail("expected a digit after the point");
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      if (!digits()) return fail("expected a digit in the exponent");
    }
    spelling = text_.substr(begin, at_ - begin);
    return true;
  }
  bool digits() {
    const std::size_t begin = at_;
    while (is_digit(next())) ++at_;
    return at_ > begin;
  }

  bool string(std::string& into) {
    take('"');
    while (at_ < text_.size() && text_[at_] != '"') {
      if (static_cast<unsigned char>(text_[at_]) < 0x20) return fail("a control character stands in a string");
      if (!take('\\')) into += text_[at_++];
      else if (!escape(into)) return false;
    }
    return take('"') || fail("the string has no end");
  }
  bool escape(std::string& into) {
    constexpr std::string_view names = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
    const char name = next();
    if (name == 'u') return ++at_, code_point(into);
    const std::size_t found = at_ < text_.size() ? names.find(name) : std::string_view::npos;
    if (found == std::string_view::npos) return fail("no such escape in a string");
    into += meanings[found];
    ++at_;
    return true;
  }
  /// Four digits, or twice four as a pair of surrogates.
  bool code_point(std::string& into) {
    const std::size_t begin = at_ - 2;
    char32_t unit = 0, low = 0;
    if (!hexadecimal(unit)) return false;
    if (unit >= 0xD800 && unit < 0xDC00) {
      if (!word("\\u") || !hexadecimal(low) || low < 0xDC00 || low >= 0xE000) return fail("half a pair of surrogates", begin);
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    } else if (unit >= 0xDC00 && unit < 0xE000) {
      return fail("half a pair of surrogates", begin);
    }
    append_utf8(into, unit);
    return true;
  }
  bool hexadecimal(char32_t& unit) {
    const std::string_view four = text_.substr(at_, 4);
    unsigned value = 0;
    const auto [end, failure] = std::from_chars(four.data(), four.data() + four.size(), value, 16);
    if (failure != std::errc{} || end != four.data() + 4) return fail("expected four hexadecimal digits");
    unit = value;
    at_ += 4;
    return true;
  }

  std::string_view text_;
  JsonFault& fault_;
  std::size_t at_ = 0;
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
  return Reader(text, fault).read();
}

}  // namespace tilstand
