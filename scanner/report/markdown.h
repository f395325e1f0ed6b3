#pragma once

#include <cstddef>
#include <string>

#include "scanner/report/format.h"

namespace leaksieve {

/// A job summary of GitHub Actions is at most 1 MiB large, and a row is at most a few
/// hundred bytes: so many findings fit, and nobody reads more of them in a table.
inline constexpr std::size_t kMaxMarkdownRows = 200;

/// The report as Markdown, for a job summary ($GITHUB_STEP_SUMMARY), a merge request or
/// an issue: one line of what was found, a table with the worst findings, the rest
/// counted, then what to do for each rule.
///
/// What comes from the repository is inert there, see markdown_code().
std::string render_markdown(const Report& report, const RenderOptions& options);

}  // namespace leaksieve
