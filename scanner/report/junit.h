#pragma once

#include <string>

#include "scanner/report/format.h"

namespace leaksieve {

/// The report as JUnit XML: one suite; every finding is a failed test case, of the
/// class named after its rule; everything that could not be read is one with an error.
/// A scan without either has one test case that passed, because readers take an empty
/// suite for a run that did not happen.
///
/// Only what the strictest reader knows, the schema of the Jenkins xunit plugin
/// (junit-10.xsd, read in 2026): so no attributes `file` and `line`.
std::string render_junit(const Report& report, const RenderOptions& options);

}  // namespace leaksieve
