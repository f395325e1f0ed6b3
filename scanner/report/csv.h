#pragma once

#include <string>

#include "scanner/report/format.h"

namespace leaksieve {

/// The findings as comma-separated values: a line of column names, then one finding a
/// line, every cell quoted. Columns are only ever added, at the end.
///
/// Lines end with a line feed alone, so that a carriage return in a report is always
/// somebody else's. UTF-8 without a mark. What was scanned and what went wrong is not
/// in this format: a table of findings has no place for it.
std::string render_csv(const Report& report, const RenderOptions& options);

}  // namespace leaksieve
