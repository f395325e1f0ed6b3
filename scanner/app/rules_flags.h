#pragma once

#include <CLI/CLI.hpp>

#include "scanner/app/options.h"

namespace leaksieve {

/// Adds `rules list`, `rules check` and `explain`. Both arguments are borrowed.
void add_rule_commands(CLI::App& app, Options& options);

}  // namespace leaksieve
