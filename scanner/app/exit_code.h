#pragma once

namespace leaksieve {

/// What the program says to the shell (design: scripts can tell "leak" from "error").
enum ExitCode : int {
  kClean = 0,          ///< nothing that fails, and everything promised was looked at
  kFindings = 1,       ///< findings at or above --fail-on
  kFailed = 2,         ///< could not do it: arguments, repository, rules, output
  kIncomplete = 3,     ///< nothing that fails, but something could not be read
  kInterrupted = 130,  ///< by SIGINT or SIGTERM: nothing is reported
};

}  // namespace leaksieve
