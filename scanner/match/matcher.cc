#include "scanner/match/matcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "scanner/match/local_checks.h"

namespace leaksieve {
namespace {

void sort_by_rule(std::vector<Hit>& hits) {
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return std::pair(a.rule, a.end) < std::pair(b.rule, b.end);
  });
}

// Drops every candidate from `first` on that another of them contains.
void drop_contained(std::vector<Candidate>& candidates, std::size_t first) {
  const auto begin = candidates.begin() + static_cast<std::ptrdiff_t>(first);
  std::stable_sort(begin, candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.match.begin != b.match.begin ? a.match.begin < b.match.begin
                                          : a.match.end > b.match.end;
  });
  std::uint64_t furthest = 0;
  const auto contained = [&](const Candidate& candidate) {
    if (candidate.match.end <= furthest) return true;
    furthest = candidate.match.end;
    return false;
  };
  candidates.erase(std::remove_if(begin, candidates.end(), contained),
                   candidates.end());
}

}  // namespace

Matcher::Matcher(std::span<const Rule> rules, std::vector<bool> enabled,
                 Prefilter prefilter)
    : rules_(rules), enabled_(std::move(enabled)), prefilter_(std::move(prefilter)) {
  for (const Rule& rule : rules_) regexes_.emplace_back(rule.regex);
}

Result<Matcher> Matcher::create(std::span<const Rule> rules, std::vector<bool> enabled,
                                Prefilter prefilter) {
  Matcher matcher(rules, std::move(enabled), std::move(prefilter));
  for (const Rule& rule : rules) {
    Validator validator =
        rule.validator.empty() ? nullptr : find_validator(rule.validator);
    if (validator == nullptr && !rule.validator.empty()) {
      return Error{fmt::format("rule {}: there is no validator \"{}\"", rule.id,
                               rule.validator)};
    }
    matcher.validators_.push_back(validator);
  }
  return matcher;
}

Result<Matcher::Scratch> Matcher::make_scratch() const {
  SCANNER_TRY(Prefilter::Scratch scratch, prefilter_.make_scratch());
  return Scratch{std::move(scratch), {}};
}

bool Matcher::find(std::string_view text, Scratch& scratch,
                   std::vector<Candidate>& out) const {
  std::vector<Hit>& hits = scratch.hits;
  hits.clear();
  scratch.warm = false;
  if (!prefilter_.scan(text, scratch.prefilter, hits)) return false;
  if (hits.empty()) return true;
  sort_by_rule(hits);
  const std::size_t before = out.size();

  // A window reaches as far as a match that ends at the hit can begin, and as far as
  // one that begins inside it can end. Windows that touch are one, so no match is cut.
  for (std::size_t i = 0; i < hits.size();) {
    const RuleIndex rule = hits[i].rule;
    if (enabled(rule) && !rules_[to_size(rule)].head.empty()) scratch.warm = true;
    const std::size_t first = out.size();
    const std::uint64_t width = rules_[to_size(rule)].width;
    const std::uint64_t back = rules_[to_size(rule)].head_width;
    while (i < hits.size() && hits[i].rule == rule) {
      ByteSpan window{hits[i].end - std::min(hits[i].end, back), hits[i].end + width};
      for (++i; i < hits.size() && hits[i].rule == rule; ++i) {
        if (hits[i].end > window.end + back) break;
        window.end = hits[i].end + width;
      }
      window.end = std::min<std::uint64_t>(window.end, text.size());
      if (enabled(rule)) confirm(rule, text, window, out);
    }
    drop_contained(out, first);
  }
  if (out.size() > before) scratch.warm = true;
  return true;
}

bool Matcher::finds_in(std::string_view text, std::span<const ByteSpan> spans,
                       Scratch& scratch) const {
  std::vector<Hit>& hits = scratch.hits;
  hits.clear();
  for (const ByteSpan span : spans) {
    const std::size_t first = hits.size();
    if (!prefilter_.scan(bytes_of(text, span), scratch.prefilter, hits)) return true;
    for (std::size_t i = first; i < hits.size(); ++i) hits[i].end += span.begin;
  }
  std::vector<Candidate> found;
  for (const Hit& hit : hits) {
    if (!enabled(hit.rule)) continue;
    const Rule& rule = rules_[to_size(hit.rule)];
    if (!rule.head.empty()) return true;
    const ByteSpan window{hit.end - std::min<std::uint64_t>(hit.end, rule.width),
                          std::min<std::uint64_t>(hit.end + rule.width, text.size())};
    confirm(hit.rule, text, window, found);
    if (!found.empty()) return true;
  }
  return false;
}

void Matcher::find_by_regex_alone(std::string_view text,
                                  std::vector<Candidate>& out) const {
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    const auto rule = static_cast<RuleIndex>(i);
    if (rules_[i].regex.empty() || !enabled(rule)) continue;
    const std::size_t first = out.size();
    confirm(rule, text, {0, text.size()}, out);
    drop_contained(out, first);
  }
}

void Matcher::confirm(RuleIndex index, std::string_view text, ByteSpan window,
                      std::vector<Candidate>& out) const {
  const Rule& rule = rules_[to_size(index)];
  const Regex& regex = regexes_[to_size(index)];
  while (window.begin < window.end) {
    const std::optional<Regex::Match> match = regex.find(text, window);
    if (!match) return;
    Candidate candidate{
        index, match->span, secret_of(rule, *match), rule.severity, rule.confidence,
        {},    {}};
    const bool at_start = candidate.secret.begin == candidate.match.begin;
    if (passes_local_checks(rule, validators_[to_size(index)], text, candidate)) {
      out.push_back(std::move(candidate));
    }
    window.begin = match->span.begin + 1;
    // Inside a word no other start can pass, if the secret begins the match.
    if (rule.boundary && at_start) {
      while (window.begin < window.end && !begins_word(text, window.begin))
        ++window.begin;
    }
  }
}

}  // namespace leaksieve
