#pragma once

#include <string>

#include "scanner/report/format.h"

namespace leaksieve {

/// A checklist in Markdown for whoever rotates: one section a secret, the most urgent
/// first (by_urgency), with every place and environment it stands in, the steps of its
/// rule, what to look for in the provider's log, and a record of the incident to fill
/// in.
///
/// A secret that somebody may have is an emergency: the old one is revoked as soon as
/// the new one is deployed. One that is merely too old keeps working until the new one
/// is verified. What was never pushed has no section: it is counted. Text of the
/// repository is inert, see markdown_code().
std::string render_rotation_plan(const Report& report, const RenderOptions& options);

}  // namespace leaksieve
