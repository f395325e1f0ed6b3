#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scanner/app/command_table.h"

namespace leaksieve {

/// A script that completes commands, flags and their values in "bash", "zsh" or "fish".
/// It runs leaksieve only for the names of rules. Nothing for another shell.
std::optional<std::string> completion_for(std::string_view shell,
                                          const CommandTable& table);

}  // namespace leaksieve
