#include "scanner/app/version.h"

#include <fmt/format.h>

#include "scanner/match/prefilter.h"
#include "scanner/match/regex.h"
#include "scanner/source/git.h"

namespace leaksieve {

std::string version_text() {
  return fmt::format("leaksieve {}\nlibgit2 {}\nHyperscan {}\nRE2 {}\n",
                     LEAKSIEVE_VERSION, git::version(), hyperscan_version(),
                     regex_version());
}

}  // namespace leaksieve
