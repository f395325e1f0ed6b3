#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "scanner/detect/detector.h"
#include "scanner/model/path_filter.h"
#include "scanner/model/report.h"
#include "scanner/policy/inline_allow.h"
#include "scanner/policy/policy.h"
#include "scanner/scan/origins.h"
#include "scanner/scan/tally.h"
#include "scanner/source/archive/archive.h"
#include "scanner/source/source.h"

namespace leaksieve {

struct ScanOptions {
  std::string mode;    ///< for the report: "staged", "range", ...
  std::string target;  ///< for the report
  Reach reach = Reach::unknown;
  unsigned workers = 1;
  /// Findings at other paths are left out. A source that knows a text's paths before it
  /// is read leaves out the text; a history does not: a version of a file has many.
  PathFilter filter;
  Calendar calendar;
  /// How far archives are opened; nullopt: they are counted as skipped.
  std::optional<ArchiveLimits> archives;
  /// Secrets that a history has had since before this day (ISO 8601) are left out: in
  /// files, and in messages of commits, whose dates are known.
  std::string since;
  InlinePolicy comments;
  /// Lets findings pass, before they are judged. The report has its diagnostics so far,
  /// and may be added to.
  std::function<void(std::vector<Finding>&, Report&)> accept;
  Tally* tally = nullptr;  ///< who watches; may be none
};

/// The whole pipeline: find, judge, order. The same source and rules give the same
/// report at any number of workers, but for `seconds`, which the caller fills.
Report scan(const Source& source, const Detector& detector, const Policy& policy,
            const ScanOptions& options);

}  // namespace leaksieve
