// SPDX-License-Identifier: Apache-2.0
#include "proof/tokens.hpp"

#include "base/utf8.hpp"
#include "locale/letters.hpp"
#include "proof/shapes.hpp"

namespace tilstand::proof {
namespace {

using locale::Letter;
using Piece = content::Passage::Piece;

bool is_hyphen(char32_t point) { return point == '-' || point == 0x2010 || point == 0x2011; }
bool is_apostrophe(char32_t point) { return point == '\'' || point == 0x2019; }
bool is_pause(char32_t point) { return std::u32string_view(U",()[]–—").find(point) != std::u32string_view::npos; }
bool is_stop(char32_t point) { return std::u32string_view(U".!?:;…").find(point) != std::u32string_view::npos; }

/// Walks the text of one piece.
class Cutter {
 public:
  Cutter(const std::string& text, std::size_t piece, bool typed, bool foreign, std::vector<Token>& out)
      : points_(decode_utf8(text)), piece_(piece), typed_(typed), foreign_(foreign), out_(out) {
    std::string bytes;
    offsets_.reserve(points_.size() + 1);
    for (const char32_t point : points_) {
      offsets_.push_back(bytes.size());
      append_utf8(bytes, point);
    }
    offsets_.push_back(bytes.size());
  }

  void run() {
    while (at_ < points_.size()) {
      if (kind(at_) == Letter::space) ++at_, chunk_known_ = false;
      else if (!chunk_known_ && address()) continue;
      else if (is_number_start(at_)) number();
      else if (kind(at_) == Letter::letter || kind(at_) == Letter::raised) word();
      else sign();
    }
  }

 private:
  Letter kind(std::size_t at) const { return at < points_.size() ? locale::letter_kind(points_[at]) : Letter::space; }
  bool is_number_start(std::size_t at) const { return kind(at) == Letter::digit || kind(at) == Letter::number; }
  bool is_wordlike(std::size_t at) const { return kind(at) == Letter::letter || kind(at) == Letter::digit || kind(at) == Letter::raised; }

  std::u32string_view part(std::size_t begin, std::size_t end) const { return std::u32string_view(points_).substr(begin, end - begin); }

  void add(Token::Kind kind, std::size_t begin, std::size_t end) {
    Token token{kind, {}, piece_, offsets_[begin], offsets_[end], typed_, begin > 0 && is_hyphen(points_[begin - 1])};
    for (const char32_t point : part(begin, end))
      if (point != 0xAD) append_utf8(token.text, locale::small_letter(point));
    if (foreign_ && kind == Token::Kind::word) token.kind = Token::Kind::sign;
    out_.push_back(std::move(token));
    at_ = end;
  }

  /// An address or a file at the start of what stands between two spaces.
  bool address() {
    chunk_known_ = true;
    std::size_t end = at_;
    while (end < points_.size() && kind(end) != Letter::space) ++end;
    std::size_t begin = at_;
    while (begin < end && !is_wordlike(begin) && points_[begin] != '/' && points_[begin] != '.') ++begin;
    std::size_t last = end;
    while (last > begin && !is_wordlike(last - 1) && points_[last - 1] != '/') --last;
    if (!is_address(part(begin, last))) return false;
    add(Token::Kind::named, begin, last);
    return true;
  }

  void number() {
    const std::size_t begin = at_;
    std::size_t end = at_ + 1;
    while (end < points_.size()) {
      if (is_number_start(end)) ++end;
      else if (is_inside_number(points_[end]) && is_number_start(end + 1)) end += 2;
      else if (is_group_space(end)) end += 4;
      else break;
    }
    std::size_t letters = end;
    while (is_wordlike(letters)) ++letters;
    if (letters > end && !is_number_ending(part(end, letters))) return add(Token::Kind::named, begin, letters);
    add(is_date_or_version(part(begin, end)) ? Token::Kind::named : Token::Kind::number, begin, letters);
  }

  /// A space between thousands: three digits follow and no fourth.
  bool is_group_space(std::size_t at) const {
    if (kind(at) != Letter::space || points_[at] == '\n' || points_[at] == '\t') return false;
    for (std::size_t i = 1; i <= 3; ++i)
      if (kind(at + i) != Letter::digit) return false;
    std::size_t before = 0;
    while (before < at && kind(at - 1 - before) == Letter::digit) ++before;
    return before >= 1 && before <= 3 && !is_wordlike(at + 4);
  }

  void word() {
    const std::size_t begin = at_;
    std::size_t end = at_;
    bool digits = false;
    const bool capital = locale::is_capital(points_[begin]);
    const auto apostrophe = [&](std::size_t at) { return at + 1 < points_.size() && is_apostrophe(points_[at]) && kind(at + 1) == Letter::letter; };
    for (; is_wordlike(end) || apostrophe(end); ++end) digits = digits || kind(end) == Letter::digit;
    if (capital || digits)  // "COVID-19", "A-2a": the name goes on behind the hyphen
      while (end + 1 < points_.size() && is_hyphen(points_[end]) && kind(end + 1) == Letter::digit) {
        digits = true;
        ++end;
        while (is_wordlike(end)) ++end;
      }
    add(digits ? Token::Kind::named : Token::Kind::word, begin, end);
  }

  void sign() {
    const char32_t point = points_[at_];
    const bool before_space = at_ + 1 == points_.size() || kind(at_ + 1) == Letter::space;
    const bool dash = point == 0x2013 || point == 0x2014;
    if (is_stop(point) && before_space) return add(ends_sentence() ? Token::Kind::stop : Token::Kind::sign, at_, at_ + 1);
    const bool hyphen = is_hyphen(point) && at_ > 0 && is_wordlike(at_ - 1);
    if (hyphen) return void(++at_);
    add(is_pause(point) && (!dash || before_space) ? Token::Kind::comma : Token::Kind::sign, at_, at_ + 1);
  }

  /// A full stop before a small letter or a digit belongs to "5." or "nr.".
  bool ends_sentence() const {
    if (points_[at_] != '.') return true;
    std::size_t next = at_ + 1;
    while (next < points_.size() && kind(next) == Letter::space) ++next;
    if (next == points_.size()) return at_ == 0 || kind(at_ - 1) != Letter::digit;
    const bool small = kind(next) == Letter::letter && !locale::is_capital(points_[next]);
    return !small && !is_number_start(next);
  }

  std::u32string points_;
  std::vector<std::size_t> offsets_;
  std::size_t at_ = 0, piece_;
  bool typed_, foreign_, chunk_known_ = false;
  std::vector<Token>& out_;
};

}  // namespace

std::vector<Token> tokens_of(const content::Passage& passage) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < passage.pieces.size(); ++i) {
    const Piece& piece = passage.pieces[i];
    if (piece.kind == Piece::Kind::typed || piece.kind == Piece::Kind::literal)
      Cutter(piece.text, i, piece.kind == Piece::Kind::typed, !piece.language.empty(), tokens).run();
    else
      tokens.push_back({piece.kind == Piece::Kind::bound ? Token::Kind::value : Token::Kind::named, {}, i, 0, piece.text.size()});
  }
  return tokens;
}

std::vector<Token> tokens_of(const std::string& phrase) {
  std::vector<Token> tokens;
  Cutter(phrase, 0, true, false, tokens).run();
  return tokens;
}

}  // namespace tilstand::proof
