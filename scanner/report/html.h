#pragma once

#include <string>

#include "scanner/report/format.h"

namespace leaksieve {

/// The report as one HTML file that needs nothing else: a summary, then every secret
/// with its places, their exposure over time, and how to rotate it, the most urgent
/// first (by_urgency); to be searched, filtered, sorted and printed.
///
/// The findings stand in the file as JSON, visible() and ASCII, in which "<" is \u003c;
/// the page's own program makes text of them. The content security policy forbids
/// everything but that program and its style sheet, each by its hash.
std::string render_html(const Report& report, const RenderOptions& options);

}  // namespace leaksieve
