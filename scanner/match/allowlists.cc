#include "scanner/match/allowlists.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <string>
#include <utility>

#include "scanner/base/ascii.h"
#include "scanner/match/regex.h"

namespace leaksieve {
namespace {

constexpr std::uint64_t kMaxLineBytes = 4096;

bool matches_any(const std::deque<Regex>& regexes, std::string_view text) {
  return std::any_of(regexes.begin(), regexes.end(), [&](const Regex& regex) {
    return regex.find(text, {0, text.size()}).has_value();
  });
}

// The lines that the match stands on.
std::string_view lines_of(std::string_view text, ByteSpan match) {
  const std::uint64_t first = match.begin - std::min(match.begin, kMaxLineBytes);
  const std::uint64_t last =
      std::min<std::uint64_t>(text.size(), match.end + kMaxLineBytes);
  std::uint64_t begin = match.begin;
  while (begin > first && text[begin - 1] != '\n') --begin;
  std::uint64_t end = match.end;
  while (end < last && text[end] != '\n') ++end;
  return bytes_of(text, {begin, end});
}

bool is_about(const std::vector<RuleIndex>& rules, RuleIndex rule) {
  return rules.empty() || std::find(rules.begin(), rules.end(), rule) != rules.end();
}

}  // namespace

// Neither copied nor moved: the regexes borrow from the list.
struct Allowlists::Compiled {
  explicit Compiled(RuleAllowlist from)
      : list(std::move(from.list)), rules(std::move(from.rules)) {
    for (const std::string& path : list.paths) paths.emplace_back(path);
    for (const std::string& regex : list.regexes) regexes.emplace_back(regex);
  }

  bool wants_all() const { return list.condition == Allowlist::Condition::all; }
  bool looks_at_content() const {
    return !list.regexes.empty() || !list.stopwords.empty();
  }

  bool content_holds(std::string_view text, const Candidate& candidate) const {
    const std::string_view secret = bytes_of(text, candidate.secret);
    std::string_view target = secret;
    if (list.target == Allowlist::Target::match)
      target = bytes_of(text, candidate.match);
    if (list.target == Allowlist::Target::line)
      target = lines_of(text, candidate.match);
    const bool regex = matches_any(regexes, target);
    const bool word = std::any_of(list.stopwords.begin(), list.stopwords.end(),
                                  [&](const std::string& stopword) {
                                    return contains_ignoring_case(secret, stopword);
                                  });
    if (!wants_all()) return regex || word;
    return (regex || list.regexes.empty()) && (word || list.stopwords.empty());
  }

  bool place_holds(std::string_view path, std::string_view commit, bool content) const {
    const bool at_path = !path.empty() && path_matches(path);
    const bool in_commit =
        !commit.empty() && std::find(list.commits.begin(), list.commits.end(),
                                     commit) != list.commits.end();
    if (!wants_all()) return content || at_path || in_commit;
    return (content || !looks_at_content()) && (at_path || list.paths.empty()) &&
           (in_commit || list.commits.empty());
  }

  bool path_matches(std::string_view path) const {
    if (matches_any(paths, path)) return true;
    if (path.find('/') == std::string_view::npos) return false;
    std::string windows(path);
    std::replace(windows.begin(), windows.end(), '/', '\\');
    return matches_any(paths, windows);
  }

  Allowlist list;
  std::vector<RuleIndex> rules;
  std::deque<Regex> paths;
  std::deque<Regex> regexes;
};

Allowlists::Allowlists() = default;
Allowlists::~Allowlists() = default;
Allowlists::Allowlists(Allowlists&&) noexcept = default;
Allowlists& Allowlists::operator=(Allowlists&&) noexcept = default;

Result<Allowlists> Allowlists::create(std::vector<RuleAllowlist> lists) {
  Allowlists compiled;
  for (RuleAllowlist& from : lists) {
    for (const auto* regexes : {&from.list.paths, &from.list.regexes}) {
      for (const std::string& regex : *regexes) {
        const auto ok = Regex::check(regex);
        if (ok) continue;
        return Error{fmt::format("{}: allowlist: {}", printable(from.list.place.text()),
                                 printable(ok.error().message))};
      }
    }
    compiled.lists_.push_back(std::make_unique<const Compiled>(std::move(from)));
  }
  return compiled;
}

std::vector<std::uint32_t> Allowlists::allowing_content(
    std::string_view text, const Candidate& candidate) const {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < lists_.size(); ++i) {
    const Compiled& list = *lists_[i];
    if (list.looks_at_content() && is_about(list.rules, candidate.rule) &&
        list.content_holds(text, candidate)) {
      numbers.push_back(i);
    }
  }
  return numbers;
}

const Allowlist* Allowlists::allowing(RuleIndex rule,
                                      std::span<const std::uint32_t> content,
                                      std::string_view path,
                                      std::string_view commit) const {
  for (std::uint32_t i = 0; i < lists_.size(); ++i) {
    const Compiled& list = *lists_[i];
    const bool said = std::find(content.begin(), content.end(), i) != content.end();
    if (is_about(list.rules, rule) && list.place_holds(path, commit, said)) {
      return &list.list;
    }
  }
  return nullptr;
}

}  // namespace leaksieve
