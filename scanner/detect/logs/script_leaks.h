#pragma once

#include <string_view>
#include <vector>

#include "scanner/detect/logs/code_leaks.h"

namespace leaksieve::logs {

/// What the commands of a shell script, of a Dockerfile's RUN or of a workflow's steps
/// print of secrets: echo and printf that go to no file and no other program, all of
/// the environment, `set -x` before a command that is given a secret, files of secrets
/// that are shown. At most kMaxLeaksPerText.
void find_script_leaks(std::string_view text, std::string_view path,
                       CodeLanguage language, const LogRules& rules,
                       std::vector<Candidate>& out);

}  // namespace leaksieve::logs
