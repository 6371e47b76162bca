// SPDX-License-Identifier: Apache-2.0
#include <optional>

#include "base/xml_text.hpp"
#include "diff/difference.hpp"
#include "diff/words.hpp"

namespace tilstand::diff {
namespace {

/// Marks differ by their outline as well as by their colour; a dashed one is that of the side before.
constexpr const char* style = R"(
:root { --ink: #14202b; --rule: #b4c0c8; --mark: #b34d0c; }
body { margin: 0 auto; max-width: 76rem; padding: 1rem 1.5rem 4rem; color: var(--ink); background: #fff; font: 1rem/1.5 system-ui, sans-serif; }
a { color: #123f5a; }
h1 { font-size: 1.75rem; line-height: 1.2; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; border-top: 2px solid #123f5a; padding-top: .5rem; }
h3 { font-size: 1rem; margin: 2rem 0 .5rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: .5rem; color: #55626c; }
th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--rule); overflow-wrap: anywhere; }
thead th { border-bottom: 1px solid var(--ink); }
tbody th { font-weight: 600; width: 22%; }
th small, td small { display: block; color: #55626c; font-weight: 400; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem; }
figure { margin: 0; }
figcaption { font-size: .875rem; margin-bottom: .25rem; }
.page { position: relative; border: 1px solid var(--rule); }
.page img { display: block; width: 100%; height: auto; }
.mark { position: absolute; box-sizing: border-box; border: 2px solid var(--mark); background: rgb(179 77 12 / 12%); }
.before .mark { border-style: dashed; }
.nothing { border: 1px dashed var(--rule); padding: 2rem; color: #55626c; }
@media print { body { max-width: none; padding: 0; } .pair { break-inside: avoid; } }
)";

/// Words of the report, in its language.
std::string in_language(const std::string& text, const std::string& language) {
  if (text.empty()) return {};
  return language.empty() ? xml_escaped(text) : "<span lang=\"" + xml_escaped(language) + "\">" + xml_escaped(text) + "</span>";
}

std::string name_of(const Side& side) { return side.title.empty() ? side.path : side.title; }

std::string cell(const std::string& text, const std::string& place, const std::string& language) {
  if (text.empty() && place.empty()) return "<td><span aria-hidden=\"true\">–</span></td>";
  return "<td>" + in_language(text, language) + (place.empty() ? std::string() : "<small>" + xml_escaped(place) + "</small>") + "</td>";
}

std::string rows_of(const Entry& entry, const Difference& whole) {
  const std::size_t count = entry.changes.empty() ? 1 : entry.changes.size();
  const std::string span = count > 1 ? " rowspan=\"" + std::to_string(count) + "\"" : std::string();
  std::string html = "<tr><th scope=\"" + std::string(count > 1 ? "rowgroup" : "row") + "\"" + span + ">" + xml_escaped(entry.name);
  if (!entry.label.empty()) html += "<small>" + in_language(entry.label, whole.after.language) + "</small>";
  html += "</th><td" + span + ">" + word_of(entry.kind) + "</td>";
  if (entry.changes.empty()) html += "<td></td><td></td><td></td></tr>\n";
  bool first = true;
  for (const Change& change : entry.changes) {
    html += (first ? "" : "<tr>") + ("<td>" + xml_escaped(change.what) + "</td>") + cell(change.before, change.place_before, whole.before.language) +
            cell(change.after, change.place_after, whole.after.language) + "</tr>\n";
    first = false;
  }
  return count > 1 ? "<tbody>\n" + html + "</tbody>\n" : "<tbody>" + html + "</tbody>\n";
}

std::string section_html(const Section& section, const Difference& whole) {
  std::string html = "<section aria-labelledby=\"" + section.id + "\">\n<h2 id=\"" + section.id + "\">" + xml_escaped(section.title) + "</h2>\n";
  if (section.entries.empty()) return html + "<p>No differences.</p>\n</section>\n";
  html += "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + section.id + "\">\n<table>\n<caption>" + xml_escaped(section.title) + ": " +
          summary_of(section) + "</caption>\n<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Change</th><th scope=\"col\">What</th>" +
          "<th scope=\"col\">Before</th><th scope=\"col\">After</th></tr></thead>\n";
  for (const Entry& entry : section.entries) html += rows_of(entry, whole);
  return html + "</table>\n</div>\n</section>\n";
}

std::string per_cent(int per_mille) { return std::to_string(per_mille / 10) + "." + std::to_string(per_mille % 10) + "%"; }

/// A page's picture with its marks; what the marks say stands in the alternative text.
std::string picture_html(const SidePage& page, const std::string& when, const PageDifference& pair) {
  const std::string number = std::to_string(page.index + 1);
  std::string alternative = "Page " + number + " " + when + (pair.part.empty() ? "" : ", " + pair.part);
  const std::size_t marks = page.regions.size();
  if (pair.kind == Kind::changed) alternative += marks == 1 ? "; 1 place is marked" : "; " + std::to_string(marks) + " places are marked";
  std::string html = "<figure class=\"" + when + "\">\n<figcaption>Page " + number + " " + when + "</figcaption>\n";
  if (page.picture.empty()) return html + "<div class=\"nothing\">No picture was drawn.</div>\n</figure>\n";
  html += "<div class=\"page\"><img src=\"" + xml_escaped(page.picture) + "\" alt=\"" + xml_escaped(alternative) + "\" loading=\"lazy\">";
  for (const Region& region : page.regions)
    html += "<span class=\"mark\" aria-hidden=\"true\" style=\"left:" + per_cent(region.left) + ";top:" + per_cent(region.top) + ";width:" +
            per_cent(region.width) + ";height:" + per_cent(region.height) + "\"></span>";
  return html + "</div>\n</figure>\n";
}

std::string side_html(const std::optional<SidePage>& page, const char* when, const PageDifference& pair) {
  return page ? picture_html(*page, when, pair) : "<p class=\"nothing\">There is no such page " + std::string(when) + ".</p>\n";
}

std::string page_html(const PageDifference& pair, const Difference& whole) {
  std::string title = "Page ";
  if (pair.before && pair.after) title += std::to_string(pair.before->index + 1) + " → " + std::to_string(pair.after->index + 1);
  else title += std::to_string((pair.before ? pair.before : pair.after)->index + 1);
  std::string html = "<h3>" + title + ": " + word_of(pair.kind) + (pair.part.empty() ? "" : ", " + in_language(pair.part, whole.after.language)) + "</h3>\n";
  if (!pair.words.empty()) {
    html += "<p>New or changed:</p>\n<ul>\n";
    for (const std::string& beginning : pair.words) html += "<li>" + in_language(beginning, whole.after.language) + "</li>\n";
    html += "</ul>\n";
  }
  return html + "<div class=\"pair\">\n" + side_html(pair.before, "before", pair) + side_html(pair.after, "after", pair) + "</div>\n";
}

std::string pages_html(const Difference& whole) {
  std::string html = "<section aria-labelledby=\"pages\">\n<h2 id=\"pages\">Pages</h2>\n";
  if (whole.pages.empty()) return html + "<p>No differences.</p>\n</section>\n";
  html += "<p>" + summary_of(whole.pages) + ". Page numbers and running heads are not compared. Places that differ are framed: dashed before, solid after.</p>\n";
  for (const PageDifference& pair : whole.pages) html += page_html(pair, whole);
  return html + "</section>\n";
}

}  // namespace

std::string to_html(const Difference& difference) {
  const std::string title = "What has changed: " + name_of(difference.before) + " → " + name_of(difference.after);
  std::string html = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
                     xml_escaped(title) + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n<main>\n<h1>What has changed: " +
                     in_language(name_of(difference.before), difference.editions ? difference.before.language : "") + " → " +
                     in_language(name_of(difference.after), difference.editions ? difference.after.language : "") + "</h1>\n<ul>\n";
  for (const Section& section : difference.sections)
    html += "<li><a href=\"#" + section.id + "\">" + xml_escaped(section.title) + "</a>: " + (section.entries.empty() ? "no differences" : summary_of(section)) + "</li>\n";
  if (difference.editions)
    html += "<li><a href=\"#pages\">Pages</a>: " + (difference.pages.empty() ? std::string("no differences") : summary_of(difference.pages)) + "</li>\n";
  html += "</ul>\n";
  for (const Section& section : difference.sections) html += section_html(section, difference);
  if (difference.editions) html += pages_html(difference);
  return html + "</main>\n</body>\n</html>\n";
}

}  // namespace tilstand::diff
