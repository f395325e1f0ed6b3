#include "scanner/app/version.h"

#include <fmt/format.h>

#include <string_view>

#include "scanner/match/prefilter.h"
#include "scanner/match/regex.h"
#include "scanner/source/git.h"

namespace leaksieve {
namespace {

/// Hyperscan's version ends in a date; Vectorscan leaves that out, but not the blank.
std::string_view without_blanks_at_end(std::string_view text) {
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

}  // namespace

std::string version_text() {
  return fmt::format("leaksieve {}\nlibgit2 {}\nHyperscan {}\nRE2 {}\n",
                     LEAKSIEVE_VERSION, git::version(),
                     without_blanks_at_end(hyperscan_version()), regex_version());
}

}  // namespace leaksieve
