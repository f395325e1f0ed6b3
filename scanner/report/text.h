#pragma once

#include <string>

#include "scanner/report/format.h"

namespace leaksieve {

/// The report for a person at a terminal: each finding with its place, what it is and
/// what to do; then what went wrong; then one line of what was looked at.
///
/// Bytes of the repository come out escaped, see visible(). Empty if a scan of the
/// index found nothing and read everything: a hook that has nothing to say is silent.
std::string render_text(const Report& report, const RenderOptions& options);

}  // namespace leaksieve
