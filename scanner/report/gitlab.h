#pragma once

#include <string>

#include "scanner/report/format.h"

namespace leaksieve {

/// The report in GitLab's format for secret detection, schema 15.2.1
/// (gitlab-org/security-products/security-report-schemas, read in 2026), for
/// `artifacts:reports:secret_detection`.
///
/// Name, description and solution are Markdown there, so they hold words of the rule
/// only; what comes from the repository stands in the typed fields of `details`, which
/// GitLab shows as they are. A finding without a commit names the commit "0000000", as
/// GitLab's own analyzer does for a scan without history.
std::string render_gitlab(const Report& report, const RenderOptions& options);

/// The findings in GitLab's format for code quality, a subset of Code Climate's
/// (docs.gitlab.com, "Code Quality report format", read in 2026), for
/// `artifacts:reports:codequality`.
std::string render_gitlab_codequality(const Report& report,
                                      const RenderOptions& options);

}  // namespace leaksieve
