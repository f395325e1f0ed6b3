#include "scanner/detect/user_checks.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace leaksieve {
namespace {

struct Position {
  std::uint64_t line = 0;
  std::uint64_t column = 0;
};

// Of each candidate's match, in their order. One pass over the text.
std::vector<Position> positions_of(std::string_view text,
                                   const std::vector<Candidate>& candidates) {
  std::vector<std::size_t> order(candidates.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return candidates[a].match.begin < candidates[b].match.begin;
  });
  std::vector<Position> positions(candidates.size());
  std::uint64_t line = 0;
  std::uint64_t line_begin = 0;
  std::uint64_t at = 0;
  for (const std::size_t i : order) {
    for (; at < candidates[i].match.begin; ++at) {
      if (text[at] != '\n') continue;
      ++line;
      line_begin = at + 1;
    }
    positions[i] = {line, at - line_begin};
  }
  return positions;
}

std::uint64_t distance(std::uint64_t a, std::uint64_t b) {
  return a < b ? b - a : a - b;
}

bool is_near(const NearRule& near, const Position& a, const Position& b) {
  return (!near.lines || distance(a.line, b.line) <= *near.lines) &&
         (!near.columns || distance(a.column, b.column) <= *near.columns);
}

}  // namespace

UserChecks::UserChecks(const std::vector<UserCheck>& checks, Allowlists allowlists)
    : allowlists_(std::move(allowlists)) {
  for (const UserCheck& check : checks) {
    checks_.push_back(std::make_unique<const Compiled>(check));
  }
}

void UserChecks::drop_incomplete(std::string_view text,
                                 std::vector<Candidate>& candidates) const {
  const bool any =
      std::any_of(checks_.begin(), checks_.end(),
                  [](const auto& compiled) { return !compiled->check.near.empty(); });
  if (!any || candidates.empty()) return;
  const std::vector<Position> positions = positions_of(text, candidates);
  // Lines of what was found, by rule: a partner is looked for among its rule's only.
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_rule;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    by_rule[static_cast<std::uint32_t>(candidates[i].rule)].push_back(i);
  }
  const auto has = [&](const NearRule& near, std::size_t i) {
    return std::any_of(near.rules.begin(), near.rules.end(), [&](RuleIndex rule) {
      const auto found = by_rule.find(static_cast<std::uint32_t>(rule));
      if (found == by_rule.end()) return false;
      // More partners than this in one text are no evidence of anything.
      constexpr std::size_t kMost = 1000;
      const std::size_t count = std::min(found->second.size(), kMost);
      return std::any_of(found->second.begin(),
                         found->second.begin() + static_cast<std::ptrdiff_t>(count),
                         [&](std::size_t partner) {
                           return partner != i &&
                                  is_near(near, positions[i], positions[partner]);
                         });
    });
  };
  std::vector<bool> drop(candidates.size());
  for (const auto& compiled : checks_) {
    const auto own = by_rule.find(static_cast<std::uint32_t>(compiled->check.rule));
    if (own == by_rule.end()) continue;
    for (const std::size_t i : own->second) {
      drop[i] = !std::all_of(compiled->check.near.begin(), compiled->check.near.end(),
                             [&](const NearRule& near) { return has(near, i); });
    }
  }
  std::vector<Candidate> kept;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (!drop[i]) kept.push_back(std::move(candidates[i]));
  }
  candidates = std::move(kept);
}

void UserChecks::add_paths(std::string_view path, std::span<const Rule> rules,
                           std::vector<Candidate>& candidates) const {
  if (path.empty()) return;
  for (const auto& compiled : checks_) {
    const UserCheck& check = compiled->check;
    if (!check.is_path_only || !compiled->path.find(path, {0, path.size()})) continue;
    Candidate candidate;
    candidate.rule = check.rule;
    candidate.severity = rules[to_size(check.rule)].severity;
    candidate.confidence = rules[to_size(check.rule)].confidence;
    candidate.evidence.emplace_back("its path");
    candidates.insert(candidates.begin(), std::move(candidate));
  }
}

void UserChecks::note_allowlists(std::string_view text,
                                 std::vector<Candidate>& candidates) const {
  for (Candidate& candidate : candidates) {
    candidate.allowlists = allowlists_.allowing_content(text, candidate);
  }
}

bool UserChecks::is_for(RuleIndex rule, std::string_view path) const {
  for (const auto& compiled : checks_) {
    if (compiled->check.rule != rule || compiled->check.path.empty()) continue;
    return compiled->path.find(path, {0, path.size()}).has_value();
  }
  return true;
}

}  // namespace leaksieve
