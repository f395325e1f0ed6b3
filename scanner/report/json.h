#pragma once

#include <string>

#include "scanner/report/format.h"

namespace leaksieve {

/// The report as one JSON object, indented by two spaces, with a line feed at the end.
///
/// Scripts read it, so the schema "leaksieve/1" only grows, and the order of the fields
/// is fixed: schema, tool, scan, findings, suppressed, diagnostics. A field with
/// nothing to say is absent, except those last three. Lines and columns are 1-based,
/// end_column is exclusive, columns count code points; a finding about a whole file has
/// none of them. A path that is not UTF-8 is percent-encoded, and then "path_encoding":
/// "percent" stands beside it; in other texts bytes that are not UTF-8 become U+FFFD.
/// The file is ASCII, see dump_json(). What policy suppresses, if the report holds it,
/// stands behind the findings, each with "suppressed": {"by", "source", "reason"}.
std::string render_json(const Report& report, const RenderOptions& options);

/// The same as JSON Lines: the first line is the object without `findings`, each
/// further line one finding.
std::string render_jsonl(const Report& report, const RenderOptions& options);

}  // namespace leaksieve
