#pragma once

#include "scanner/config/config_file.h"

namespace leaksieve {

/// `own`, which extends `base`: what `own` says wins. Rules of the base come first; of
/// a rule in both, description, regex, path, entropy and secretGroup of `own` count
/// where it gives them, tags, keywords and allowlists are added to the base's.
/// `own.extend.disabled_rules` are dropped from the base. Source: gitleaks 8.30,
/// README, "extend".
ConfigFile extended(ConfigFile base, ConfigFile own);

}  // namespace leaksieve
