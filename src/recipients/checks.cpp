// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "recipients/recipients.hpp"

namespace tilstand::recipients {
namespace {

bool is_digit(char one) { return one >= '0' && one <= '9'; }

bool is_letter(char one) { return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z'); }

/// A label of a domain (RFC 1123, 2.1).
bool is_label(std::string_view label) {
  constexpr std::size_t longest = 63;
  const auto fits = [](char one) { return is_letter(one) || is_digit(one) || one == '-'; };
  return !label.empty() && label.size() <= longest && std::all_of(label.begin(), label.end(), fits) && label.front() != '-' && label.back() != '-';
}

template <class Test>
bool all_between_dots(std::string_view text, Test test) {
  for (std::size_t at = 0;; ++at) {
    const std::size_t dot = text.find('.', at);
    if (!test(text.substr(at, dot == std::string_view::npos ? dot : dot - at))) return false;
    if (dot == std::string_view::npos) return true;
    at = dot;
  }
}

}  // namespace

bool is_org_number(std::string_view digits) {
  constexpr std::array<int, 8> weights = {3, 2, 7, 6, 5, 4, 3, 2};
  constexpr int modulus = 11;
  if (digits.size() != weights.size() + 1 || !std::all_of(digits.begin(), digits.end(), is_digit)) return false;
  int sum = 0;
  for (std::size_t at = 0; at < weights.size(); ++at) sum += weights[at] * (digits[at] - '0');
  const int check = (modulus - sum % modulus) % modulus;  // 10 is no digit: such numbers are not given out
  return check == digits.back() - '0';
}

bool is_mail_address(std::string_view address) {
  constexpr std::size_t longest = 254, longest_name = 64;
  const std::size_t at = address.rfind('@');
  if (at == std::string_view::npos || at == 0 || at > longest_name || address.size() > longest) return false;
  const auto is_atom = [](std::string_view atom) {
    constexpr std::string_view signs = "!#$%&'*+-/=?^_`{|}~";
    const auto fits = [&](char one) { return is_letter(one) || is_digit(one) || signs.find(one) != std::string_view::npos; };
    return !atom.empty() && std::all_of(atom.begin(), atom.end(), fits);
  };
  const std::string_view domain = address.substr(at + 1);
  return all_between_dots(address.substr(0, at), is_atom) && all_between_dots(domain, is_label);
}

const char* name_of(Way way) { return way == Way::smtp ? "smtp" : way == Way::eformidling ? "eformidling" : "folder"; }

}  // namespace tilstand::recipients
