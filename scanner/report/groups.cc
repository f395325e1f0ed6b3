#include "scanner/report/groups.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "scanner/report/wording.h"

namespace leaksieve {
namespace {

/// Greater is more urgent.
struct Urgency {
  bool rotates = false;
  Confidence confidence = Confidence::low;
  bool at_head = false;
  bool pushed = false;
  Severity severity = Severity::low;
  std::int64_t days = 0;

  friend auto operator<=>(const Urgency&, const Urgency&) = default;
};

/// What was not followed through a history was found where it stands now.
bool stands_now(const Finding& finding) {
  return finding.exposure ? finding.exposure->at_head : !is_message(finding.where);
}

Urgency urgency_of(const Group& group) {
  Urgency most;
  for (const Finding* finding : group) {
    most.rotates |= needs_rotation(*finding);
    most.confidence = std::max(most.confidence, finding->confidence);
    most.at_head |= stands_now(*finding);
    most.pushed |= was_pushed(*finding);
    most.severity = std::max(most.severity, finding->severity);
    if (finding->exposure) most.days = std::max(most.days, finding->exposure->days);
  }
  return most;
}

bool stands_alone(const Finding& finding) {
  return finding.secret.size() == 0 || finding.rule->kind == Kind::log_statement;
}

}  // namespace

std::vector<Group> by_secret(const std::vector<Finding>& findings) {
  struct Less {
    bool operator()(const Finding* a, const Finding* b) const {
      return std::tie(a->rule->id, a->secret) < std::tie(b->rule->id, b->secret);
    }
  };
  std::map<const Finding*, std::size_t, Less> known;
  std::vector<Group> groups;
  for (const Finding& finding : findings) {
    if (stands_alone(finding)) {
      groups.push_back({&finding});
      continue;
    }
    const auto [place, is_new] = known.try_emplace(&finding, groups.size());
    if (is_new) groups.emplace_back();
    groups[place->second].push_back(&finding);
  }
  return groups;
}

std::vector<Group> by_urgency(const std::vector<Finding>& findings) {
  std::vector<std::pair<Urgency, Group>> ranked;
  for (Group& group : by_secret(findings)) {
    const Urgency urgency = urgency_of(group);
    ranked.emplace_back(urgency, std::move(group));
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return b.first < a.first; });
  std::vector<Group> groups;
  groups.reserve(ranked.size());
  for (auto& [urgency, group] : ranked) groups.push_back(std::move(group));
  return groups;
}

}  // namespace leaksieve
