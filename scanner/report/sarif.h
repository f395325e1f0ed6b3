#pragma once

#include <cstddef>
#include <string>

#include "scanner/report/format.h"

namespace leaksieve {

/// GitHub refuses a run with more results.
/// Source: docs.github.com, "SARIF support for code scanning", read in 2025.
inline constexpr std::size_t kMaxSarifResults = 25'000;

/// The report as SARIF 2.1.0 (OASIS, 2020-03-27), indented by two spaces, as GitHub
/// code scanning takes it. Of more than kMaxSarifResults findings the worst are kept,
/// in the order of the report, and a notification says how many are not there.
///
/// A finding in the message of a commit or a tag, which has no path, stands in the
/// made-up artifact "commit/<object id>/message" or "tag/<object id>/message"; one
/// about a whole file in its first line, which SARIF's readers want to have.
std::string render_sarif(const Report& report, const RenderOptions& options);

}  // namespace leaksieve
