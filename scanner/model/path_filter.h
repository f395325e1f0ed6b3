#pragma once

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "scanner/base/glob.h"

namespace leaksieve {

/// Which paths are scanned at all. Sources ask it before they read, which gives the
/// same answer as dropping the findings later, sooner.
class PathFilter {
 public:
  PathFilter() = default;
  explicit PathFilter(std::vector<Glob> excluded) : excluded_(std::move(excluded)) {}

  /// `path` as git writes it, '/' between the parts.
  bool accepts(std::string_view path) const {
    return std::none_of(excluded_.begin(), excluded_.end(),
                        [&](const Glob& glob) { return glob.matches(path); });
  }

 private:
  std::vector<Glob> excluded_;
};

}  // namespace leaksieve
