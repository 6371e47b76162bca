// SPDX-License-Identifier: Apache-2.0
#include "graph/ticks.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tilstand::graph {
namespace {

constexpr std::array<double, 6> nice{1, 5, 2, 2.5, 4, 3};  // the paper's Q, nicest first
constexpr double simplicity_weight = 0.25, coverage_weight = 0.2, density_weight = 0.5, legibility_weight = 0.05;
constexpr int most_skips = 20, most_ticks = 40, most_powers = 60;

double score(double simplicity, double coverage, double density) {
  return simplicity_weight * simplicity + coverage_weight * coverage + density_weight * density + legibility_weight;
}

/// The search of the paper: over steps (`nice[q]` times `skip`), counts, powers of ten and starts, each loop left as soon
/// as no better score can be reached.
class Search {
 public:
  Search(double low, double high, int wanted, bool loose) : low_(low), high_(high), wanted_(std::max(wanted, 2)), loose_(loose) {}

  Ticks run() {
    for (int skip = 1; skip <= most_skips; ++skip) {
      for (std::size_t q = 0; q < nice.size(); ++q) {
        const double best_simplicity = 1 - static_cast<double>(q) / (nice.size() - 1.0) - skip + 1;
        if (score(best_simplicity, 1, 1) < best_score_) return best_;
        try_counts(q, skip, best_simplicity);
      }
    }
    return best_;
  }

 private:
  void try_counts(std::size_t q, int skip, double best_simplicity) {
    for (int count = 2; count <= most_ticks; ++count) {
      const double best_density = count >= wanted_ ? 2 - (count - 1.0) / (wanted_ - 1.0) : 1;
      if (score(best_simplicity, 1, best_density) < best_score_) return;
      const double delta = (high_ - low_) / (count + 1) / skip / nice[q];
      int power = static_cast<int>(std::ceil(std::log10(delta)));
      for (int tried = 0; tried < most_powers; ++tried, ++power) {
        const double step = skip * nice[q] * std::pow(10, power);
        if (score(best_simplicity, best_coverage(step * (count - 1)), best_density) < best_score_) break;
        try_starts(q, skip, count, step);
      }
    }
  }

  void try_starts(std::size_t q, int skip, int count, double step) {
    const double least = std::floor(high_ / step) * skip - (count - 1.0) * skip, most = std::ceil(low_ / step) * skip;
    for (double start = least; start <= most; ++start) {
      const double first = start * (step / skip), last = first + step * (count - 1);
      if (loose_ && (first > low_ || last < high_)) continue;
      const double reached = score(simplicity(q, skip, first, last, step), coverage(first, last), density(count, first, last));
      if (reached <= best_score_) continue;
      best_score_ = reached;
      best_ = {first, last, step};
    }
  }

  double simplicity(std::size_t q, int skip, double first, double last, double step) const {
    const double rest = std::fabs(std::remainder(first, step));
    const bool has_zero = rest < 1e-10 * step && first <= 0 && last >= 0;
    return 1 - static_cast<double>(q) / (nice.size() - 1.0) - skip + (has_zero ? 1 : 0);
  }
  double coverage(double first, double last) const {
    const double tenth = 0.1 * (high_ - low_);
    return 1 - 0.5 * (std::pow(high_ - last, 2) + std::pow(low_ - first, 2)) / (tenth * tenth);
  }
  double best_coverage(double span) const {
    const double range = high_ - low_;
    if (span <= range) return 1;
    const double half = (span - range) / 2;
    return 1 - half * half / std::pow(0.1 * range, 2);
  }
  double density(int count, double first, double last) const {
    const double have = (count - 1) / (last - first), want = (wanted_ - 1) / (std::max(last, high_) - std::min(low_, first));
    return 2 - std::max(have / want, want / have);
  }

  double low_, high_;
  int wanted_;
  bool loose_;
  Ticks best_{};
  double best_score_ = -1e9;
};

/// 2.4000000000000004 → 2.4: a tick is a whole multiple of its step's last digit.
double clean(double value, double step) {
  const double unit = std::pow(10, std::floor(std::log10(step)) - 3);
  const double rounded = std::round(value / unit) * unit;
  return rounded == 0 ? 0 : rounded;
}

}  // namespace

std::vector<double> Ticks::values() const {
  std::vector<double> all;
  for (int i = 0; i < 64; ++i) {
    const double value = first + step * i;
    if (value > last + step / 2) break;
    all.push_back(clean(value, step));
  }
  return all;
}

Ticks nice_ticks(double low, double high, int wanted, bool loose) {
  if (low > high) std::swap(low, high);
  if (high - low <= std::fabs(high) * 1e-12) {
    const double room = low == 0 ? 1 : std::fabs(low) / 2;
    low -= room, high += room;
  }
  return Search(low, high, wanted, loose).run();
}

std::vector<double> log_ticks(double low, double high) {
  std::vector<double> powers, all;
  const int first = static_cast<int>(std::floor(std::log10(low) + 1e-9)), last = static_cast<int>(std::ceil(std::log10(high) - 1e-9));
  for (int power = first; power <= last; ++power) {
    powers.push_back(std::pow(10, power));
    for (const double times : {1.0, 2.0, 5.0}) all.push_back(times * std::pow(10, power));
  }
  std::vector<double> chosen = last - first < 3 ? all : powers;
  const std::size_t every = chosen.size() / 12 + 1;
  std::vector<double> kept;
  for (std::size_t i = 0; i < chosen.size(); i += every)
    if (chosen[i] >= low * (1 - 1e-9) && chosen[i] <= high * (1 + 1e-9)) kept.push_back(chosen[i]);
  return kept;
}

}  // namespace tilstand::graph
