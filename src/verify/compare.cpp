// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "base/number_text.hpp"
#include "digest/sha256.hpp"
#include "pdf/reader.hpp"
#include "verify/compare_pages.hpp"
#include "verify/compare_tags.hpp"
#include "verify/proof.hpp"
#include "verify/words.hpp"

namespace tilstand::verify {
namespace {

using pdf::Content;
using pdf::Document;

/// What is noted of all pages of a file for the list of what may differ.
struct Summary {
  std::set<std::string> spaces, inks, fonts, boxes;
  std::size_t links = 0, outside = 0, replacements = 0;
  bool has_transparency = false;

  void add(const Content& content, const pdf::Boxes& box) {
    spaces.insert(content.spaces.begin(), content.spaces.end());
    inks.insert(content.inks.begin(), content.inks.end());
    fonts.insert(content.fonts.begin(), content.fonts.end());
    links += content.links;
    outside += content.outside;
    has_transparency = has_transparency || content.has_transparency;
    for (const pdf::Mark& mark : content.marks) replacements += mark.actual.empty() ? 0 : 1;
    const auto round = [](double points) { return decimal(points * 25.4 / 72, 1); };
    boxes.insert("sheet " + round(box.media.width()) + " × " + round(box.media.height()) + " mm, bleed " + round(box.trim.left - box.bleed.left) + " mm");
  }
};

std::string joined(const std::set<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text.empty() ? "none" : text;
}

std::string or_none(const std::string& text) { return text.empty() ? "none" : text; }

void list(const pdf::About& one, const pdf::About& other, std::vector<Listed>& listed) {
  const auto add = [&](const char* what, const std::string& first, const std::string& second) {
    if (first != second) listed.push_back({what, or_none(first), or_none(second)});
  };
  const auto intent = [](const pdf::About& about) { return about.intent.empty() ? std::string() : about.intent + " " + about.condition; };
  add("PDF version", one.version, other.version);
  add("standards", one.standard, other.standard);
  add("output intent", intent(one), intent(other));
  add("title", one.title, other.title);
  add("language", one.language, other.language);
  add("tags", one.is_tagged ? "tagged" : "untagged", other.is_tagged ? "tagged" : "untagged");
  add("attached files", std::to_string(one.attachments), std::to_string(other.attachments));
}

void list(const Summary& one, const Summary& other, std::vector<Listed>& listed) {
  const auto add = [&](const char* what, const std::string& first, const std::string& second) {
    if (first != second) listed.push_back({what, first, second});
  };
  add("boxes", joined(one.boxes), joined(other.boxes));
  add("colour spaces", joined(one.spaces), joined(other.spaces));
  add("inks", joined(one.inks), joined(other.inks));
  add("fonts", joined(one.fonts), joined(other.fonts));
  add("transparency", one.has_transparency ? "used" : "none", other.has_transparency ? "used" : "none");
  add("links", std::to_string(one.links), std::to_string(other.links));
  add("marks outside the trim", std::to_string(one.outside), std::to_string(other.outside));
  add("texts that stand for glyphs", std::to_string(one.replacements), std::to_string(other.replacements));
}

/// A page by its text, so that pages are found again when one is missing.
std::string key_of(const Content& content) {
  std::string text;
  for (const pdf::Mark& mark : content.marks) text += mark.kind == pdf::Mark::Kind::glyph ? mark.text : std::string("\n");
  return digest::sha256(text);
}

/// A file, its reader and what was noted of it.
struct Side {
  explicit Side(const Document& read) : document(read), reader(read) {}
  const Document& document;
  pdf::Reader reader;
  Summary summary{};
  TaggedText tagged{};

  std::optional<Content> page(std::size_t index, Diagnostics& diagnostics) {
    auto content = reader.read(index, diagnostics);
    if (content) summary.add(*content, document.pages()[index]);
    if (content && document.about().is_tagged) tagged.add(index + 1, *content);
    return content;
  }
  std::optional<std::vector<std::string>> keys(Diagnostics& diagnostics) {
    std::vector<std::string> all;
    for (std::size_t index = 0; index < document.page_count(); ++index) {
      const auto content = reader.read(index, diagnostics);
      if (!content) return std::nullopt;
      all.push_back(key_of(*content));
    }
    return all;
  }
};

constexpr std::size_t none = static_cast<std::size_t>(-1);
using Pages = std::vector<std::pair<std::size_t, std::size_t>>;

/// Which page belongs to which; `none` on the side that lacks it. Pages between equal ones belong together one by one.
Pages pairs_of(const std::vector<std::string>& first, const std::vector<std::string>& second) {
  Pages all;
  auto equal = common_order(first, second);
  equal.emplace_back(first.size(), second.size());
  std::size_t a = 0, b = 0;
  for (const auto& [in_a, in_b] : equal) {
    while (a < in_a && b < in_b) all.emplace_back(a++, b++);
    while (a < in_a) all.emplace_back(a++, none);
    while (b < in_b) all.emplace_back(none, b++);
    if (in_a < first.size()) all.emplace_back(a++, b++);
  }
  return all;
}

std::optional<Pages> pair_pages(Side& first, Side& second, Diagnostics& diagnostics) {
  Pages pairs;
  if (first.document.page_count() == second.document.page_count()) {
    for (std::size_t index = 0; index < first.document.page_count(); ++index) pairs.emplace_back(index, index);
    return pairs;
  }
  const auto keys_a = first.keys(diagnostics), keys_b = second.keys(diagnostics);
  if (!keys_a || !keys_b) return std::nullopt;
  return pairs_of(*keys_a, *keys_b);
}

void add_lonely(const std::pair<std::size_t, std::size_t>& pair, Proof& proof) {
  const bool in_first = pair.second == none;
  const std::size_t page = (in_first ? pair.first : pair.second) + 1;
  Finding finding;
  finding.kind = Finding::Kind::page;
  finding.first_page = in_first ? page : 0;
  finding.second_page = in_first ? 0 : page;
  finding.message = in_first ? "the page is missing in the other edition" : "page " + std::to_string(page) + " of the other edition is not here";
  proof.findings.push_back(std::move(finding));
}

bool compare_all(Side& first, Side& second, const Pages& pairs, Proof& proof, Diagnostics& diagnostics) {
  constexpr std::size_t most_on_page = 24, most = 1000;
  for (const auto& pair : pairs) {
    const auto one = pair.first == none ? std::nullopt : first.page(pair.first, diagnostics), other = pair.second == none ? std::nullopt : second.page(pair.second, diagnostics);
    if (diagnostics.has_errors()) return false;
    if (!one || !other) {
      add_lonely(pair, proof);
      continue;
    }
    auto found = compare_pages({*one, *other, pair.first + 1, pair.second + 1});
    for (std::size_t at = 0; at < found.size(); ++at) {
      if (at < most_on_page && proof.findings.size() < most) proof.findings.push_back(std::move(found[at]));
      else ++proof.unlisted;
    }
  }
  return true;
}

/// The side's steps on pages that both have.
std::optional<TaggedSide> tags_of(const Side& side, std::map<std::size_t, std::size_t> pages, Diagnostics& diagnostics) {
  auto steps = pdf::read_tags(side.document, diagnostics);
  if (!steps) return std::nullopt;
  std::erase_if(*steps, [&](const pdf::TagStep& step) { return step.page != 0 && !pages.contains(step.page); });
  return TaggedSide{side.tagged, std::move(*steps), std::move(pages)};
}

/// False when a tree is damaged.
bool compare_trees(const Side& first, const Side& second, const Pages& pairs, Proof& proof, Diagnostics& diagnostics) {
  constexpr std::size_t most = 100;
  if (!first.document.about().is_tagged || !second.document.about().is_tagged) return true;
  std::map<std::size_t, std::size_t> pages_a, pages_b;
  for (const auto& [a, b] : pairs) {
    if (a == none || b == none) continue;
    pages_a.emplace(a + 1, a + 1);
    pages_b.emplace(b + 1, a + 1);
  }
  const auto one = tags_of(first, std::move(pages_a), diagnostics), other = tags_of(second, std::move(pages_b), diagnostics);
  if (!one || !other) return false;
  auto found = compare_tags(*one, *other);
  for (std::size_t at = 0; at < found.size(); ++at) {
    if (at < most) proof.findings.push_back(std::move(found[at]));
    else ++proof.unlisted;
  }
  return true;
}

}  // namespace

std::optional<Proof> compare(const std::string& first, const std::string& second, Diagnostics& diagnostics) {
  const auto one = Document::open(first, diagnostics), other = Document::open(second, diagnostics);
  if (!one || !other) return std::nullopt;
  Proof proof{first, second, one->sha256(), other->sha256(), one->page_count(), other->page_count(), {}, 0, {}};
  Side side_a(*one), side_b(*other);
  const auto pairs = pair_pages(side_a, side_b, diagnostics);
  if (!pairs || !compare_all(side_a, side_b, *pairs, proof, diagnostics) || !compare_trees(side_a, side_b, *pairs, proof, diagnostics)) return std::nullopt;
  list(one->about(), other->about(), proof.listed);
  list(side_a.summary, side_b.summary, proof.listed);
  return proof;
}

}  // namespace tilstand::verify
