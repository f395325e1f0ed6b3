#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "scanner/model/report.h"
#include "scanner/report/redact.h"

namespace leaksieve {

/// What a person may choose about a report besides its format.
struct RenderOptions {
  Secrets secrets = Secrets::redacted;
  bool color = false;     ///< ANSI colours; only the text format has any
  bool quiet = false;     ///< findings only; only the text format says more
  bool summary = false;   ///< how many of each rule instead of findings; text only
  std::size_t width = 0;  ///< columns of the terminal; 0: lines are not broken
};

/// One row of the table of formats.
struct Format {
  std::string_view name;     ///< as -o takes it
  std::string_view summary;  ///< for the help: a few words, no full stop
  /// The whole file. Pure: the same report and options give the same bytes. The rules
  /// that the findings point to must be alive.
  std::string (*render)(const Report& report, const RenderOptions& options);
};

}  // namespace leaksieve
