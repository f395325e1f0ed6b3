#pragma once

#include <string>
#include <string_view>

#include "scanner/model/report.h"

namespace leaksieve {

/// `text` as one word of bash and zsh, whatever bytes it holds: in quotes, or as $'...'
/// where a byte is not printable ASCII.
std::string shell_word(std::string_view text);

/// The recipe for taking the secrets of an audit out of the history with git
/// filter-repo, as a text with commands in it, and what it cannot reach.
///
/// No secret is in it: the commands write them into a file that only their user can
/// read. Whole files (environment and key files) are named by path. Empty sections are
/// left out.
std::string render_purge_plan(const Report& report);

}  // namespace leaksieve
