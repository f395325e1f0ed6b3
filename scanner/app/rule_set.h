#pragma once

#include <memory>

#include "scanner/app/options.h"
#include "scanner/base/result.h"
#include "scanner/match/matcher.h"

namespace leaksieve {

/// Which of `rules` the options select. An id or alias that no rule has is an Error
/// that names the nearest one there is.
Result<std::vector<bool>> select_rules(std::span<const Rule> rules,
                                       const Options& options);

/// The matcher of the built-in rules with the selection of the options.
Result<Matcher> make_matcher(const Options& options);

}  // namespace leaksieve
