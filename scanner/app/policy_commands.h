#pragma once

#include <functional>

#include "scanner/app/options.h"

namespace CLI {
class App;
}

namespace leaksieve {

using AddScanFlags = std::function<void(CLI::App&)>;

/// The flags of a scan that say what lets findings pass.
void add_policy_flags(CLI::App& app, Options& options);

/// Whose policy counts in a range.
void add_trust_flag(CLI::App& app, Options& options);

/// The commands `baseline`, `fingerprint` and `config`. `options` must outlive `app`.
void add_policy_commands(CLI::App& app, Options& options,
                         const AddScanFlags& add_scan_flags);

}  // namespace leaksieve
