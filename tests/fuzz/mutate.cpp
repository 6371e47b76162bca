// SPDX-License-Identifier: Apache-2.0
#include "fuzz/mutate.hpp"

#include <algorithm>
#include <string_view>

namespace tilstand::fuzz {
namespace {

/// SplitMix64: small, and the same everywhere, which the standard's distributions are not.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
    z = (z ^ z >> 27) * 0x94D049BB133111EB;
    return z ^ z >> 31;
  }
  /// 0 up to and without `limit`, which is not 0.
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }

 private:
  std::uint64_t state_;
};

constexpr std::size_t longest = 1 << 16;
/// What readers of text and of binary tables trip over.
constexpr std::string_view tokens[] = {"\"",  "'",    "\"\"\"", "[[",   "]]",       "[",      "{{",     "}}",   "{",    "}",        "=",     ".",  ",",
                                       "\n",  "\r\n", "\r",     "#",    "\\",       "```",    "[@",     "]",    "[^a]", "[^a]: ",   "> ",    "- ", "**",
                                       "\t",  "-",    "1e999",  "nan",  "999999999999999999999", "-0",  "0x",   "u",    "mm",       "\xEF\xBB\xBF", "\xFF",
                                       "\xC3", "\xEE\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "<b>", "&#0;", "![](", "](",  "kind = \"", "=== "};

std::size_t place_in(const std::string& bytes, Chance& chance) { return chance.below(bytes.size() + 1); }

std::string piece_of(const std::string& bytes, Chance& chance) {
  const std::size_t begin = place_in(bytes, chance);
  return bytes.substr(begin, 1 + chance.below(64));
}

void change(std::string& bytes, const std::vector<std::string>& corpus, Chance& chance) {
  const std::size_t at = place_in(bytes, chance);
  switch (chance.below(8)) {
    case 0:
      if (at < bytes.size()) bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ 1U << chance.below(8));
      break;
    case 1:
      if (at < bytes.size()) bytes[at] = static_cast<char>(chance.next());
      break;
    case 2: bytes.erase(at, 1 + chance.below(32)); break;
    case 3: bytes.insert(at, piece_of(bytes, chance)); break;
    case 4: bytes.insert(at, piece_of(corpus[chance.below(corpus.size())], chance)); break;
    case 5: bytes.insert(at, tokens[chance.below(std::size(tokens))]); break;
    case 6: {
      const std::string piece = piece_of(bytes, chance);
      for (std::size_t times = chance.below(200); times > 0 && bytes.size() < longest; --times) bytes.insert(std::min(at, bytes.size()), piece);
      break;
    }
    default: bytes.resize(chance.below(4) == 0 ? at : bytes.size()); break;
  }
}

}  // namespace

std::string mutated(const std::vector<std::string>& corpus, std::uint64_t round) {
  Chance chance(round);
  std::string bytes = corpus[chance.below(corpus.size())];
  for (std::size_t changes = 1 + chance.below(6); changes > 0; --changes) change(bytes, corpus, chance);
  if (bytes.size() > longest) bytes.resize(longest);
  return bytes;
}

}  // namespace tilstand::fuzz
