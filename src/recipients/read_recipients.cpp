// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include "base/file.hpp"
#include "base/utf8.hpp"
#include "definition/reader.hpp"
#include "recipients/covered.hpp"
#include "recipients/recipients.hpp"

namespace tilstand::recipients {
namespace {

using definition::KeyReader, definition::Need, definition::ReadContext, definition::Text, definition::Toml;

constexpr std::array<std::pair<std::string_view, Way>, 3> ways{{{"eformidling", Way::eformidling}, {"folder", Way::folder}, {"smtp", Way::smtp}}};
constexpr int most_copies = 10'000;

bool is_name(const std::string& text) {
  const std::u32string points = decode_utf8(text);
  constexpr std::size_t longest = 300;
  return !points.empty() && points.size() <= longest && points.front() != U' ' && points.back() != U' ' &&
         std::none_of(points.begin(), points.end(), [](char32_t one) { return one < 0x20 || (one >= 0x7F && one < 0xA0); });
}

/// Small letters, digits and hyphens: it becomes a folder's name, stands in message ids and in lists.
bool is_id(const std::string& text) {
  const auto fits = [](char one) { return (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9') || one == '-'; };
  constexpr std::size_t longest = 64;
  return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), fits) && text.front() != '-' && text.back() != '-';
}

std::optional<Source> read_source(const Toml* table, ReadContext& context) {
  if (table == nullptr) return std::nullopt;
  KeyReader keys(*table, context);
  Source source;
  const bool whole = keys.string("url", source.url, Need::required) & keys.string("title", source.title, Need::required) & keys.string("date", source.date, Need::required);
  if (!source.url.empty() && !source.url.starts_with("https://") && !source.url.starts_with("http://"))
    keys.error("url", "recipients.bad-source", "the address of a source is that of a page", "one that begins with https://");
  constexpr std::string_view form = "dddd-dd-dd";
  const auto fits = [](char one, char wanted) { return wanted == 'd' ? one >= '0' && one <= '9' : one == wanted; };
  if (!source.date.empty() && !std::equal(source.date.begin(), source.date.end(), form.begin(), form.end(), fits))
    keys.error("date", "recipients.bad-source", "the date of a source is a day", "as in \"2022-01-01\"");
  keys.finish();
  return whole ? std::optional(source) : std::nullopt;
}

/// Reads one `[[recipient]]`.
class RecipientReader {
 public:
  RecipientReader(const Toml& table, const std::filesystem::path& folder, ReadContext& context) : keys_(table, context), folder_(folder), context_(context) { one_.span = table.span; }

  Recipient read() {
    if (keys_.string("id", one_.id, Need::required) && !is_id(one_.id))
      keys_.error("id", "recipients.bad-id", "an id has small letters a to z, digits and hyphens between them", "at most 64; it stands in lists and names of folders");
    if (keys_.string("name", one_.name, Need::required) && !is_name(one_.name)) keys_.error("name", "recipients.bad-name", "a name is one line of text without spaces around it", "at most 300 characters");
    keys_.string("language", one_.language, Need::required);
    keys_.string("edition", one_.edition, Need::required);
    keys_.integer("copies", one_.copies, {1, most_copies});
    read_parts();
    read_letter();
    read_number();
    const bool has_way = keys_.choice("channel", one_.way, ways);
    if (!has_way && !keys_.has("channel")) keys_.error("channel", "definition.missing-key", "missing key \"channel\"", "smtp, eformidling or folder");
    read_address(has_way);
    keys_.finish();
    return std::move(one_);
  }

 private:
  void read_parts() {
    std::vector<Text> parts;
    if (keys_.texts("parts", parts)) one_.parts_span = keys_.member("parts")->span;
    for (const Text& part : parts) one_.parts.push_back(part.value);
  }

  void read_letter() {
    Text letter;
    if (!keys_.text("letter", letter)) return;
    one_.letter = (folder_ / letter.value).lexically_normal().string();
    one_.letter_span = letter.span;
  }

  void read_number() {
    std::string& number = one_.org_number;
    keys_.string("org-number", number);
    number.erase(std::remove(number.begin(), number.end(), ' '), number.end());  // people write 123 456 785
    const Toml* source = keys_.table("source");
    one_.source = read_source(source, context_);
    if (number.empty()) return;
    if (!is_org_number(number)) keys_.error("org-number", "recipients.bad-org-number", "this is no organisation number: nine digits, the last of which checks the others", "compare it with its source");
    if (source == nullptr)
      keys_.error("org-number", "recipients.no-source", "an organisation number needs its public source", "add [recipient.source] with url, title and date, or leave the number empty and deliver by folder");
  }

  void read_address(bool has_way) {
    keys_.string("address", one_.address);
    if (!has_way) return;
    if (one_.way == Way::smtp) return check_mail();
    if (one_.way == Way::folder) return check_folder();
    if (one_.org_number.empty()) keys_.error("channel", "recipients.no-org-number", "eFormidling finds a recipient by its organisation number, and this one has none", "add org-number with its source, or choose another channel");
    if (!one_.address.empty() && one_.address != one_.org_number)
      keys_.error("address", "recipients.bad-address", "eFormidling finds a recipient by its organisation number, not by another address", "take the key out");
    one_.address = one_.org_number;
  }

  void check_mail() {
    if (one_.address.empty()) keys_.error("address", "recipients.no-address", "e-mail needs an address, and this recipient has none", "add address, or choose another channel");
    else if (!is_mail_address(one_.address)) keys_.error("address", "recipients.bad-address", "this is no e-mail address", "of the form name@example.org");
  }

  void check_folder() {
    if (one_.address.empty()) one_.address = one_.id;
    else if (!is_id(one_.address)) keys_.error("address", "recipients.bad-address", "the address of a folder has small letters a to z, digits and hyphens between them", "leave it out: then the id is taken");
  }

  KeyReader keys_;
  const std::filesystem::path& folder_;
  ReadContext& context_;
  Recipient one_{};
};

void check_ids(const std::vector<Recipient>& list, Diagnostics& diagnostics) {
  std::map<std::string, SourceSpan> known;
  for (const Recipient& one : list) {
    if (one.id.empty()) continue;
    const auto [first, is_new] = known.emplace(one.id, one.span);
    if (is_new) continue;
    Diagnostic twice{Severity::error, "recipients.duplicate-id", "two recipients have the id \"" + one.id + "\"", one.span};
    twice.notes.push_back({"the first stands here", first->second});
    twice.hint = "an id decides a parcel's message id: each recipient has its own";
    diagnostics.add(std::move(twice));
  }
}

/// The text of the file, which `sources` gets covered only.
std::optional<Toml> parse(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  const auto text = std::filesystem::is_regular_file(path) ? read_file(path) : std::nullopt;
  if (!text) return definition::load_file(path, {}, sources, diagnostics), std::nullopt;  // says why
  const FileId file = sources.add(path, covered(*text));
  if (!definition::check_utf8(*text, file, {1, 1}, diagnostics)) return std::nullopt;
  return definition::parse_toml_at(*text, file, {1, 1}, diagnostics);
}

}  // namespace

std::optional<std::vector<Recipient>> read_recipients(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  Diagnostics own;
  const std::optional<Toml> root = parse(path, sources, own);
  std::vector<Recipient> list;
  if (root) {
    ReadContext context{own};
    KeyReader keys(*root, context);
    int format = 0;
    keys.integer("format", format, {1, 1}, Need::required);
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    for (const Toml* table : keys.tables("recipient")) list.push_back(RecipientReader(*table, folder, context).read());
    if (list.empty() && !own.has_errors()) own.error("recipients.none", "the file names no recipient", root->span, "add [[recipient]] with id, name, channel, language and edition");
    check_ids(list, own);
    keys.finish();
  }
  for (const Diagnostic& one : own.list()) diagnostics.add(one);
  if (own.has_errors()) return std::nullopt;
  return list;
}

}  // namespace tilstand::recipients
