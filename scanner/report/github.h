#pragma once

#include <cstddef>
#include <string>

#include "scanner/report/format.h"

namespace leaksieve {

/// GitHub shows at most ten annotations of a level from one step.
/// Source: docs.github.com, "Usage limits for GitHub Actions", read in 2026.
inline constexpr std::size_t kMaxAnnotations = 10;

/// The report as workflow commands of GitHub Actions, for the log of a step: an
/// annotation for each of the kMaxAnnotations worst findings, one for each thing that
/// could not be read (at most as many), and a notice that counts everything.
///
/// Every line begins with "::", and nothing of the repository can begin another one. A
/// path that would have to be changed to be shown stands in the message instead of the
/// property `file`.
std::string render_github(const Report& report, const RenderOptions& options);

}  // namespace leaksieve
