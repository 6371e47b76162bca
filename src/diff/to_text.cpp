// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "diff/difference.hpp"
#include "diff/words.hpp"

namespace tilstand::diff {
namespace {

using Row = std::array<std::string, 5>;

constexpr std::size_t most_letters = 44;  ///< of a cell

/// One line of at most `most_letters` letters.
std::string shortened(const std::string& text) {
  std::string cell;
  std::size_t letters = 0;
  for (const char32_t letter : decode_utf8(text)) {
    if (++letters > most_letters) return cell + "…";
    append_utf8(cell, letter < 0x20 ? U' ' : letter);
  }
  return cell;
}

std::size_t width_of(const std::string& text) { return decode_utf8(text).size(); }

void print(std::string& text, const std::vector<Row>& rows) {
  std::array<std::size_t, 5> widths{};
  for (const Row& row : rows)
    for (std::size_t at = 0; at < row.size(); ++at) widths[at] = std::max(widths[at], width_of(row[at]));
  for (const Row& row : rows) {
    std::string line = " ";
    for (std::size_t at = 0; at < row.size(); ++at) line += " " + row[at] + std::string(widths[at] - width_of(row[at]) + 1, ' ');
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
}

void add_rows(std::vector<Row>& rows, const Entry& entry) {
  const std::string kind = word_of(entry.kind);
  if (entry.changes.empty()) rows.push_back({kind, shortened(entry.name), {}, {}, {}});
  bool first = true;
  for (const Change& change : entry.changes) {
    rows.push_back({first ? kind : std::string(), first ? shortened(entry.name) : std::string(), change.what, shortened(change.before), shortened(change.after)});
    first = false;
  }
}

std::string page_name(const std::optional<SidePage>& page) {
  if (!page) return {};
  const std::string number = std::to_string(page->index + 1);
  return page->label == number ? number : number + " (" + page->label + ")";
}

}  // namespace

bool Difference::empty() const {
  return pages.empty() && std::all_of(sections.begin(), sections.end(), [](const Section& section) { return section.entries.empty(); });
}

std::string to_text(const Difference& difference) {
  std::string text;
  for (const Section& section : difference.sections) {
    if (section.entries.empty()) continue;
    std::vector<Row> rows;
    for (const Entry& entry : section.entries) add_rows(rows, entry);
    text += section.title + ": " + summary_of(section) + "\n";
    print(text, rows);
  }
  if (!difference.pages.empty()) {
    std::vector<Row> rows{{"", "part", "", "page before", "page after"}};
    for (const PageDifference& page : difference.pages) rows.push_back({word_of(page.kind), shortened(page.part), {}, page_name(page.before), page_name(page.after)});
    text += "Pages: " + summary_of(difference.pages) + "\n";
    print(text, rows);
  }
  return text.empty() ? "no differences\n" : text;
}

}  // namespace tilstand::diff
