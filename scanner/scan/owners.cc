#include "scanner/scan/owners.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "scanner/source/owners/owners.h"

namespace leaksieve {
namespace {

// Bytes of CODEOWNERS that are gone through in all, for a repository that wants to make
// us work: 100 KiB of owners for 40,000 distinct paths.
constexpr std::uint64_t kMaxWork = std::uint64_t{4} << 30;

}  // namespace

void add_owners(const git::Repository& repository, std::vector<Finding>& findings,
                Diagnostics& diagnostics) {
  if (findings.empty()) return;
  const Owners owners = read_owners(repository, diagnostics);
  const std::uint64_t most =
      kMaxWork / std::max<std::uint64_t>(owners.code_bytes, std::uint64_t{1} << 10);
  std::map<std::pair<std::string, std::string>, std::string> known;
  for (Finding& finding : findings) {
    const auto [it, is_new] = known.try_emplace({finding.path, finding.author});
    if (is_new) {
      if (known.size() > most) {
        diagnostics.push_back({Diagnostic::Level::warning,
                               "too many owners for so many files with findings: those "
                               "of the last ones are not named",
                               "", "", false});
        return;
      }
      it->second = owners.of(finding.path, finding.author);
    }
    finding.owner = it->second;
  }
}

}  // namespace leaksieve
