#pragma once

#include <string_view>
#include <vector>

#include "scanner/detect/logs/code_leaks.h"

namespace leaksieve::logs {

/// Terraform's outputs of a secret that do not say `sensitive = true`: they are printed
/// at every apply, and stand in the logs of whatever ran it.
void find_terraform_leaks(std::string_view text, std::string_view path,
                          const LogRules& rules, std::vector<Candidate>& out);

}  // namespace leaksieve::logs
