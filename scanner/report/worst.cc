#include "scanner/report/worst.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace leaksieve {

std::vector<const Finding*> worst_findings(const std::vector<Finding>& findings,
                                           std::size_t most) {
  std::vector<std::size_t> order(findings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (order.size() > most) {
    const auto is_worse = [&findings](std::size_t a, std::size_t b) {
      const Finding& left = findings[a];
      const Finding& right = findings[b];
      // The place in the report makes it a total order: the same input, the same
      // choice.
      return std::tuple(right.severity, right.confidence, a) <
             std::tuple(left.severity, left.confidence, b);
    };
    std::nth_element(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(most),
                     order.end(), is_worse);
    order.resize(most);
    std::sort(order.begin(), order.end());
  }
  std::vector<const Finding*> worst;
  worst.reserve(order.size());
  for (const std::size_t i : order) worst.push_back(&findings[i]);
  return worst;
}

}  // namespace leaksieve
