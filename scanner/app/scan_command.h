#pragma once

#include "scanner/app/options.h"
#include "scanner/base/result.h"

namespace leaksieve {

/// Runs one of the scanning commands and writes its reports. Gives the exit code; an
/// Error if it could not be done at all.
Result<int> run_scan(const Options& options);

}  // namespace leaksieve
