#include "scanner/policy/accept.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include "scanner/model/rule_name.h"

namespace leaksieve {
namespace {

bool holds(const std::string& path, const std::vector<std::string>& paths) {
  return std::find(paths.begin(), paths.end(), path) != paths.end();
}

// Entries by what they are looked up by, so that many findings against many entries
// cost little.
class Lookup {
 public:
  explicit Lookup(const std::vector<Acceptance>& entries) : entries_(entries) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const Acceptance& entry = entries[i];
      if (!entry.fingerprint.empty()) {
        by_fingerprint_[entry.fingerprint].push_back(i);
      } else if (!entry.paths.empty()) {
        for (const std::string& path : entry.paths) by_path_[path].push_back(i);
      } else {
        others_.push_back(i);
      }
    }
  }

  // Entries that have the fingerprint, at whatever path.
  const std::vector<std::size_t>& of_fingerprint(const std::string& name) const {
    const auto found = by_fingerprint_.find(name);
    return found != by_fingerprint_.end() ? found->second : none_;
  }

  // Entries without a fingerprint that hold for the finding at `path`.
  std::vector<std::size_t> of_place(const Finding& finding,
                                    const std::string& path) const {
    std::vector<std::size_t> out;
    const auto add = [&](const std::vector<std::size_t>& candidates) {
      for (const std::size_t i : candidates) {
        if (matches(entries_[i], finding, path)) out.push_back(i);
      }
    };
    if (const auto found = by_path_.find(path); found != by_path_.end()) {
      add(found->second);
    }
    add(others_);
    return out;
  }

 private:
  static bool matches(const Acceptance& entry, const Finding& finding,
                      const std::string& path) {
    if (!entry.rule.empty() && !answers_to(*finding.rule, entry.rule)) return false;
    if (entry.line && *entry.line != finding.region.line) return false;
    if (!entry.commit.empty() && entry.commit != finding.commit.hex()) return false;
    if (!entry.globs.empty() &&
        (path.empty() ||
         std::none_of(entry.globs.begin(), entry.globs.end(),
                      [&](const Glob& glob) { return glob.matches(path); }))) {
      return false;
    }
    if (entry.secret && *entry.secret != finding.secret) return false;
    return entry.sha1.empty() || finding.secret.has_sha1(entry.sha1);
  }

  const std::vector<Acceptance>& entries_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_fingerprint_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_path_;
  std::vector<std::size_t> others_;
  const std::vector<std::size_t> none_;
};

class Judge {
 public:
  Judge(const Acceptances& acceptances, const AcceptContext& context)
      : acceptances_(acceptances), context_(context), lookup_(acceptances.entries) {
    accepted_.used.resize(acceptances.entries.size());
  }

  void judge(Finding& finding) {
    const std::string path =
        context_.from_root ? context_.from_root(finding.path) : finding.path;
    std::vector<std::size_t> entries = lookup_.of_place(finding, path);
    std::set<std::string> elsewhere;
    for (const Salt& salt : acceptances_.salts) {
      const std::string name = keyed_fingerprint(salt, finding, path);
      if (finding.keyed_fingerprint.empty()) finding.keyed_fingerprint = name;
      const auto& known = lookup_.of_fingerprint(name);
      const std::size_t before = entries.size();
      for (const std::size_t i : known) {
        const auto& paths = acceptances_.entries[i].paths;
        if (paths.empty() || holds(path, paths)) {
          entries.push_back(i);
        } else {
          elsewhere.insert(paths.begin(), paths.end());
        }
      }
      if (entries.size() == before && !known.empty() && was_moved(elsewhere)) {
        entries.push_back(known.front());
      }
    }
    std::sort(entries.begin(), entries.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(acceptances_.entries[a].by, a) <
             std::pair(acceptances_.entries[b].by, b);
    });
    for (const std::size_t i : entries) apply(i, finding);
    if (entries.empty() && !elsewhere.empty()) {
      finding.evidence.push_back("known secret, spread from " + *elsewhere.begin());
    }
  }

  Accepted take() {
    warn_of_missing_salts();
    return std::move(accepted_);
  }

 private:
  bool was_moved(const std::set<std::string>& paths) const {
    return context_.is_there && !paths.empty() &&
           std::none_of(paths.begin(), paths.end(), context_.is_there);
  }

  void apply(std::size_t number, Finding& finding) {
    const Acceptance& entry = acceptances_.entries[number];
    accepted_.used[number] = true;
    if (finding.exposure && finding.exposure->rotated < entry.rotated) {
      finding.exposure->rotated = entry.rotated;
    }
    if (!entry.expires.empty() && entry.expires < context_.today) {
      finding.evidence.push_back(
          fmt::format("the entry {} ended on {}", entry.source, entry.expires));
      return;
    }
    if (!finding.suppression) {
      finding.suppression = {entry.by, entry.source, entry.reason};
    }
  }

  void warn_of_missing_salts() {
    std::map<std::string, std::size_t> missing;
    for (const Acceptance& entry : acceptances_.entries) {
      if (entry.fingerprint.empty()) continue;
      const std::string name(salt_name(entry.fingerprint));
      if (std::none_of(acceptances_.salts.begin(), acceptances_.salts.end(),
                       [&](const Salt& salt) { return salt.name == name; })) {
        ++missing[name];
        // It may well hold for a finding.
        accepted_.used[static_cast<std::size_t>(&entry - acceptances_.entries.data())] =
            true;
      }
    }
    for (const auto& [name, count] : missing) {
      accepted_.diagnostics.push_back(
          {Diagnostic::Level::warning,
           fmt::format("{} accepted finding{} cannot be recognised: the salt {} of the "
                       "fingerprints is not there",
                       count, count == 1 ? "" : "s",
                       name.empty() ? "of .leaksieve.toml" : "\"" + name + "\""),
           "", "", false});
    }
  }

  const Acceptances& acceptances_;
  const AcceptContext& context_;
  Lookup lookup_;
  Accepted accepted_;
};

}  // namespace

Accepted accept(const Acceptances& acceptances, const AcceptContext& context,
                std::vector<Finding>& findings) {
  Judge judge(acceptances, context);
  for (Finding& finding : findings) judge.judge(finding);
  return judge.take();
}

}  // namespace leaksieve
