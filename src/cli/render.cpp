// SPDX-License-Identifier: Apache-2.0
#include "cli/render.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace tilstand::cli {
namespace {

constexpr std::size_t longest_line = 120;   // code points of a source line that are shown
constexpr std::size_t kept_before = 60;     // of them before the place

struct Range {
  char32_t first, last;
};
/// Blocks of combining marks and of zero-width format characters.
constexpr std::array narrow{Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x0591, 0x05BD}, Range{0x064B, 0x065F}, Range{0x1AB0, 0x1AFF},
                            Range{0x1DC0, 0x1DFF}, Range{0x200B, 0x200F}, Range{0x20D0, 0x20FF}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}};
/// Blocks that East Asian Width (UAX 11) calls wide, and pictographs.
constexpr std::array wide{Range{0x1100, 0x115F}, Range{0x2E80, 0x303E}, Range{0x3041, 0x33FF}, Range{0x3400, 0x4DBF}, Range{0x4E00, 0x9FFF},
                          Range{0xA000, 0xA4CF}, Range{0xAC00, 0xD7A3}, Range{0xF900, 0xFAFF}, Range{0xFE30, 0xFE4F}, Range{0xFF00, 0xFF60},
                          Range{0xFFE0, 0xFFE6}, Range{0x1F300, 0x1F64F}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD}};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t character) {
  return std::any_of(ranges.begin(), ranges.end(), [&](Range range) { return character >= range.first && character <= range.last; });
}

const char* word_of(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "notice";
}

class Pen {
 public:
  explicit Pen(bool on) : on_(on) {}
  std::string strong(const std::string& text) const { return in("1", text); }
  std::string faint(const std::string& text) const { return in("2", text); }
  std::string severity(Severity severity, const std::string& text) const {
    if (severity == Severity::error) return in("1;31", text);
    return in(severity == Severity::warning ? "1;33" : "1;36", text);
  }

 private:
  std::string in(const char* code, const std::string& text) const {
    return on_ ? "\x1b[" + std::string(code) + "m" + text + "\x1b[0m" : text;
  }
  bool on_;
};

/// Text as a terminal may show it: whatever could steer it is taken out.
char32_t printable(char32_t character) {
  const bool control = character < 0x20 || (character >= 0x7F && character < 0xA0);
  return control ? U'\uFFFD' : character;
}

std::string printable(const std::string& text) {
  std::string shown;
  for (const char32_t character : decode_utf8(text)) append_utf8(shown, character == U'\n' ? U' ' : printable(character));
  return shown;
}

/// The part of a line that is shown, and where the span lies in it.
struct Shown {
  std::u32string text;
  std::size_t begin = 0, end = 0;
};

Shown shown_of(std::u32string line, const SourceSpan& span) {
  std::size_t begin = std::min<std::size_t>(span.begin.column == 0 ? 0 : span.begin.column - 1, line.size());
  const bool one_line = span.end.line == span.begin.line && span.end.column > 0;
  std::size_t end = one_line ? std::min<std::size_t>(span.end.column - 1, line.size()) : line.size();
  if (line.size() > longest_line) {
    const std::size_t cut = begin > kept_before ? begin - kept_before : 0;
    line = line.substr(cut, longest_line);
    if (cut > 0) line.front() = U'…';
    begin -= cut;
    end = std::min(end - std::min(end, cut), line.size());
  }
  return {std::move(line), begin, std::max(end, begin + 1)};
}

/// A span as it stands in a line whose first columns are cut off.
SourceSpan moved_left(SourceSpan span, std::uint32_t columns) {
  span.begin.column -= std::min(columns, span.begin.column);
  span.end.column -= std::min(columns, span.end.column);
  return span;
}

/// The line with tabs as one space each, and the carets below it.
void draw_line(const SourceSpan& span, const Sources& sources, const Pen& pen, Severity severity, std::string& out) {
  if (!span.file || span.begin.line == 0) return;
  const Excerpt around = sources.around(span.file, span.begin);
  const Shown excerpt = shown_of(decode_utf8(around.text), moved_left(span, around.first_column - 1));
  std::string line, carets;
  for (std::size_t at = 0; at < std::max(excerpt.text.size(), excerpt.end); ++at) {
    const bool inside = at < excerpt.text.size();
    const char32_t character = !inside || excerpt.text[at] == U'\t' ? U' ' : printable(excerpt.text[at]);
    if (inside) append_utf8(line, character);
    if (at < excerpt.end) carets.append(static_cast<std::size_t>(terminal_width(character)), at < excerpt.begin ? ' ' : '^');
  }
  const std::string number = std::to_string(span.begin.line);
  out += pen.faint("  " + number + " | ") + line + "\n";
  out += pen.faint("  " + std::string(number.size(), ' ') + " | ") + pen.severity(severity, carets) + "\n";
}

std::string place_of(const SourceSpan& span, const Sources& sources) {
  if (!span.file) return "tilstand";
  std::string place = printable(sources.name(span.file));
  if (span.begin.line == 0) return place;
  return place + ":" + std::to_string(span.begin.line) + ":" + std::to_string(span.begin.column);
}

void draw(const Diagnostic& diagnostic, const Sources& sources, const Pen& pen, std::string& out) {
  const std::string severity = pen.severity(diagnostic.severity, word_of(diagnostic.severity));
  out += pen.strong(place_of(diagnostic.span, sources) + ":") + " " + severity + ": " + printable(diagnostic.message) + " [" + diagnostic.code + "]\n";
  draw_line(diagnostic.span, sources, pen, diagnostic.severity, out);
  if (!diagnostic.hint.empty()) out += "  hint: " + printable(diagnostic.hint) + "\n";
  for (const Note& note : diagnostic.notes) {
    out += "  " + place_of(note.span, sources) + ": note: " + printable(note.message) + "\n";
    draw_line(note.span, sources, pen, Severity::notice, out);
  }
}

void count(std::size_t number, const char* what, std::string& summary) {
  if (number == 0) return;
  if (!summary.empty()) summary += ", ";
  summary += std::to_string(number) + " " + what + (number == 1 ? "" : "s");
}

}  // namespace

int terminal_width(char32_t character) {
  if (is_in(narrow, character)) return 0;
  return is_in(wide, character) ? 2 : 1;
}

std::string render(const Diagnostics& diagnostics, const Sources& sources, RenderStyle style) {
  const Pen pen(style.colour);
  std::string out;
  std::array<std::size_t, 3> counts{};
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    if (diagnostic.severity < style.least) continue;
    ++counts[static_cast<std::size_t>(diagnostic.severity)];
    draw(diagnostic, sources, pen, out);
  }
  std::string summary;
  count(counts[2], "error", summary);
  count(counts[1], "warning", summary);
  count(counts[0], "notice", summary);
  return summary.empty() ? out : out + summary + "\n";
}

}  // namespace tilstand::cli
