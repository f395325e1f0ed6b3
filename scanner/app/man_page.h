#pragma once

#include <string>
#include <string_view>

#include "scanner/app/command_table.h"

namespace leaksieve {

/// The manual page leaksieve(1) in the man macros of roff: commands, flags, formats,
/// environment and exit codes. `version` is what the footer names.
std::string man_page(const CommandTable& table, std::string_view version);

}  // namespace leaksieve
