#include "scanner/app/version.h"

#include <fmt/format.h>

#include "scanner/base/ascii.h"
#include "scanner/match/prefilter.h"
#include "scanner/match/regex.h"
#include "scanner/source/git.h"

namespace leaksieve {

std::string version_text() {
  // Hyperscan's version ends in a date; Vectorscan leaves that out, but not the blank.
  return fmt::format("leaksieve {}\nlibgit2 {}\nHyperscan {}\nRE2 {}\n",
                     LEAKSIEVE_VERSION, git::version(), trimmed(hyperscan_version()),
                     regex_version());
}

}  // namespace leaksieve
