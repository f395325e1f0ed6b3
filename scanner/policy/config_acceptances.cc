#include "scanner/policy/config_acceptances.h"

#include <fmt/format.h>

namespace leaksieve {

Acceptances acceptances_of(const Config& config) {
  Acceptances out;
  for (const auto& [name, key] : config.salts) out.salts.push_back({name, key});
  for (const IgnoreEntry& ignore : config.ignores) {
    Acceptance entry;
    entry.rule = ignore.rule;
    if (!ignore.fingerprint.empty()) {
      entry.fingerprint = ignore.salt.empty() ? ignore.fingerprint
                                              : ignore.salt + ":" + ignore.fingerprint;
      entry.paths = ignore.paths;
    } else {
      // They were checked when the file was read; one that is none accepts nothing.
      for (const std::string& path : ignore.paths) {
        auto glob = Glob::parse(path);
        if (glob) entry.globs.push_back(std::move(*glob));
      }
      if (entry.globs.empty()) continue;
    }
    entry.expires = ignore.expires;
    entry.rotated = ignore.rotated;
    entry.reason = ignore.reason;
    if (!ignore.owner.empty()) {
      entry.reason += (entry.reason.empty() ? "" : ", ") + ignore.owner;
    }
    entry.source = fmt::format("{}:{}", ignore.place.path, ignore.place.line);
    out.entries.push_back(std::move(entry));
  }
  return out;
}

}  // namespace leaksieve
