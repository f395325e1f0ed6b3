#pragma once

#include <functional>
#include <vector>

#include "scanner/app/options.h"
#include "scanner/base/result.h"
#include "scanner/model/fingerprint.h"
#include "scanner/model/report.h"

namespace leaksieve {

/// Looks at what the options say and hands the report to `use`, with the salts of the
/// fingerprints; the report borrows and lives until `use` returns. Gives what `use`
/// gives.
Result<int> with_report(
    const Options& options,
    const std::function<Result<int>(const Report&, const std::vector<Salt>&)>& use);

/// Runs one of the scanning commands and writes its reports. Gives the exit code; an
/// Error if it could not be done at all.
Result<int> run_scan(const Options& options);

}  // namespace leaksieve
