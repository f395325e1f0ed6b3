#pragma once

#include <string_view>

#include "scanner/app/options.h"
#include "scanner/base/result.h"
#include "scanner/model/report.h"

namespace leaksieve {

/// Writes the rotation plan and every report that the options ask for; for the command
/// purge-plan that plan to standard output, and nothing else. Fails at the first that
/// cannot be written, for example on a full disk or a closed pipe.
Result<void> write_reports(const Report& report, const Options& options);

/// Writes `text` to standard output, all of it.
Result<void> write_standard_output(std::string_view text);

}  // namespace leaksieve
