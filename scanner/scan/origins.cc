#include "scanner/scan/origins.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "scanner/policy/rotation.h"

namespace leaksieve {
namespace {

// What is followed through the history: a secret of a rule; a file, if the finding is
// about all of it.
using Key = std::tuple<const Rule*, std::string, SecretText>;

Key key_of(const Finding& finding) {
  const bool whole_file = finding.secret.size() == 0;
  return {finding.rule, whole_file ? finding.path : "", finding.secret};
}

// The path that git knows.
std::string outer_path(const Finding& finding) {
  return finding.path.substr(0, finding.path.size() - finding.inner_path);
}

// Whether the finding stands in a version of a file.
bool is_versioned(const Finding& finding) {
  return (finding.where == Where::file || finding.where == Where::note) &&
         !finding.blob.is_zero();
}

// The findings of one secret in one version of a file, at one path.
using Group = std::vector<const Finding*>;

class Secrets {
 public:
  explicit Secrets(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) {
      if (!is_versioned(finding)) continue;
      const auto number = static_cast<std::uint32_t>(numbers_.size());
      const auto [it, is_new] = numbers_.try_emplace(key_of(finding), number);
      if (is_new) {
        groups_.emplace_back();
        kinds_.push_back(finding.rule->kind);
      }
      groups_[it->second][finding.blob][outer_path(finding)].push_back(&finding);
    }
  }

  std::vector<Holding> holdings() const {
    std::vector<Holding> out;
    for (std::uint32_t secret = 0; secret < groups_.size(); ++secret) {
      for (const auto& [blob, paths] : groups_[secret]) {
        // Under two names a version holds what it holds.
        std::size_t most = 0;
        for (const auto& [path, group] : paths) most = std::max(most, group.size());
        out.push_back({blob, secret, static_cast<std::uint32_t>(most)});
      }
    }
    return out;
  }

  Kind kind(std::uint32_t secret) const { return kinds_[secret]; }

  std::uint32_t size() const { return static_cast<std::uint32_t>(groups_.size()); }

  /// The findings in `blob`, those at `path` if there are some.
  const Group& group(std::uint32_t secret, const ObjectId& blob,
                     const std::string& path) const {
    const auto& paths = groups_[secret].at(blob);
    const auto found = paths.find(path);
    return found != paths.end() ? found->second : paths.begin()->second;
  }

  /// All that was found of a secret at `path`; anywhere, if nothing was there.
  std::vector<const Finding*> at(std::uint32_t secret, const std::string& path) const {
    std::vector<const Finding*> out;
    for (const auto& [blob, paths] : groups_[secret]) {
      const auto found = paths.find(path);
      if (found == paths.end()) continue;
      out.insert(out.end(), found->second.begin(), found->second.end());
    }
    return out.empty() ? all(secret) : out;
  }

  /// All that was found of a secret.
  std::vector<const Finding*> all(std::uint32_t secret) const {
    std::vector<const Finding*> out;
    for (const auto& [blob, paths] : groups_[secret]) {
      for (const auto& [path, group] : paths) {
        out.insert(out.end(), group.begin(), group.end());
      }
    }
    return out;
  }

 private:
  std::map<Key, std::uint32_t> numbers_;
  std::vector<std::map<ObjectId, std::map<std::string, Group>>> groups_;
  std::vector<Kind> kinds_;
};

Exposure exposure_of(const Source& source, const Origin& origin, const CommitInfo& info,
                     const Calendar& calendar) {
  constexpr std::int64_t kDay = 24 * 60 * 60;
  Exposure exposure;
  exposure.since = info.date;
  exposure.since_time = info.time;
  exposure.removed_by = origin.removed_by;
  if (!origin.removed_by.is_zero()) {
    exposure.until = source.commit_info(origin.removed_by).date;
  }
  exposure.at_head = origin.at_head;
  exposure.refs = origin.refs;
  // A clock in the future gives no age below zero.
  exposure.days = std::max<std::int64_t>(calendar.now - info.time, 0) / kDay;
  set_rotation(calendar.rotate_after, exposure);
  return exposure;
}

Finding at_origin(const Finding& finding, const Origin& origin, const CommitInfo& info,
                  const Exposure& exposure) {
  Finding out = finding;
  out.path = origin.path + finding.path.substr(outer_path(finding).size());
  for (Related& related : out.related) {
    if (related.path == finding.path) related.path = out.path;
  }
  out.commit = origin.commit;
  out.author = info.author;
  out.date = info.date;
  out.exposure = exposure;
  return out;
}

// What comments say of a secret now: those of HEAD's version, if HEAD has one, else a
// comment has to have stood in all versions. One place without a comment shows it.
std::optional<Suppression> present_suppression(const Secrets& secrets,
                                               std::uint32_t secret,
                                               const Origin& origin) {
  std::vector<const Finding*> versions;
  if (origin.at_head && !origin.head_blob.is_zero()) {
    versions = secrets.group(secret, origin.head_blob, origin.path);
  } else {
    versions = secrets.at(secret, origin.path);
  }
  std::optional<Suppression> suppression;
  for (const Finding* finding : versions) {
    if (!finding->suppression) return std::nullopt;
    suppression = finding->suppression;
  }
  return suppression;
}

void add_at_origin(const Source& source, const Calendar& calendar,
                   const Secrets& secrets, std::uint32_t secret, const Origin& origin,
                   std::vector<Finding>& out) {
  const CommitInfo info = source.commit_info(origin.commit);
  const Exposure exposure = exposure_of(source, origin, info, calendar);
  const std::optional<Suppression> suppression =
      present_suppression(secrets, secret, origin);
  for (const Finding* finding : secrets.group(secret, origin.blob, origin.path)) {
    // A file is told by its name: elsewhere the same content is something else.
    if (finding->secret.size() == 0 && finding->path != origin.path) continue;
    out.push_back(at_origin(*finding, origin, info, exposure));
    out.back().suppression = suppression;
  }
}

// Of what only tips were looked at for, the commit that brought it is not known. HEAD's
// version is shown, if HEAD has one.
void add_as_it_stands(const Secrets& secrets, std::uint32_t secret,
                      const Origin& origin, std::vector<Finding>& out) {
  const ObjectId& blob = origin.at_head ? origin.head_blob : origin.blob;
  for (const Finding* finding : secrets.group(secret, blob, origin.path)) {
    Finding shown = *finding;
    shown.commit = {};
    if (origin.at_head) {
      shown.evidence.emplace_back("HEAD has it");
    } else if (!origin.refs.empty()) {
      shown.evidence.push_back(origin.refs.front() + " has it");
    }
    out.push_back(std::move(shown));
  }
}

}  // namespace

std::vector<Finding> at_origins(const Source& source, const Calendar& calendar,
                                std::vector<Finding> findings) {
  const Secrets secrets(findings);
  const std::vector<std::vector<Origin>> origins =
      source.attribute(secrets.holdings(), secrets.size());
  std::vector<Finding> out;
  for (const Finding& finding : findings) {
    if (!is_versioned(finding)) out.push_back(finding);
  }
  for (std::uint32_t secret = 0; secret < secrets.size(); ++secret) {
    if (origins[secret].empty()) {
      for (const Finding* finding : secrets.all(secret)) out.push_back(*finding);
    }
    for (const Origin& origin : origins[secret]) {
      if (secrets.kind(secret) == Kind::log_statement &&
          !source.follows_log_statements()) {
        add_as_it_stands(secrets, secret, origin, out);
      } else {
        add_at_origin(source, calendar, secrets, secret, origin, out);
      }
    }
  }
  return out;
}

}  // namespace leaksieve
